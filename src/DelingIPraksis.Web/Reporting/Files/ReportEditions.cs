namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The two editions of every file. The archive names who wrote what, and the publication does not.</summary>
internal static class ReportEditions
{
    public const string Archive = "arkiv";
    public const string Publication = "publisering";

    public static string NameOf(bool attributed) => attributed ? Archive : Publication;

    /// <summary>
    /// Whether the requested edition is attributed; null when there is no such edition. The default is the edition without names.
    /// </summary>
    public static bool? IsAttributed(string? name) => name switch
    {
        null or "" or Publication => false,
        Archive => true,
        _ => null,
    };
}
