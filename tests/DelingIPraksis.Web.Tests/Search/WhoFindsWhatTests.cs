using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Search;

/// <summary>Every kind of text, searched for by everybody there is, through the page and the index in its file.</summary>
public class WhoFindsWhatTests
{
    private const string Withheld = "Tilbakeholdtord er noe ingen skal lese etterpå";

    /// <summary>A word that only one text has, and who finds it: those who follow, and everybody once it is published.</summary>
    private static readonly (string Word, bool Staff, bool Public)[] _texts =
    [
        ("tittelord", true, true),
        ("ingressord", true, false),
        ("velkomstord", true, true),
        ("innleggord", true, true),
        ("punktord", true, true),
        ("lappeord", true, false),
        ("temaord", true, false),
        ("slettetord", false, false),
        ("tilbakeholdtord", false, false),
        ("utfordringsord", true, false),
        ("lytteord", false, false),
        ("uoverlevertord", false, false),
        ("lovnadsord", true, false),
        ("meldingsord", false, false),
        ("etterpåord", true, false),
    ];

    [Fact]
    public async Task Everybody_finds_what_is_for_them_and_nothing_else()
    {
        await using var stage = new SearchStage(database: await DatabaseAsync());
        var gathering = await GivenWholeAsync(stage.Web.Rooms);
        (string Who, Browser Browser, bool Follows)[] readers =
        [
            ("organiser", await stage.GivenAsync(gathering, Role.Organiser), true),
            ("facilitator", await stage.GivenAsync(gathering, Role.Facilitator), true),
            ("observer", await stage.GivenAsync(gathering, Role.Observer), true),
            ("account with another gathering", await stage.GivenAsync(await stage.Web.Rooms.GivenBoardAsync(), Role.Organiser), false),
            ("account without a gathering", await stage.GivenAsync(), false),
            ("nobody", stage.Guest(), false),
        ];
        foreach (var (word, staff, everybody) in _texts)
            foreach (var (who, browser, follows) in readers)
            {
                var own = await SearchStage.HitsAsync(browser, word, "&i=samlinger");
                var reports = await SearchStage.HitsAsync(browser, word, "&i=rapporter");
                var isGuest = who == "nobody";
                Assert.True((isGuest ? everybody : follows && staff) == (own.Count > 0), $"{who}, own gatherings, {word}: {own.Count}");
                Assert.True(everybody == (reports.Count > 0), $"{who}, reports, {word}: {reports.Count}");
                // A filter is no way round it, and what it can be narrowed to tells nothing either.
                if (!follows) Assert.Empty(await SearchStage.HitsAsync(browser, "", "&part=Stad&i=samlinger"));
            }
    }

    [Fact]
    public async Task One_who_loses_a_role_finds_nothing_from_that_moment()
    {
        await using var stage = new SearchStage(database: await DatabaseAsync());
        var gathering = await GivenWholeAsync(stage.Web.Rooms);
        var observer = await stage.GivenAsync(gathering, Role.Observer);
        Assert.NotEmpty(await SearchStage.HitsAsync(observer, "lappeord"));
        foreach (var user in (await stage.Web.Rooms.ReadAsync(gathering.Id)).Staff.Where(staff => staff.Value == Role.Observer))
            await stage.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(user.Key, Role.None));
        Assert.Empty(await SearchStage.HitsAsync(observer, "lappeord"));
    }

    [Fact]
    public async Task A_report_that_is_withdrawn_is_found_by_nobody()
    {
        await using var stage = new SearchStage(database: await DatabaseAsync());
        var gathering = await GivenWholeAsync(stage.Web.Rooms);
        var guest = stage.Guest();
        Assert.NotEmpty(await SearchStage.HitsAsync(guest, "punktord"));
        await stage.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportWithdrawn());
        Assert.Empty(await SearchStage.HitsAsync(guest, "punktord"));
    }

    [Fact]
    public async Task Words_that_are_withheld_are_gone_from_the_search_at_once()
    {
        await using var stage = new SearchStage(database: await DatabaseAsync());
        var gathering = await GivenWholeAsync(stage.Web.Rooms, answers: false);
        var organiser = await stage.GivenAsync(gathering, Role.Organiser);
        Assert.Single(await SearchStage.HitsAsync(organiser, "tilbakeholdtord"));
        await WithholdAsync(stage.Web.Rooms, gathering);
        Assert.Empty(await SearchStage.HitsAsync(organiser, "tilbakeholdtord"));
    }

    private static async Task<TestGathering> GivenWholeAsync(IRooms rooms, bool answers = true)
    {
        var gathering = await rooms.GivenGatheringAsync("Stad", "Arendal");
        var (stad, arendal) = (gathering.Seats[0], gathering.Seats[1]);
        var pair = new Pair(New<Pair>(), [stad.Party, arendal.Party], []);
        var facts = (await rooms.ReadAsync(gathering.Id)).Facts with { Title = "Samling om tittelord", Ingress = "En ingressord" };
        var block = new Block(New<Block>(), "Bolk", "", [], false);
        foreach (var change in new Change[]
        {
            new GatheringDescribed(facts), new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full), new BlockPut(block),
            new TalkPut(block.Id, new Talk(New<Talk>(), "Om innleggord", [new Speaker("Kari", "Bodø")], "", null)),
            new ReportTextWritten(ReportText.Welcome, "Et velkomstord til alle"), new PairsProposed([pair]), new PairsShown(),
            new MessageSent("Et meldingsord"),
        }) await rooms.MustKeepAsync(gathering.Id, gathering.Owner, change);
        await rooms.MustKeepAsync(gathering.Id, stad.Actor, new TextWritten(TextField.Challenge, "Et utfordringsord", 0));
        await EnterAsync(PhaseKind.Presentation, -1);
        await rooms.MustKeepAsync(gathering.Id, stad.Actor, new ListeningNoted(arendal.Party, "Et lytteord", 0));
        await EnterAsync(PhaseKind.Feedback, At(PhaseKind.Presentation));
        await rooms.MustKeepAsync(
            gathering.Id, stad.Actor, new FeedbackWritten(arendal.Party, FeedbackPrompt.Missing, "Et uoverlevertord", 0));
        await EnterAsync(PhaseKind.Board, At(PhaseKind.Feedback));
        var (note, deleted) = (GatheringVerbs.ANote("Et lappeord på tavla"), GatheringVerbs.ANote("Et slettetord"));
        foreach (var change in new Change[]
        {
            note, deleted, new NoteDeleted(deleted.Note), new NoteLabelled(note.Note, "Temaord", null), GatheringVerbs.ANote(Withheld),
        }) await rooms.MustKeepAsync(gathering.Id, stad.Actor, change);
        await EnterAsync(PhaseKind.Summary, At(PhaseKind.Board));
        await rooms.MustKeepAsync(gathering.Id, stad.Actor, new CommitmentMade(new Commitment("Et lovnadsord", "", null)));
        await rooms.MustKeepAsync(
            gathering.Id, gathering.Owner, new PointPut(new Point(New<Point>(), NoteKind.Barrier, "Et punktord til rapporten", [])));
        await rooms.MustKeepAsync(
            gathering.Id, gathering.Owner, new ConsentAsked(TimeProvider.System.GetUtcNow().AddDays(5), SilenceMeansYes: true));
        if (answers) await WithholdAsync(rooms, gathering);
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        await rooms.MustKeepAsync(
            gathering.Id, gathering.Owner, new PointPut(new Point(New<Point>(), NoteKind.Barrier, "Et etterpåord om alt", [])));
        return gathering;

        static int At(PhaseKind kind) => PhasePlans.Full.FindIndex(phase => phase.Kind == kind);

        Task EnterAsync(PhaseKind kind, int from) => rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PhaseEntered(from, At(kind)));
    }

    private static async Task WithholdAsync(IRooms rooms, TestGathering gathering)
    {
        var seat = gathering.Seats[0].Actor;
        var quote = GatheringView
            .For(await rooms.ReadAsync(gathering.Id), seat)
            .OwnQuotes.Find(quote => quote.Words == Withheld)!;
        await rooms.MustKeepAsync(
            gathering.Id, seat, new ConsentGiven([new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)]));
    }

    private static Id<T> New<T>() => new(Guid.CreateVersion7());

    /// <summary>How the database is reached; empty for SQLite.</summary>
    protected virtual Task<string> DatabaseAsync() => Task.FromResult("");
}
