using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Shell.Start;

/// <summary>The settings of the start: the section <c>Deling</c> of the configuration.</summary>
internal sealed class StartOptions
{
    public const string Section = "Deling";

    /// <summary>The configuration key of the fallback language. The localization of the screens reads it too.</summary>
    public const string CultureKey = "Language:Default";

    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = DefaultUrls;

    /// <summary>
    /// The public address of the service, for links and QR codes. When it is empty, the links use the address of each request.
    /// </summary>
    public string Address { get; set; } = "";

    /// <summary>The folder for all stored data.</summary>
    public string Data { get; set; } = "data";

    /// <summary>How PostgreSQL is reached: <c>Host=…;Database=…;…</c>. When it is empty, the database is SQLite in the folder.</summary>
    public string Database { get; set; } = "";

    public bool NoDemo { get; set; }

    /// <summary>The language when the browser asks for none of ours: nb, nn or en.</summary>
    public string Culture { get; set; } = "nb";

    /// <summary>The settings under our own keys or the host's (<c>urls</c>), and the defaults for the rest.</summary>
    public static StartOptions From(IConfiguration configuration)
    {
        var options = new StartOptions();
        var section = configuration.GetSection(Section);
        section.Bind(options);
        options.Urls = section[nameof(Urls)] ?? configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrls;
        options.Culture = configuration[CultureKey] ?? options.Culture;
        return options;
    }

    public void CopyTo(StartOptions other) =>
        (other.Urls, other.Address, other.Data, other.Database, other.NoDemo, other.Culture) =
            (Urls, Address, Data, Database, NoDemo, Culture);
}

/// <summary>Reports all faults at once, so that the administrator need not restart for each.</summary>
internal sealed class StartOptionsValidator : IValidateOptions<StartOptions>
{
    private static readonly string[] _cultures = ["nb", "nn", "en"];

    public ValidateOptionsResult Validate(string? name, StartOptions options)
    {
        var faults = new List<string>();
        var urls = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0) faults.Add(StartWords.Say("UrlsNone"));
        faults.AddRange(urls.Where(url => !IsAddress(url)).Select(url => StartWords.Say("UrlsWrong", url)));
        if (options.Address.Length > 0 && PublicAddress.Parse(options.Address) is null)
            faults.Add(StartWords.Say("AddressWrong", options.Address));
        if (string.IsNullOrWhiteSpace(options.Data) || options.Data.Contains('\0')) faults.Add(StartWords.Say("DataWrong"));
        if (!_cultures.Contains(options.Culture)) faults.Add(StartWords.Say("CultureWrong", options.Culture));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Whether it is an address to listen on.</summary>
    public static bool IsAddress(string url)
    {
        try
        {
            // Kestrel's format also has http://*:80 and http://+:80, which <c>Uri</c> does not parse.
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Port is > 0 and <= 65535 or 0 && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
