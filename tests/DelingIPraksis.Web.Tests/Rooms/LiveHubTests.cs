using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Live;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>The live interface, with real clients over real sockets.</summary>
public sealed class LiveHubTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication _application = running.Application;

    private IRooms Rooms => _application.Rooms;

    [Fact]
    public async Task A_note_written_by_one_comes_to_the_partner_and_to_nobody_else()
    {
        var gathering = await Rooms.GivenBoardAsync("Stad", "Arendal", "Ullensvang", "Narvik");
        await using var stad = await SeatedAsync(gathering, 0);
        await using var arendal = await SeatedAsync(gathering, 1);
        await using var ullensvang = await SeatedAsync(gathering, 2);
        Assert.Empty((await arendal.WatchAsync()).Notes);
        await ullensvang.WatchAsync();
        var note = ANote("Vi deler verktøy 🧰");
        Assert.Equal("kept", (await stad.SubmitAsync(note)).Answer);
        var change = await arendal.NextAsync();
        Assert.Equal(("Vi deler verktøy 🧰", gathering.Seats[0].Party.Value), (Assert.Single(change.Notes).Text, change.Notes[0].Party));

        // A message reaches everybody: it is the first that the other pair is told.
        await Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.MessageSent("To minutter igjen"));
        var other = await ullensvang.NextAsync();
        Assert.Equal(("To minutter igjen", 0), (other.Stage!.Message, other.Notes.Count));
    }

    [Fact]
    public async Task The_view_holds_no_word_that_is_still_private()
    {
        var gathering = await Rooms.GivenGatheringAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        await using var arendal = await SeatedAsync(gathering, 1);
        await stad.SubmitAsync(new Change.TextWritten(Domain.GroupWork.TextField.Challenge, "hemmelig ennå", 0));
        Assert.DoesNotContain(
            "hemmelig",
            JsonSerializer.Serialize(await arendal.WatchAsync(), GatheringJson.Options),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_deleted_note_is_said_to_be_gone()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        await using var arendal = await SeatedAsync(gathering, 1);
        var note = ANote();
        await stad.SubmitAsync(note);
        Assert.Single((await arendal.WatchAsync()).Notes);
        await stad.SubmitAsync(new Change.NoteDeleted(note.Note));
        Assert.Equal([note.Note.Value], (await arendal.NextAsync()).Gone);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_refused_here_with_its_reason_and_figure()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        Assert.Equal(
            new LiveReply("refused", null, RefusalReason.TooLong, Limits.Note),
            await stad.SubmitAsync(ANote(new string('ø', Limits.Note + 1)))
        );
        Assert.Equal(new LiveReply("refused", null, RefusalReason.NotAllowed), await stad.SubmitAsync(new Change.WorkshopClosed()));
    }

    [Fact]
    public async Task The_same_change_sent_again_gets_the_same_answer()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        var (note, id) = (ANote(), Guid.CreateVersion7());
        Assert.Equal(await stad.SubmitAsync(note, id), await stad.SubmitAsync(note, id));
    }

    [Theory]
    [InlineData("""{ "verb": "wat" }""")]
    [InlineData("""{ "verb": "note-added" }""")]
    [InlineData("""{ "verb": "pairs-proposed", "pairs": null }""")]
    [InlineData("""{ "verb": 7 }""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task What_is_not_a_change_is_malformed_and_the_connection_lives(string json)
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(
            LiveReply.Malformed,
            await stad.Connection.InvokeAsync<LiveReply>("Submit", stad.Person.Value, Guid.CreateVersion7(), document.RootElement)
        );
        Assert.Equal("kept", (await stad.SubmitAsync(ANote())).Answer);
    }

    [Fact]
    public async Task Gatherings_are_not_made_here_and_the_empty_identity_is_nothing()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        var facts = (await Rooms.ReadAsync(gathering.Id)).Facts;
        foreach (var id in new[] { Guid.NewGuid(), Guid.Empty })
        {
            Change[] making =
            [
                new Change.GatheringCreated(facts, IsDemo: true, gathering.Id),
                new Change.GatheringCreated(facts, IsDemo: false),
            ];
            foreach (var change in making)
                Assert.Equal(
                    RefusalReason.NotAllowed,
                    (await stad.Connection.InvokeAsync<LiveReply>("SubmitAsStaff", id, Guid.CreateVersion7(), change)).Reason
                );
            Assert.Null(await stad.Connection.InvokeAsync<LiveView?>("WatchAsStaff", id));
        }

        Assert.Equal(LiveReply.Malformed, await stad.SubmitAsync(ANote(), Guid.Empty));
        // Nor by any other way.
        var reply = await Rooms.SubmitAsync(
            new(Guid.Empty),
            gathering.Owner,
            new Change.GatheringCreated(facts, IsDemo: false),
            Guid.CreateVersion7()
        );
        Assert.IsType<Reply.Refused>(reply);
    }

    [Fact]
    public async Task One_address_has_only_so_many_lines_without_a_seat_and_those_with_one_are_let_in()
    {
        await using var application = new TestApplication(settings: ("Access:StrangersPerAddress", "3")).Start();
        var gathering = await application.Rooms.GivenBoardAsync();
        var lines = new List<HubConnection>();
        using var stranger = new Browser(application.Address);
        for (var line = 0; line < 3; line++)
        {
            lines.Add(stranger.Live());
            await lines[^1].StartAsync(TestContext.Current.CancellationToken);
        }

        await using var refused = stranger.Live();
        await Assert.ThrowsAnyAsync<Exception>(() => refused.StartAsync(TestContext.Current.CancellationToken));
        var code = await application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id);
        using var seated = new Browser(application.Address);
        await seated.JoinAsync(code.Symbols, gathering.Seats[0].Party);
        await using var let = seated.Live();
        await let.StartAsync(TestContext.Current.CancellationToken);
        foreach (var line in lines) await line.DisposeAsync();
    }

    [Fact]
    public async Task A_seat_that_the_browser_does_not_hold_is_nobodys()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        var somebodyElse = gathering.Seats[1].Person.Value;
        Assert.Null(await stad.Connection.InvokeAsync<LiveView?>("Watch", somebodyElse));
        Assert.Equal(
            LiveReply.NoSeat,
            await stad.Connection.InvokeAsync<LiveReply>("Submit", somebodyElse, Guid.CreateVersion7(), ANote() as Change)
        );
        Assert.Null(await stad.Connection.InvokeAsync<LiveView?>("WatchAsStaff", gathering.Id.Value));
        Assert.Equal(
            RefusalReason.NotAllowed,
            (
                await stad.Connection.InvokeAsync<LiveReply>(
                    "SubmitAsStaff",
                    gathering.Id.Value,
                    Guid.CreateVersion7(),
                    new Change.WorkshopClosed() as Change
                )
            ).Reason
        );
    }

    [Fact]
    public async Task A_stranger_makes_no_rooms_and_nobody_makes_one_that_stays()
    {
        var management = _application.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        using var stranger = new Browser(_application.Address);
        var (_, signedIn) = await SignedInAsync();
        using var browser = signedIn;
        await using var strange = stranger.Live();
        await using var known = browser.Live();
        await strange.StartAsync();
        await known.StartAsync();
        foreach (var (line, stays) in new[] { (strange, TimeSpan.Zero), (known, TimeSpan.FromMinutes(1)) })
        {
            var ids = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList();
            foreach (var id in ids)
            {
                Change change = new Change.WorkshopClosed();
                Assert.Equal("refused", (await line.InvokeAsync<LiveReply>("SubmitAsStaff", id, Guid.CreateVersion7(), change)).Answer);
            }

            var patience = System.Diagnostics.Stopwatch.StartNew();
            List<Guid> there;
            do there = await RoomsAmongAsync(ids);
            while (there.Count > 0 && patience.Elapsed < stays);
            Assert.Empty(there);
        }

        async Task<List<Guid>> RoomsAmongAsync(List<Guid> ids)
        {
            var grains = await management.GetDetailedGrainStatistics();
            return [.. grains.Select(grain => grain.GrainId.TryGetGuidKey(out var key, out _) ? key : Guid.Empty).Where(ids.Contains)];
        }
    }

    [Fact]
    public async Task One_who_is_shown_out_is_told_nothing_more()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        await stad.WatchAsync();
        var ended = new TaskCompletionSource<Guid>();
        stad.Connection.On<Guid>("Ended", ended.SetResult);
        await Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PersonShownOut(stad.Person));
        Assert.Equal(gathering.Id.Value, await ended.Task);
        Assert.Equal(RefusalReason.ShownOut, (await stad.SubmitAsync(ANote())).Reason);
    }

    [Fact]
    public async Task Nobody_makes_a_gathering_here_under_an_id_of_its_own_choice()
    {
        var (gathering, browser) = await SignedInAsync();
        using var signedIn = browser;
        await using var connection = browser.Live();
        await connection.StartAsync();
        foreach (var id in new[] { Guid.Empty, Guid.CreateVersion7() })
        {
            Assert.Equal(
                new LiveReply("refused", null, RefusalReason.NotAllowed),
                await AskAsync(
                    id,
                    new Change.GatheringCreated((await Rooms.ReadAsync(gathering.Id)).Facts, IsDemo: true, RehearsalOf: gathering.Id)
                )
            );
            Assert.False((await Rooms.ReadAsync(new(id))).Exists);
        }

        using var client = new HttpClient { BaseAddress = _application.Address };
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));

        async Task<LiveReply> AskAsync(Guid id, Change change) =>
            await connection.InvokeAsync<LiveReply>(
                "SubmitAsStaff",
                id,
                Guid.CreateVersion7(),
                JsonSerializer.SerializeToElement(change, GatheringJson.Options)
            );
    }

    [Fact]
    public async Task A_gathering_that_is_erased_here_is_gone_from_the_database_before_the_answer()
    {
        var (gathering, browser) = await SignedInAsync();
        using var signedIn = browser;
        await using var connection = browser.Live();
        await connection.StartAsync();
        var reply = await connection.InvokeAsync<LiveReply>(
            "SubmitAsStaff",
            gathering.Id.Value,
            Guid.CreateVersion7(),
            JsonSerializer.SerializeToElement<Change>(new Change.GatheringErased(), GatheringJson.Options)
        );
        Assert.Equal("kept", reply.Answer);
        Assert.All(await _application.RowsOfAsync(gathering.Id), there => Assert.Equal((there.Table, 0), there));
    }

    /// <summary>A gathering, and a browser that has signed in as its organiser.</summary>
    private async Task<(TestGathering Gathering, Browser Browser)> SignedInAsync()
    {
        const string Password = "fjorden er blank i dag";
        var gathering = await Rooms.GivenGatheringAsync();
        var email = $"{Guid.NewGuid():N}@kommune.example";
        await using (var scope = _application.Services.CreateAsyncScope())
        {
            var user = new AppUser { Id = gathering.Owner.User.Value, UserName = email, Email = email, DisplayName = "Kari" };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password)).Succeeded);
        }

        var browser = new Browser(_application.Address);
        await browser.SignInAsync(email, Password);
        return (gathering, browser);
    }

    [Fact]
    public async Task Another_origin_does_not_get_in()
    {
        using var browser = new Browser(_application.Address);
        await using var foreign = browser.Live("https://ond.example");
        await Assert.ThrowsAnyAsync<Exception>(() => foreign.StartAsync());
    }

    [Fact]
    public async Task Presence_follows_the_connection()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var presence = _application.Services.GetRequiredService<Presence>();
        var left = new TaskCompletionSource();
        var stad = await SeatedAsync(gathering, 0);
        await stad.WatchAsync();
        Assert.Equal(1, presence.Of(gathering.Id).CountOf(gathering.Seats[0].Party));
        using var following = presence.Follow(gathering.Id, () =>
        {
            if (presence.Of(gathering.Id).People.IsEmpty) left.TrySetResult();
            return Task.CompletedTask;
        });
        await stad.DisposeAsync();
        await left.Task;
    }

    private async Task<Client> SeatedAsync(TestGathering gathering, int seat)
    {
        var codes = _application.Services.GetRequiredService<JoinCodes>();
        var code = await codes.OfAsync(gathering.Id) ?? await codes.IssueAsync(gathering.Id);
        using var browser = new Browser(_application.Address);
        var person = await browser.JoinAsync(code.Symbols, gathering.Seats[seat].Party);
        var client = new Client(browser.Live(), person);
        await client.Connection.StartAsync();
        return client;
    }

    private sealed class Client : IAsyncDisposable
    {
        private readonly System.Threading.Channels.Channel<LiveChange> _changes =
            System.Threading.Channels.Channel.CreateUnbounded<LiveChange>();

        public Client(HubConnection connection, Id<Person> person)
        {
            (Connection, Person) = (connection, person);
            connection.On<LiveChange>("Changed", change => _changes.Writer.TryWrite(change));
        }

        public HubConnection Connection { get; }

        public Id<Person> Person { get; }

        public Task<LiveView> WatchAsync() => Connection.InvokeAsync<LiveView>("Watch", Person.Value);

        public Task<LiveReply> SubmitAsync(Change change, Guid? id = null) =>
            Connection.InvokeAsync<LiveReply>("Submit", Person.Value, id ?? Guid.CreateVersion7(), change);

        public async Task<LiveChange> NextAsync() => await _changes.Reader.ReadAsync();

        public ValueTask DisposeAsync() => Connection.DisposeAsync();
    }
}
