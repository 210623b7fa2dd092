using System.Reflection;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Operations.Installation;
using DelingIPraksis.Web.Shell.Reconnect;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Operations.Pages;

/// <summary>How the service runs now, in figures: no names, and nothing that somebody wrote.</summary>
internal sealed record ServiceState
{
    /// <summary>What is wrong: with the installation, and what the start found in the data.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    public required string Database { get; init; }

    public required string Folder { get; init; }

    /// <summary>Bytes of the database with its log; null when it is on a server.</summary>
    public required long? DatabaseSize { get; init; }

    public required long FilesSize { get; init; }

    public required long IndexSize { get; init; }

    public required long? Free { get; init; }

    public required int Screens { get; init; }

    public required int SignedIn { get; init; }

    public required int Gatherings { get; init; }

    public required TrialResult? Trial { get; init; }

    public required bool IsErasing { get; init; }

    /// <summary>The mail server; null when none is set.</summary>
    public required string? MailServer { get; init; }

    public required int MailWaiting { get; init; }

    public required int MailFailed { get; init; }

    /// <summary>The edition of the program.</summary>
    public static string Edition { get; } =
        typeof(ServiceState).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}

/// <summary>Reads how the service runs.</summary>
internal sealed class ServiceStates(
    DataFolder folder,
    IStore store,
    Database database,
    StoreHealth health,
    OpenCircuits circuits,
    RestoreTrial trial,
    IOptions<SmtpOptions> mail,
    InstallationCheck installation
)
{
    public async Task<ServiceState> ReadAsync()
    {
        var found = await installation.LookAsync();
        var (signedIn, gatherings, erasing, waiting, failed) = await database.ReadAsync(async context => (
            await context.Set<AccountSession>().CountAsync(),
            await context.Gatherings.CountAsync(),
            await context.NoteAsync(HousekeepingNote.CompactionPending) is not null,
            await context.Set<MailRow>().CountAsync(letter => letter.State == MailState.Waiting || letter.State == MailState.Sending),
            await context.Set<MailRow>().CountAsync(letter => letter.State == MailState.Failed || letter.State == MailState.Unsure)));
        return new()
        {
            Faults = [.. health.Faults, .. found.Select(finding => finding.ToString())],
            Database = store.Name,
            Folder = folder.Path,
            DatabaseSize = store is SqliteStore ? SizeOf(folder.Database) + SizeOf(folder.Database + "-wal") : null,
            FilesSize = Directory.Exists(folder.Files) ? Directory.EnumerateFiles(folder.Files).Sum(SizeOf) : 0,
            IndexSize = SizeOf(folder.Search) + SizeOf(folder.Search + "-wal"),
            Free = StoreFault.FreeSpace(folder.Path),
            Screens = circuits.Count,
            SignedIn = signedIn,
            Gatherings = gatherings,
            Trial = await trial.LastAsync(),
            IsErasing = erasing,
            MailServer = mail.Value.IsSet ? mail.Value.Host : null,
            MailWaiting = waiting,
            MailFailed = failed,
        };
    }

    private static long SizeOf(string file)
    {
        try
        {
            return File.Exists(file) ? new FileInfo(file).Length : 0;
        }
        catch (FileNotFoundException)
        {
            // It was deleted just now.
            return 0;
        }
    }
}
