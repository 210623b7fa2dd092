using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>The language codes in files and pages.</summary>
internal static class ReportLanguage
{
    /// <summary>For <c>lang</c> attributes and JSON: nb, nn or en.</summary>
    public static string Code(this Language language) => language switch { Language.Nynorsk => "nn", Language.English => "en", _ => "nb" };

    /// <summary>For Word and for dates: nb-NO, nn-NO or en-GB.</summary>
    public static string Culture(this Language language) =>
        language switch
        {
            Language.Nynorsk => "nn-NO",
            Language.English => "en-GB",
            _ => "nb-NO",
        };
}
