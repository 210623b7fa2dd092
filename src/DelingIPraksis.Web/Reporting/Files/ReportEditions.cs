namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The two editions of every file: the archive tells who wrote what, the publication does not.</summary>
internal static class ReportEditions
{
    public const string Archive = "arkiv";
    public const string Publication = "publisering";

    public static string NameOf(bool attributed) => attributed ? Archive : Publication;

    /// <summary>
    /// Whether the edition asked for is attributed; null when there is no such edition. Without a word the careful one is meant.
    /// </summary>
    public static bool? IsAttributed(string? name) => name switch
    {
        null or "" or Publication => false,
        Archive => true,
        _ => null,
    };
}
