using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Explains errors of the disk or the database to the administrator. Only this class knows the error codes of SQLite and the operating
/// system; <see cref="PostgresFault"/> knows those of PostgreSQL.
/// </summary>
internal static class StoreFault
{
    /// <summary>With less free space than this a disk counts as full: SQLite cannot create its working files.</summary>
    private const long LeastSpace = 256 * 1024;

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        Constraint = 19,
        CannotOpen = 14,
        NotADatabase = 26,
        Permission = 3;

    // errno(3): the numbers are the same on all Linux systems, and the first two also on macOS.
    private const int NoSpace = 28, ReadOnlyDisk = 30, OverQuota = 122, TooManyFiles = 24;

    /// <summary>Whether it is an error of the disk or the database.</summary>
    public static bool Is(Exception fault) => fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException;

    /// <summary>Whether the data in the database is not what was written: a value that is no date, no id or no number.</summary>
    public static bool IsOfData(Exception fault) => fault is FormatException or InvalidCastException or OverflowException;

    /// <summary>Whether the disk of a path is full.</summary>
    public static bool IsFull(Exception fault, string path) => fault switch
    {
        DbUpdateException or StartRefusedException when fault.InnerException is { } inner => IsFull(inner, path),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        SqliteException { SqliteErrorCode: Full } or IOException { HResult: NoSpace or OverQuota } => true,
        SqliteException { SqliteErrorCode: IoError or CannotOpen } => FreeSpace(path) < LeastSpace,
        _ => false,
    };

    /// <summary>Whether another program locks the database.</summary>
    public static bool IsLocked(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked } or DatabaseLockedException => true,
        PostgresException postgres when PostgresFault.IsLocked(postgres) => true,
        _ => IsLocked(fault.InnerException),
    };

    /// <summary>Whether only what was written is at fault: a key that is taken, or an error of our own. The database answers.</summary>
    public static bool IsOfWhatWasWritten(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == Constraint,
        PostgresException postgres => postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
        DbUpdateException { InnerException: { } inner } => IsOfWhatWasWritten(inner),
        _ => !Is(fault),
    };

    /// <summary>A sentence or two: what it is, and what to do.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="path">The file or folder it is about.</param>
    public static string Say(Exception fault, string path) => fault switch
    {
        StartRefusedException or LogFaultException => fault.Message,
        DatabaseMissingException => $"Databasen {path} er ikke der den var.",
        DatabaseLockedException => Held(path),
        DatabaseTakenException =>
            $"Databasen {path} er i bruk av en annen Deling i praksis. Stopp den, eller velg en annen med --database.",
        DbUpdateException { InnerException: { } inner } => Say(inner, path),
        SqliteException sqlite => Say(sqlite, path),
        NpgsqlException postgres => PostgresFault.Say(postgres, path),
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

    /// <summary>The free bytes on the disk of a path; null when unknown.</summary>
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
        // SQLite's working files cannot be created, either on a full disk or on a read-only disk.
        IoError or CannotOpen when FreeSpace(file) < LeastSpace => NoRoom(file),
        IoError or CannotOpen when IsOnReadOnlyDisk(file) => CannotWrite(file),
        IoError => $"Disken svarte ikke som den skal om {file} ({Code(fault)}). Databasen kan være hel. Se etter disken, og prøv igjen.",
        CannotOpen or Permission =>
            $"Databasen {file} kan ikke åpnes. Se etter at brukeren som programmet går som, kan lese og skrive den og mappa den ligger i.",
        _ when fault.Message.Contains("no such", StringComparison.Ordinal) =>
                $"Databasen {file} er fra en annen utgave av Deling i praksis. Start tjenesten på den én gang, så blir den gjort klar. "
                + $"({Reason(fault)})",
        _ => $"Databasen {file} kan ikke brukes ({Code(fault)}: {Reason(fault)}).",
    };

    /// <summary>The text about a damaged database.</summary>
    public static string Damaged(string file, string? how) =>
        $"Databasen {file} kan ikke leses, den ser ut til å være skadet ({how}). Ingenting er endret. Ta vare på fila, og legg inn en "
        + "sikkerhetskopi.";

    private static string Held(string path) => $"Databasen {path} er låst av et annet program. Lukk det, og prøv igjen.";

    private static string NoRoom(string path) =>
        $"Disken der {path} ligger, er full. Frigjør plass, og prøv igjen. Det som var lagret, er urørt.";

    private static string CannotWrite(string path) =>
        $"{path} kan bare leses: disken er skrivebeskyttet, eller brukeren som programmet går som, mangler skriverett. Gi skriverett, "
        + "og prøv igjen.";

    // «SQLite Error 1: 'no such table: Log'.» becomes «no such table: Log».
    private static string Reason(SqliteException fault) => fault.Message.Split('\'') is [_, var reason, _] ? reason : fault.Message;

    private static string Code(SqliteException fault) => fault.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a file can be made in a folder. It is deleted again.</summary>
    public static bool CanWrite(string folder)
    {
        try
        {
            using (File.Create(Path.Combine(folder, $".deling-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose)) return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Asked of the operating system, because neither SQLite nor the access error says which it is.
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

/// <summary>Another program locks the database. It also locked it for the write that this one waited for.</summary>
internal sealed class DatabaseLockedException() : IOException("Another program holds the database.");
