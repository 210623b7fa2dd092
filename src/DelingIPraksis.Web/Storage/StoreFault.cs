using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// What a fault of the disk or the database is, in words for the one who runs the service. The one place that knows SQLite's and the
/// system's codes.
/// </summary>
internal static class StoreFault
{
    /// <summary>With less than this left a disk counts as full: SQLite cannot make the files it works with.</summary>
    private const long LeastSpace = 256 * 1024;

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        NotADatabase = 26,
        Permission = 3;

    // errno(3): the numbers are the same on all the Linuxes, and the first two also on macOS.
    private const int NoSpace = 28, ReadOnlyDisk = 30, OverQuota = 122, TooManyFiles = 24;

    /// <summary>Whether it is a fault of the disk or the database, and nobody's mistake.</summary>
    public static bool Is(Exception fault) => fault is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException;

    /// <summary>
    /// Whether what is in the database is not what was written there: a value that is no date, no identity and no number.
    /// </summary>
    public static bool IsOfData(Exception fault) => fault is FormatException or InvalidCastException or OverflowException;

    /// <summary>Whether another program holds the database.</summary>
    public static bool IsHeld(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked } or DatabaseHeldException => true,
        _ => IsHeld(fault.InnerException),
    };

    /// <summary>A sentence or two: what it is, and what to do.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="path">The file or folder it is about.</param>
    public static string Say(Exception fault, string path) => fault switch
    {
        StartRefusedException or LogFaultException => fault.Message,
        DatabaseGoneException => $"Databasen {path} er ikke der den var.",
        DatabaseHeldException => Held(path),
        DbUpdateException { InnerException: { } inner } => Say(inner, path),
        SqliteException sqlite => Say(sqlite, path),
        FileNotFoundException => $"{path} finnes ikke.",
        DirectoryNotFoundException => $"Mappa til {path} finnes ikke. Lag den først.",
        PathTooLongException => $"Navnet {path} er for langt.",
        UnauthorizedAccessException => IsOnReadOnlyDisk(path)
            ? CannotWrite(path)
            : $"Brukeren som programmet går som, har ikke lov til å lese eller skrive {path}. Gi den lov, og prøv igjen.",
        IOException { HResult: NoSpace or OverQuota } => NoRoom(path),
        IOException { HResult: ReadOnlyDisk } => CannotWrite(path),
        IOException { HResult: TooManyFiles } => "Programmet har for mange filer åpne. Hev grensen (ulimit -n), og prøv igjen.",
        FormatException or InvalidCastException or OverflowException => Damaged(path, fault.Message),
        _ when FreeSpace(path) < LeastSpace => NoRoom(path),
        _ when Directory.Exists(path) => $"{path} er en mappe, ikke en fil.",
        _ => $"{path} kan ikke brukes: {fault.Message}",
    };

    /// <summary>How many bytes are left on the disk where a path lies; null when it cannot be said.</summary>
    public static long? FreeSpace(string path)
    {
        try
        {
            var there = Path.GetFullPath(path);
            while (!Path.Exists(there) && Path.GetDirectoryName(there) is { } above) there = above;
            return new DriveInfo(there).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string Say(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Busy or Locked => Held(file),
        Full => NoRoom(file),
        ReadOnly => CannotWrite(file),
        Corrupt => Damaged(file, Code(fault)),
        NotADatabase =>
            $"{file} er ikke en SQLite-database, eller den er skadet. Ingenting er endret. Ta vare på fila, og legg inn en sikkerhetskopi.",
        // The files beside the database cannot be made: neither on a full disk nor on one that is only read.
        IoError or CannotOpen when FreeSpace(file) < LeastSpace => NoRoom(file),
        IoError or CannotOpen when IsOnReadOnlyDisk(file) => CannotWrite(file),
        IoError => $"Disken svarte ikke som den skal om {file} ({Code(fault)}). Databasen kan være hel. Se etter disken, og prøv igjen.",
        CannotOpen or Permission =>
            $"Databasen {file} kan ikke åpnes. Se etter at brukeren som programmet går som, kan lese og skrive den og mappa den ligger i.",
        _ when fault.Message.Contains("no such", StringComparison.Ordinal) =>
                $"Databasen {file} er fra en annen utgave av Deling i praksis. Start tjenesten på den én gang, så blir den gjort klar. ({Reason(fault)})",
        _ => $"Databasen {file} kan ikke brukes ({Code(fault)}: {Reason(fault)}).",
    };

    /// <summary>What is said of a database that does not hang together.</summary>
    public static string Damaged(string file, string? how) =>
        $"Databasen {file} kan ikke leses, den ser ut til å være skadet ({how}). Ingenting er endret. Ta vare på fila, og legg inn en sikkerhetskopi.";

    private static string Held(string path) => $"Databasen {path} er låst av et annet program. Lukk det, og prøv igjen.";

    private static string NoRoom(string path) =>
        $"Disken der {path} ligger, er full. Frigjør plass, og prøv igjen. Det som var lagret, er urørt.";

    private static string CannotWrite(string path) =>
        $"{path} kan bare leses: disken er skrivebeskyttet, eller brukeren som programmet går som, mangler skriverett. Gi skriverett, og prøv igjen.";

    // «SQLite Error 1: 'no such table: Log'.» is said as «no such table: Log».
    private static string Reason(SqliteException fault) => fault.Message.Split('\'') is [_, var reason, _] ? reason : fault.Message;

    private static string Code(SqliteException fault) => fault.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture);

    // Asked of the system, since neither SQLite nor a refused access says which it is.
    private static bool IsOnReadOnlyDisk(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder)) return false;
        var probe = Path.Combine(folder, $".deling-{Environment.ProcessId}");
        try
        {
            using (File.Create(probe, 1, FileOptions.DeleteOnClose)) return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.HResult == ReadOnlyDisk || fault.InnerException?.HResult == ReadOnlyDisk;
        }
    }
}

/// <summary>Another program holds the database; so it was for the write that this one waited behind.</summary>
internal sealed class DatabaseHeldException() : IOException("Another program holds the database.");
