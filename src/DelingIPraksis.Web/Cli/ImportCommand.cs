using System.CommandLine;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Import;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run import FILE.json</c>: imports a gathering without a browser, whether the service runs or not.</summary>
/// <remarks>
/// No room knows a new gathering, so its first entry may be written while the service runs. The log's key prevents that an existing
/// gathering is forked.
/// </remarks>
internal static class ImportCommand
{
    private const string Usage = "Bruk: ./run import FIL.json [--owner E-POST] [--copy] [--data MAPPE]";

    private static readonly Argument<string> _file = new("FIL");
    private static readonly Option<string> _owner = new("--owner");
    private static readonly Option<bool> _asCopy = new("--copy") { Arity = ArgumentArity.Zero };

    public static CliCommand Command { get; } =
        new("import FIL", "henter inn en samling fra arkivfila (JSON): [--owner E-POST] [--copy]", Usage, RunAsync)
        {
            _file, _owner, _asCopy,
        };

    private static async Task<int> RunAsync(CommandLine line)
    {
        var file = line.Parsed.GetRequiredValue(_file);
        try
        {
            // A fault in the file is reported first, because the administrator can correct the file.
            var read = await ReadAsync(file);
            await using var data = await line.OpenDataToWriteAsync();
            var (owner, excuse) = read.Archive is null
                ? (new Id<User>(), "")
                : await OwnerAsync(data, line.Parsed.GetValue(_owner));
            if (owner is not { } user) return await System.Console.Error.FailAsync(ExitCode.Failed, excuse);
            var imported = await TakeInAsync(data, read, user, line.Parsed.GetValue(_asCopy));
            if (imported.Faults.Count == 0)
            {
                await System.Console.Out.WriteLineAsync(imported.Gathering.ToString());
                return ExitCode.Done;
            }

            var culture = System.Globalization.CultureInfo.GetCultureInfo("nb-NO");
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                string.Join('\n', imported.Faults.Select(fault => fault.Say(culture)))
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"{file} ble ikke hentet inn: {FileFault.Say(fault, file)}");
        }
    }

    private static async Task<ArchiveReadResult> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return await ArchiveFile.ReadAsync(stream, CancellationToken.None);
    }

    private static async Task<ImportResult> TakeInAsync(StoredData data, ArchiveReadResult read, Id<User> owner, bool copy)
    {
        if (read.Archive is not { } archive) return ImportResult.Wrong(read.Faults);
        var id = read.Id;
        if (await data.Log.FoldAsync(id) is { Exists: true } there)
        {
            if (!copy) return ImportResult.Wrong(new ImportFault("", "Exists", there.Facts.Title.Value));
            id = new(Guid.CreateVersion7());
        }

        var entry = new Entry(
            1,
            ArchiveKeys.Derived(id, "import"),
            TimeProvider.System.GetUtcNow(),
            new Actor.Account(owner),
            new Change.GatheringImported(archive)
        );
        if (Rules.Decide(new Gathering(id), entry) is Outcome.Refused refused) return ImportResult.Wrong(ImportFault.Of(refused.Refusal));
        await data.Log.AppendAsync(id, [entry], [LogEntry.From(id, entry)]);
        await new JoinCodes(data.Database).IssueAsync(id);
        return new ImportResult(id, []);
    }

    /// <summary>The owner: the named account, or the only account.</summary>
    private static async Task<(Id<User>? Owner, string UnavailableReason)> OwnerAsync(StoredData data, string? email)
    {
        // This must read an address as the other commands and the pages do: an owner that `account reset` finds must be found here too.
        var wanted = email is null ? null : (EmailAddresses.Read(email) ?? email.Trim()).ToUpperInvariant();
        // The demo's account belongs to no person, and exists in every installation with the demo on.
        var found = await data.Database.ReadAsync(context =>
            context
                .Set<AppUser>()
                .Where(user => wanted == null ? user.Email != DemoAccount.Email : user.NormalizedEmail == wanted)
                .Select(user => user.Id)
                .Take(2)
                .ToListAsync()
        );
        return found switch
        {
            [var one] => (new(one), ""),
            [] when email is null => (null, "Det er ingen arrangør her ennå. Start tjenesten, og lag den første med lenka den skriver ut."),
            [] => (null, $"Finner ingen arrangør med e-post {email}."),
            _ => (null, "Det er flere arrangører her. Velg hvem som skal eie samlingen, med --owner E-POST."),
        };
    }
}
