using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage.Kept;

/// <summary>Files are in copies, are looked at by <c>check</c>, and are erased with their gathering to the last byte.</summary>
public sealed class FileCopyTests : IAsyncDisposable
{
    private readonly TestApplication _application = TestApplication.Started();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-files-").FullName;

    private FileStore Files => _application.Services.GetRequiredService<FileStore>();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task No_byte_is_left_of_the_files_of_a_gathering_that_is_erased_and_what_others_refer_to_stays()
    {
        var (one, two) = (await _application.Rooms.GivenGatheringAsync(), await _application.Rooms.GivenGatheringAsync());
        await KeepAsync(one.Id, "Hemmeligvisning");
        await KeepAsync(one.Id, "Fellesvisning");
        await KeepAsync(two.Id, "Fellesvisning");
        await _application.Rooms.MustKeepAsync(one.Id, one.Owner, new Change.GatheringErased());
        Assert.False(Bytes.Of(_application.Data).Hold("Hemmeligvisning"));
        Assert.True(Bytes.Of(_application.Data).Hold("Fellesvisning"));
        Assert.Empty(await Files.OfAsync(FileOwner.OfGathering(one.Id)));
        Assert.Single(await Files.OfAsync(FileOwner.OfGathering(two.Id)));
    }

    [Fact]
    public async Task A_copy_has_every_file_and_nothing_else_and_gives_them_back()
    {
        var gathering = await _application.Rooms.GivenGatheringAsync();
        var kept = await KeepAsync(gathering.Id, "Visning");
        // What a kill in the middle of an upload leaves.
        await File.WriteAllTextAsync(Path.Combine(_application.Data, "filer", "half.tmp.ny"), "Halvfil", Token);
        var (copy, elsewhere) = (Path.Combine(_folder, "kopi"), Path.Combine(_folder, "annet"));
        Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _application.Data));
        Assert.False(Bytes.Of(copy).Hold("Halvfil"));
        var restored = await ApplicationProcess.RunToEndAsync("restore", copy, "--data", elsewhere);
        Assert.Equal(ExitCode.Done, restored.ExitCode);
        Assert.DoesNotContain("mangler", restored.Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await ApplicationProcess.RunToEndAsync("check", "--data", elsewhere)).ExitCode);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(_application.Data, "filer", kept.Hash), Token),
            await File.ReadAllBytesAsync(Path.Combine(elsewhere, "filer", kept.Hash), Token)
        );
        Assert.All(
            Directory.EnumerateFileSystemEntries(elsewhere, "*", SearchOption.AllDirectories),
            path => Assert.False(PrivateFiles.IsOpenToOthers(path), path)
        );
    }

    [Fact]
    public async Task A_copy_of_the_database_alone_says_that_the_files_are_missing()
    {
        var kept = await KeepAsync((await _application.Rooms.GivenGatheringAsync()).Id, "Visning");
        var (copy, elsewhere) = (Path.Combine(_folder, "kopi.db"), Path.Combine(_folder, "annet"));
        Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _application.Data));
        var (code, said) = await ApplicationProcess.RunToEndAsync("restore", copy, "--data", elsewhere);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Filer som er lastet opp, mangler", said, StringComparison.Ordinal);
        Assert.Contains(kept.Hash, (await ApplicationProcess.RunToEndAsync("check", "--data", elsewhere)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_tells_of_a_file_that_is_missing_or_changed_and_whose_it_is()
    {
        var gathering = await _application.Rooms.GivenGatheringAsync();
        var (missing, changed) = (await KeepAsync(gathering.Id, "En"), await KeepAsync(gathering.Id, "To"));
        var (_, before) = await ApplicationProcess.RunToEndAsync("check", "--data", _application.Data);
        Assert.DoesNotContain("mangler", before, StringComparison.Ordinal);
        File.Delete(Path.Combine(_application.Data, "filer", missing.Hash));
        await File.AppendAllTextAsync(Path.Combine(_application.Data, "filer", changed.Hash), "x", Token);
        var (code, said) = await ApplicationProcess.RunToEndAsync("check", "--data", _application.Data);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains($"{missing.Hash} (samling {gathering.Id.Value}) mangler", said, StringComparison.Ordinal);
        Assert.Contains($"{changed.Hash} (samling {gathering.Id.Value}) er endret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        // A copy is taken all the same: what can be saved is saved.
        var copy = Path.Combine(_folder, "kopi");
        Assert.Equal(ExitCode.Done, (await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _application.Data)).ExitCode);
    }

    [Fact]
    public async Task What_a_kill_left_is_gone_after_the_next_start()
    {
        var data = Path.Combine(_folder, "data");
        await using (var process = await ApplicationProcess.StartAsync(data)) process.Kill();
        Directory.CreateDirectory(Path.Combine(data, "filer"));
        await File.WriteAllTextAsync(Path.Combine(data, "filer", "half.tmp.ny"), "Halvfil", Token);
        await using var again = TestApplication.Started(data);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Bytes.Of(data).Hold("Halvfil")) patience.Token.ThrowIfCancellationRequested();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<FileRow> KeepAsync(Id<Gathering> gathering, string words)
    {
        using var content = new MemoryStream(Samples.Pdf(words));
        var outcome = await Files.KeepAsync(
            Guid.NewGuid(),
            FileOwner.OfGathering(gathering),
            FileKind.Presentation,
            "visning.pdf",
            content,
            Token
        );
        return Assert.IsType<FileOutcome.Kept>(outcome).File;
    }
}
