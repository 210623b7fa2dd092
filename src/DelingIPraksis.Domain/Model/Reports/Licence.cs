using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Reports;

/// <summary>How a published report may be used by others.</summary>
public enum Licence
{
    /// <summary>Creative Commons Attribution 4.0.</summary>
    [JsonStringEnumMemberName("cc-by-4.0")]
    CcBy,

    /// <summary>Norwegian Licence for Open Government Data 2.0 («Norsk lisens for offentlige data»).</summary>
    [JsonStringEnumMemberName("nlod-2.0")]
    Nlod,
}

/// <summary>What each licence is called, and where it stands.</summary>
public static class Licences
{
    /// <summary>The name that people and catalogues know it by.</summary>
    public static string NameOf(Licence licence) => licence == Licence.CcBy ? "CC BY 4.0" : "NLOD 2.0";

    /// <summary>Where its text is.</summary>
    /// <param name="licence">Which.</param>
    /// <param name="inNorwegian">Whether the reader reads Norwegian.</param>
    public static Uri AddressOf(Licence licence, bool inNorwegian) => new(licence switch
    {
        Licence.CcBy => inNorwegian
            ? "https://creativecommons.org/licenses/by/4.0/deed.no"
            : "https://creativecommons.org/licenses/by/4.0/",
        _ => inNorwegian ? "https://data.norge.no/nlod/no/2.0" : "https://data.norge.no/nlod/en/2.0",
    });
}
