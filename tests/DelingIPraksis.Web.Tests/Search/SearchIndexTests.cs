using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Tests.Storage;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Search;

/// <summary>The index is derived: it is made again from the logs, hinders no note, and is erased with what it was made from.</summary>
public sealed class SearchIndexTests : IDisposable
{
    private readonly Dictionary<TestGathering, Task<Browser>> _owners = [];
    private readonly string _data = Directory.CreateTempSubdirectory("deling-search-").FullName;

    private string Index => Path.Combine(_data, "sok.db");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task It_goes_on_from_where_it_was_and_is_made_again_when_it_is_gone()
    {
        TestGathering gathering;
        await using (var stage = new SearchStage(_data))
        {
            gathering = await stage.Web.Rooms.GivenBoardAsync();
            await WriteAsync(stage, gathering, "Ombruket har ingen eier");
            Assert.Single(await SearchStage.HitsAsync(await stage.GivenAsync(gathering, Role.Observer), "ombruket"));
            // Nobody searches for this one, and the service stops before it is indexed, or after.
            await WriteAsync(stage, gathering, "Lageret er fullt");
        }

        await using (var stage = new SearchStage(_data))
        {
            var observer = await stage.GivenAsync(gathering, Role.Observer);
            await SearchStage.UntilHitsAsync(observer, "ombruket", 1);
            await SearchStage.UntilHitsAsync(observer, "lageret", 1);
        }

        foreach (var file in Directory.GetFiles(_data, "sok.db*")) File.Delete(file);
        await using (var stage = new SearchStage(_data))
            await SearchStage.UntilHitsAsync(await stage.GivenAsync(gathering, Role.Observer), "ombruket", 1);
    }

    [Fact]
    public async Task A_damaged_index_hinders_no_note_and_is_made_again()
    {
        TestGathering gathering;
        await using (var stage = new SearchStage(_data))
        {
            gathering = await stage.Web.Rooms.GivenBoardAsync();
            await WriteAsync(stage, gathering, "Ombruket har ingen eier");
            Assert.Single(await SearchStage.HitsAsync(await stage.GivenAsync(gathering, Role.Observer), "ombruket"));
        }

        await File.WriteAllTextAsync(Index, new string('x', 40_000), TestContext.Current.CancellationToken);
        await using (var stage = new SearchStage(_data))
        {
            var observer = await stage.GivenAsync(gathering, Role.Observer);
            await WriteAsync(stage, gathering, "Lageret er fullt");
            await SearchStage.PageAsync(observer, "ord=lageret");
            await WriteAsync(stage, gathering, "Lageret er tomt");
            await SearchStage.UntilHitsAsync(observer, "lageret", 2);
        }
    }

    [Fact]
    public async Task A_folder_that_nobody_can_write_the_index_in_hinders_no_note()
    {
        // A folder in the place of the file cannot be opened, deleted or replaced.
        Directory.CreateDirectory(Index);
        await File.WriteAllTextAsync(Path.Combine(Index, "fil"), "", TestContext.Current.CancellationToken);
        await using var stage = new SearchStage(_data);
        var gathering = await stage.Web.Rooms.GivenBoardAsync();
        await WriteAsync(stage, gathering, "Ombruket har ingen eier");
        var observer = await stage.GivenAsync(gathering, Role.Observer);
        Assert.Contains("Søket svarer ikke akkurat nå", await SearchStage.PageAsync(observer, "ord=ombruket"), StringComparison.Ordinal);
        await WriteAsync(stage, gathering, "Lageret er fullt");
        await stage.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
    }

    [Fact]
    public async Task No_byte_is_left_in_it_of_a_gathering_that_is_erased_among_others()
    {
        await using var stage = new SearchStage(_data);
        var random = new Random(20261130);
        List<(TestGathering Gathering, string Word)> all = [];
        for (var number = 0; number < 6; number++)
            all.Add((await stage.Web.Rooms.GivenBoardAsync(), $"{(char)('a' + number)}hemmelighetxqz"));
        for (var round = 0; round < 10; round++)
            foreach (var (gathering, word) in all)
            {
                for (var note = 0; note < 6; note++)
                    await WriteAsync(stage, gathering, $"{word} {new string('y', random.Next(50))} {note}");
                Assert.NotEmpty(await SearchStage.HitsAsync(await OwnerOf(gathering), word));
            }

        foreach (var (gathering, word) in all.Where((_, place) => place % 2 == 0))
        {
            Assert.True(Bytes.Of(_data).Hold(word));
            await stage.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
            Assert.False(Bytes.Of(_data).Hold(word), $"{word} is still in the files.");
        }

        Assert.All(all.Where((_, place) => place % 2 == 1), kept => Assert.True(Bytes.Of(_data).Hold(kept.Word)));

        Task<Browser> OwnerOf(TestGathering gathering) =>
            _owners.TryGetValue(gathering, out var owner) ? owner : _owners[gathering] = stage.GivenAsync(gathering, Role.Observer);
    }

    [Fact]
    public async Task A_command_makes_it_again_from_the_logs()
    {
        TestGathering gathering;
        await using (var stage = new SearchStage(_data))
        {
            gathering = await stage.Web.Rooms.GivenBoardAsync();
            await WriteAsync(stage, gathering, "Ombruket har ingen eier");
            Assert.Equal(
                ExitCode.Failed,
                (await ApplicationProcess.RunToEndAsync("search", "rebuild", "--data", _data)).ExitCode
            );
        }

        var (exitCode, said) = await ApplicationProcess.RunToEndAsync("search", "rebuild", "--data", _data);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("1 samlinger", said, StringComparison.Ordinal);
        await using (var stage = new SearchStage(_data))
            Assert.Single(await SearchStage.HitsAsync(await stage.GivenAsync(gathering, Role.Observer), "ombruket"));
    }

    private static Task<long> WriteAsync(SearchStage stage, TestGathering gathering, string text) =>
        stage.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote(text));
}
