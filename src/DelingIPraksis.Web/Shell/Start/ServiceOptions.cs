using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Shell.Start;

/// <summary>
/// The operator of this installation, and the contacts for its users. All values are optional. A missing value is not shown.
/// </summary>
internal sealed class ServiceOptions
{
    public const string Section = "Service";

    public string Name { get; set; } = "Deling i praksis";

    /// <summary>The operator's accessibility statement, made in the authority's own service and linked from every page.</summary>
    public string AccessibilityStatementUrl { get; set; } = "";

    /// <summary>The contact for errors: an e-mail address or a web address.</summary>
    public string FeedbackAddress { get; set; } = "";

    /// <summary>The controller of the personal data (behandlingsansvarlig).</summary>
    public string ControllerName { get; set; } = "";

    public string PrivacyContact { get; set; } = "";

    /// <summary>A link to an e-mail address or a web address.</summary>
    public static string Link(string address) =>
        address.Contains("://", StringComparison.Ordinal) || !address.Contains('@', StringComparison.Ordinal)
            ? address
            : $"mailto:{address}";
}

internal sealed class ServiceOptionsValidator : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Name))
            faults.Add(StartWords.Say("ServiceName"));
        CheckAddress(options.AccessibilityStatementUrl, nameof(options.AccessibilityStatementUrl), mail: false, faults);
        CheckAddress(options.FeedbackAddress, nameof(options.FeedbackAddress), mail: true, faults);
        CheckAddress(options.PrivacyContact, nameof(options.PrivacyContact), mail: true, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckAddress(string address, string setting, bool mail, List<string> faults)
    {
        if (address.Length == 0 || (mail && IsMail(address)))
            return;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            faults.Add(StartWords.Say(mail ? "ServiceAddressOrMail" : "ServiceAddress", setting, address));
    }

    private static bool IsMail(string address) => EmailAddresses.Read(address) == address;
}
