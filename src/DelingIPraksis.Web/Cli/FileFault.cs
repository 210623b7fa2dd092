using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary>Describes a fault of a file. A rare fault gets the same text as at the start.</summary>
internal static class FileFault
{
    public static string Say(Exception fault, string file) => fault switch
    {
        FileNotFoundException => "fila finnes ikke.",
        _ when Directory.Exists(file) => "det er en mappe, ikke en fil.",
        DirectoryNotFoundException => "mappa finnes ikke.",
        UnauthorizedAccessException => "vi har ikke lov til det.",
        _ => StoreFault.Say(fault, file),
    };
}
