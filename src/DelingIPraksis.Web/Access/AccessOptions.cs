using System.Net;
using DelingIPraksis.Web.Shell.Start;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access;

/// <summary>The settings for access; the section <c>Access</c> of the configuration.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>
    /// Other origins, such as <c>https://skjerm.kommune.example</c>, whose pages may open a live connection. The service's own origin
    /// always may.
    /// </summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Origins that may show the service in a frame, such as <c>https://teams.microsoft.com</c>. None by default.</summary>
    public string[] FrameAncestors { get; set; } = [];

    /// <summary>
    /// Addresses or networks, such as <c>10.0.0.0/8</c>, of proxies that are trusted to give the caller's address and scheme. None by
    /// default.
    /// </summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>Unknown codes from one address in ten minutes before its attempts are slowed.</summary>
    public int UnknownCodesPerAddress { get; set; } = 100;

    /// <summary>Unknown codes from all addresses in ten minutes before attempts are slowed for everybody who has given one.</summary>
    public int UnknownCodesInAll { get; set; } = 3_000;

    /// <summary>Forms that one address may send in a burst, and again in each minute. All people in a hall may share one address.</summary>
    public int FormsPerAddress { get; set; } = 5_000;

    /// <summary>Attempts to sign in from one address in a minute.</summary>
    public int SignInsPerAddress { get; set; } = 60;

    /// <summary>Wrong passwords for one account from one address in ten minutes before its attempts for that account are slowed.</summary>
    public int WrongPasswords { get; set; } = 8;

    /// <summary>Requests to the HTTP interface with one key in a burst, and again in each minute.</summary>
    public int RequestsPerKey { get; set; } = 300;

    /// <summary>Demo gatherings that one address may create in a burst; then one more every half minute.</summary>
    public int DemosPerAddress { get; set; } = 30;

    /// <summary>
    /// Newcomers that one gathering accepts from one address in a burst; then one more every second. All people in a hall may share one
    /// address.
    /// </summary>
    public int JoinsPerAddress { get; set; } = 1_500;

    /// <summary>Live connections and circuits that one address may have open at once without a seat or a sign-in.</summary>
    public int StrangersPerAddress { get; set; } = 200;

    /// <summary>Live connections and circuits that one browser may have open at once.</summary>
    public int ConnectionsPerBrowser { get; set; } = 100;
}

internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        List<string> faults =
        [
            .. options
                .Origins.Where(origin => !IsOrigin(origin))
                .Select(origin => StartWords.Say("AccessOrigin", nameof(options.Origins), origin)),
            .. options
                .FrameAncestors.Where(origin => !IsOrigin(origin))
                .Select(origin => StartWords.Say("AccessOrigin", nameof(options.FrameAncestors), origin)),
            .. options
                .Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
                .Select(proxy => StartWords.Say("AccessProxy", proxy)),
        ];
        int[] limits =
        [
            options.UnknownCodesPerAddress, options.UnknownCodesInAll, options.FormsPerAddress, options.SignInsPerAddress,
            options.WrongPasswords,
            options.RequestsPerKey,
            options.DemosPerAddress,
            options.JoinsPerAddress,
            options.StrangersPerAddress,
            options.ConnectionsPerBrowser,
        ];
        if (limits.Any(limit => limit < 1))
            faults.Add(StartWords.Say("AccessLimits"));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // A wildcard would allow every host of a large domain.
    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.PathAndQuery == "/"
        && !origin.EndsWith('/')
        && !origin.Contains('*', StringComparison.Ordinal);
}
