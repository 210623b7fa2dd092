using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Rooms.Live;
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
        Assert.DoesNotContain("hemmelig", JsonSerializer.Serialize(await arendal.WatchAsync(), GatheringJson.Options), StringComparison.Ordinal);
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
        Assert.Equal(new LiveReply("refused", null, RefusalReason.TooLong, Limits.Note), await stad.SubmitAsync(ANote(new string('ø', Limits.Note + 1))));
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
        Assert.Equal(LiveReply.Malformed, await stad.Connection.InvokeAsync<LiveReply>("Submit", stad.Person.Value, Guid.CreateVersion7(), document.RootElement));
        Assert.Equal("kept", (await stad.SubmitAsync(ANote())).Answer);
    }

    [Fact]
    public async Task A_seat_that_the_browser_does_not_hold_is_nobodys()
    {
        var gathering = await Rooms.GivenBoardAsync();
        await using var stad = await SeatedAsync(gathering, 0);
        var somebodyElse = gathering.Seats[1].Person.Value;
        Assert.Null(await stad.Connection.InvokeAsync<LiveView?>("Watch", somebodyElse));
        Assert.Equal(LiveReply.NoSeat, await stad.Connection.InvokeAsync<LiveReply>("Submit", somebodyElse, Guid.CreateVersion7(), ANote() as Change));
        Assert.Null(await stad.Connection.InvokeAsync<LiveView?>("WatchAsStaff", gathering.Id.Value));
        Assert.Equal(RefusalReason.NotAllowed, (await stad.Connection.InvokeAsync<LiveReply>("SubmitAsStaff", gathering.Id.Value, Guid.CreateVersion7(), new Change.WorkshopClosed() as Change)).Reason);
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
        private readonly System.Threading.Channels.Channel<LiveChange> _changes = System.Threading.Channels.Channel.CreateUnbounded<LiveChange>();

        public Client(HubConnection connection, Id<Person> person)
        {
            (Connection, Person) = (connection, person);
            connection.On<LiveChange>("Changed", change => _changes.Writer.TryWrite(change));
        }

        public HubConnection Connection { get; }

        public Id<Person> Person { get; }

        public Task<LiveView> WatchAsync() => Connection.InvokeAsync<LiveView>("Watch", Person.Value);

        public Task<LiveReply> SubmitAsync(Change change, Guid? id = null) => Connection.InvokeAsync<LiveReply>("Submit", Person.Value, id ?? Guid.CreateVersion7(), change);

        public async Task<LiveChange> NextAsync() => await _changes.Reader.ReadAsync();

        public ValueTask DisposeAsync() => Connection.DisposeAsync();
    }
}
