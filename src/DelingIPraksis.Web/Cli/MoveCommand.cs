using System.CommandLine;
using System.Text;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Cli;

/// <summary>
/// <c>./run move --to TEXT --to-data FOLDER</c>: moves everything from SQLite to PostgreSQL, or back without <c>--to</c>. The service must
/// not run. What is moved from stays as it is.
/// </summary>
internal static class MoveCommand
{
    private const string Usage = "Bruk: ./run move [--to TEKST] --to-data MAPPE [--data MAPPE] [--database TEKST]";

    private static readonly Option<string> _to = new("--to");
    private static readonly Option<string> _toData = new("--to-data") { Required = true };

    public static CliCommand Command { get; } =
        new("move", "flytter alt til PostgreSQL (--to TEKST) eller tilbake til SQLite, med filene i --to-data MAPPE", Usage, RunAsync)
        {
            _to, _toData,
        };

    private static async Task<int> RunAsync(CommandLine line)
    {
        var source = line.ToOptions();
        var target = new StartOptions { Database = line.Parsed.GetValue(_to) ?? "", Data = line.Parsed.GetRequiredValue(_toData) };
        using var from = new DataFolder(source.Data);
        using var to = new DataFolder(target.Data);
        if (from.Path == to.Path)
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"--to-data må være en annen mappe enn {from.Path}.");
        var read = Stores.IsOnServer(source) ? Stores.Of(source, from) : Stores.ForCommand(source, from, SqliteOpenMode.ReadOnly);
        var written = Stores.Of(target, to);
        try
        {
            // Nobody writes meanwhile: both folders are locked, and a database on a server is.
            from.Take();
            await read.RequireToWriteAsync();
            to.Take();
            await written.PrepareAsync(CancellationToken.None);
            var rows = await MoveAsync((read, from), (written, to));
            await System.Console.Out.WriteLineAsync(
                $"Flyttet og sammenlignet {rows} rader fra {read.Name} til {written.Name}. Start tjenesten med --data {to.Path}. "
                + $"Det som lå i {read.Name}, er urørt."
            );
            return ExitCode.Done;
        }
        finally
        {
            await read.ReleaseAsync();
            await written.ReleaseAsync();
        }
    }

    private static async Task<int> MoveAsync((IStore Store, DataFolder Folder) from, (IStore Store, DataFolder Folder) to)
    {
        using var gate = new WriteGate();
        await using var read = Open(from.Store, gate);
        if (!await from.Store.IsReadyAsync(read))
            throw new StartRefusedException(
                $"Databasen {from.Store.Name} er fra en eldre utgave. Start tjenesten én gang, så blir den gjort klar."
            );
        await using var written = Open(to.Store, gate);
        await using var transaction = await written.Database.BeginTransactionAsync();
        var rows = await StoreMove.CopyAsync(read, written);
        await MoveKeysAsync(from, to, written);
        // The contents are there before anything refers to them.
        var hashes = await read.Set<FileRow>().Select(file => file.Hash).Distinct().ToListAsync();
        from.Folder.Contents.CopyTo(to.Folder.Contents, hashes);
        await transaction.CommitAsync();
        to.Folder.Close();
        return rows;
    }

    /// <summary>The keys are files in a folder with SQLite, and rows in PostgreSQL.</summary>
    private static async Task MoveKeysAsync(
        (IStore Store, DataFolder Folder) from, (IStore Store, DataFolder Folder) to, AppDbContext written)
    {
        var rows = await written.Set<KeptFile>().Where(file => file.Kind == DatabaseKeys.Kind).ToListAsync();
        var keys = rows.ToDictionary(row => row.Name, row => row.Content);
        if (from.Folder.HasKeys)
            foreach (var file in Directory.EnumerateFiles(from.Folder.Keys, "*.xml"))
                keys[Path.GetFileNameWithoutExtension(file)] = await File.ReadAllBytesAsync(file);
        if (to.Store is PostgresStore)
        {
            foreach (var (name, content) in keys.Where(key => rows.TrueForAll(row => row.Name != key.Key)))
                written.Add(new KeptFile
                {
                    Kind = DatabaseKeys.Kind,
                    Name = name,
                    Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).TrimStart('\uFEFF')),
                    At = DateTimeOffset.UnixEpoch,
                });
            await written.SaveChangesAsync();
            return;
        }

        await written.Set<KeptFile>().Where(file => file.Kind == DatabaseKeys.Kind).ExecuteDeleteAsync();
        PrivateFiles.MakeFolder(to.Folder.Keys);
        foreach (var (name, content) in keys)
        {
            await using var file = PrivateFiles.Open(Path.Combine(to.Folder.Keys, name + ".xml"), FileMode.Create);
            await file.WriteAsync(content);
        }
    }

    private static AppDbContext Open(IStore store, WriteGate gate)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        store.Use(options);
        return new AppDbContext(options.Options, gate);
    }
}
