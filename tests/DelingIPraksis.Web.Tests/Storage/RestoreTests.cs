using System.Net;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>R5: a copy that is put back elsewhere gives everything back, the letters that were sent as well.</summary>
public sealed class RestoreTests : IAsyncDisposable
{
    private readonly TestApplication _application = TestApplication.Started();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-restore-").FullName;

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Links_that_were_sent_open_after_a_restore_and_are_shown_again()
    {
        var (gathering, links) = await GivenSentLinksAsync();
        var (copy, elsewhere) = (Path.Combine(_folder, "kopi"), Path.Combine(_folder, "annet", "sted"));
        Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _application.Data));
        Directory.CreateDirectory(Path.Combine(_folder, "annet"));
        Assert.Equal(ExitCode.Done, (await ApplicationProcess.RunToEndAsync("restore", copy, "--data", elsewhere)).ExitCode);
        foreach (var folder in new[] { copy, elsewhere })
            Assert.All(
                Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder),
                path => Assert.False(PrivateFiles.IsOpenToOthers(path), path)
            );

        await using (var process = await ApplicationProcess.StartAsync(elsewhere)) await AllOpenAsync(process.Address, links);
        await using var again = TestApplication.Started(elsewhere);
        var shown = await again
            .Services.GetRequiredService<InvitationLinks>()
            .OfPartiesAsync(gathering.Id, [.. gathering.Seats.Select(seat => seat.Party)]);
        Assert.All(shown.Values, token => Assert.Contains($"/kom/{token}", links));
    }

    [Fact]
    public async Task Without_the_keys_the_links_still_open_whoever_looks_and_a_new_one_is_made_only_when_it_is_asked_for()
    {
        var (gathering, links) = await GivenSentLinksAsync();
        var (copy, elsewhere) = (Path.Combine(_folder, "kopi.db"), Path.Combine(_folder, "nytt"));
        Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _application.Data));
        var (code, said) = await ApplicationProcess.RunToEndAsync("restore", copy, "--data", elsewhere);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Nøklene var ikke med", said, StringComparison.Ordinal);

        await using var restored = TestApplication.Started(elsewhere);
        var store = restored.Services.GetRequiredService<InvitationLinks>();
        var parties = gathering.Seats.Select(seat => seat.Party).ToList();
        Assert.Empty(await store.OfPartiesAsync(gathering.Id, parties));
        Assert.Null(Assert.Single(await store.OfColleaguesAsync(gathering.Id)).Token);
        await AllOpenAsync(restored.Address, links);

        var renewed = await store.RenewAsync(gathering.Id, parties[0]);
        Assert.Equal(renewed, Assert.Single(await store.OfPartiesAsync(gathering.Id, parties)).Value);
        await AllOpenAsync(
            restored.Address,
            [$"/kom/{renewed}", links.First(link => link.StartsWith("/kom", StringComparison.Ordinal) && link != links[0])]
        );
    }

    [Fact]
    public async Task A_copy_is_never_put_over_anything_and_never_half()
    {
        var copy = Path.Combine(_folder, "kopi");
        Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _application.Data));
        foreach (var (arguments, says) in new (string[], string)[]
        {
            (["backup", copy, "--data", _application.Data], "ikke tom"),
            (["backup", Path.Combine(_folder, "finnes", "ikke"), "--data", _application.Data], "finnes ikke"),
            (["backup", Path.Combine(_folder, "finnes", "ikke", "x.db"), "--data", _application.Data], "finnes ikke"),
            (["restore", copy, "--data", _application.Data], "er ikke tom"),
            (["restore", Path.Combine(_folder, "borte"), "--data", Path.Combine(_folder, "nytt")], "ingen kopi"),
        })
        {
            var (code, said) = await ApplicationProcess.RunToEndAsync(arguments);
            Assert.Equal((string.Join(' ', arguments), ExitCode.Failed), (string.Join(' ', arguments), code));
            Assert.Contains(says, said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        }

        Assert.Equal([copy], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_folder_that_is_there_is_filled_and_not_replaced()
    {
        // As a mount is: it can be written in and not removed. lost+found is what its file system puts there.
        foreach (var (what, from) in new[] { ("backup", _application.Data), ("restore", Path.Combine(_folder, "backup", "disk")) })
        {
            var (disk, mount) = (Path.Combine(_folder, what, "disk"), Path.Combine(_folder, what, "mnt"));
            Directory.CreateDirectory(Path.Combine(disk, "lost+found"));
            Directory.CreateSymbolicLink(mount, disk);
            string[] arguments = what == "backup" ? ["backup", mount, "--data", from] : ["restore", from, "--data", mount];
            Assert.Equal(ExitCode.Done, (await ApplicationProcess.RunToEndAsync(arguments)).ExitCode);
            Assert.NotNull(new DirectoryInfo(mount).LinkTarget);
            Assert.Equal(["deling.db", "lost+found", "nokler"], NamesIn(disk));
            foreach (var path in Directory.EnumerateFiles(disk, "*", SearchOption.AllDirectories))
                Assert.False(PrivateFiles.IsOpenToOthers(path), path);
        }
    }

    [Fact]
    public async Task What_lies_beside_a_copy_is_left_alone()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "kopi.ny")).FullName;
        string[] others = [Path.Combine(folder, "mitt.txt"), Path.Combine(_folder, "x.db.ny")];
        foreach (var file in others) await File.WriteAllTextAsync(file, "mitt", TestContext.Current.CancellationToken);
        foreach (var target in new[] { Path.Combine(_folder, "kopi"), Path.Combine(_folder, "x.db") })
            Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", target, "--data", _application.Data));
        Assert.All(others, file => Assert.Equal("mitt", File.ReadAllText(file)));
        Assert.Equal(["kopi", "kopi.ny", "x.db", "x.db.ny"], NamesIn(_folder));
    }

    private static IEnumerable<string?> NamesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>A gathering whose links have been sent: to each party, to a colleague, for quotations, and the code.</summary>
    private async Task<(TestGathering Gathering, List<string> Links)> GivenSentLinksAsync()
    {
        var gathering = await _application.Rooms.GivenBoardAsync();
        await _application.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote());
        await _application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.WorkshopClosed());
        await _application.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new Change.ConsentAsked(DateTimeOffset.UtcNow.AddDays(14), SilenceMeansYes: true)
        );
        var store = _application.Services.GetRequiredService<InvitationLinks>();
        var tokens = await store.OfPartiesAsync(gathering.Id, [.. gathering.Seats.Select(seat => seat.Party)]);
        var quotes = await _application
            .Services.GetRequiredService<IPartyLinks>()
            .OfPartiesAsync(gathering.Id, [.. gathering.Seats.Select(seat => seat.Party)]);
        var code = await _application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id);
        return (gathering,
        [
            $"/kom/{tokens[gathering.Seats[0].Party]}",
            $"/kom/{tokens[gathering.Seats[1].Party]}",
            $"/medarrangor/{await store.ForColleagueAsync(gathering.Id, Role.Facilitator)}",
            $"/sitater/{quotes[gathering.Seats[0].Party]}",
            $"/k/{code.Symbols}",
        ]);
    }

    private static async Task AllOpenAsync(Uri address, IEnumerable<string> links)
    {
        using var browser = new Browser(address);
        foreach (var link in links)
        {
            var answer = await browser.Http.GetAsync(new Uri(link, UriKind.Relative));
            Assert.Equal((link, HttpStatusCode.OK), (link, answer.StatusCode));
        }
    }
}
