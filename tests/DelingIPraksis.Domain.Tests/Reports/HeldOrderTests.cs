using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Reports;

/// <summary>The programme in the order in which it was held, who welcomed, who was there and who sat together.</summary>
public sealed class HeldOrderTests
{
    private static readonly Uri _dahl = new("https://stad.example/dahl");

    [Fact]
    public void A_talk_outside_the_blocks_has_a_place_among_them()
    {
        var story = Held().When(Story.Organiser, new BlockMoved(Ids.Block(2), 0)).Stands();
        Assert.Equal(["Innlegg 2", "Bolk 0", "Bolk 1"], Names(story));
        Assert.True(story.Now.Blocks[0].IsTalk);
        story.When(Story.Organiser, new TalkPut(Ids.Block(2), Talk(9))).IsRefused(RefusalReason.NoSuchBlock);
        story.When(Story.Organiser, new BlockDescribed(Ids.Block(2), Title: "Ny")).IsRefused(RefusalReason.NoSuchBlock);
        story.When(Story.Organiser, new TalkMoved(Ids.Talk(0), Ids.Block(2), 0)).IsRefused(RefusalReason.NoSuchBlock);
        story.When(Story.Organiser, new BlockPut(story.Now.Blocks[0] with { Talks = [] })).IsRefused(RefusalReason.Empty);
    }

    [Fact]
    public void A_talk_goes_out_of_its_block_and_into_another()
    {
        var story = Held().When(Story.Organiser, new TalkSetApart(Ids.Talk(0), Ids.Block(9), 0, AfterPoints: false)).Stands();
        Assert.Equal(["Innlegg 0", "Bolk 0", "Bolk 1", "Innlegg 2"], Names(story));
        Assert.Empty(story.Now.Blocks[1].Talks);
        story.When(Story.Organiser, new TalkSetApart(Ids.Talk(0), Ids.Block(8), 0, false)).IsRefused(RefusalReason.NothingToChange);
        story.When(Story.Organiser, new TalkSetApart(Ids.Talk(1), Ids.Block(9), 0, false)).IsRefused(RefusalReason.AlreadyExists);
        story.When(Story.Organiser, new TalkMoved(Ids.Talk(0), Ids.Block(1), 0)).Stands();
        Assert.Equal(["Bolk 0", "Bolk 1", "Innlegg 2"], Names(story));
        Assert.Equal([Ids.Talk(0), Ids.Talk(1)], story.Now.Blocks[1].Talks.Select(talk => talk.Id));
    }

    [Fact]
    public void What_was_held_after_the_group_work_stays_after_its_points()
    {
        var story = Held().When(Story.Organiser, new BlockMoved(Ids.Block(0), 0) { AfterPoints = true }).Stands();
        Assert.Equal(["Bolk 1", "Innlegg 2", "Bolk 0"], Names(story));
        story.When(Story.Organiser, new BlockPut(new Block(Ids.Block(7), "Ny", "", [], false))).Stands();
        Assert.Equal(["Bolk 1", "Innlegg 2", "Ny", "Bolk 0"], Names(story));
        story.When(Story.Organiser, new PointsPlaced(1)).Stands();
        Assert.Equal([false, true, true, true], story.Now.Blocks.Select(block => block.AfterPoints));
        story.When(Story.Organiser, new PointsPlaced(1)).IsRefused(RefusalReason.NothingToChange);
        // A move without a word about the points keeps the part on its side of them.
        story.When(Story.Organiser, new BlockMoved(Ids.Block(0), 0)).Stands();
        Assert.Equal(["Bolk 1", "Bolk 0", "Innlegg 2", "Ny"], Names(story));
    }

    [Fact]
    public void The_order_is_always_first_what_was_before_the_points() => AnyStory.Steps.Sample(
        steps =>
        {
            var blocks = AnyStory.Told(steps).Now.Blocks;
            Assert.Equal(blocks, blocks.OrderBy(block => block.AfterPoints));
            Assert.All(blocks.Where(block => block.IsTalk), block => Assert.Single(block.Talks));
        },
        iter: 300);

    [Fact]
    public void An_old_log_with_one_presentation_reads_as_one_link()
    {
        const string Old = """{"id":"00000000000000000000000000000001","title":"x","speakers":[],"summary":"","presentation":""";
        Assert.Equal([new Link("", _dahl)], GatheringJson.Read<Talk>($"{Old}\"{_dahl}\"}}").Links);
        Assert.Empty(GatheringJson.Read<Talk>($"{Old}null}}").Links);
        var talk = Talk(1) with { Links = [new("Se Dahls", _dahl), new("Se Anderssons", new("https://stad.example/andersson"))] };
        Assert.True(talk.Says(GatheringJson.Read<Talk>(GatheringJson.Write(talk))));
    }

    [Fact]
    public void Links_are_web_addresses_and_not_without_number()
    {
        var story = Held();
        Put([new Link("x", new("javascript:alert(1)"))]).IsRefused(RefusalReason.ImplausibleAddress);
        Put([new Link(new string('x', Limits.Line + 1), _dahl)]).IsRefused(RefusalReason.TooLong);
        Put([.. Enumerable.Repeat(new Link("x", _dahl), Limits.Links + 1)]).IsRefused(RefusalReason.TooMany);
        Put([.. Enumerable.Repeat(new Link("x", _dahl), Limits.Links)]).Stands();
        story.When(Story.Organiser, new WelcomeDescribed(new Welcome([], [new("x", new("ftp://x.no/"))])))
            .IsRefused(RefusalReason.ImplausibleAddress);
        story.When(Story.Organiser, new WelcomeDescribed(new Welcome([new("", "")], []))).IsRefused(RefusalReason.Empty);

        Story Put(IEnumerable<Link> links) =>
            story.When(Story.Organiser, new TalkPut(Ids.Block(0), Talk(0) with { Links = [.. links] }));
    }

    [Fact]
    public void Two_who_write_of_the_welcome_do_not_write_over_one_another()
    {
        var story = Held();
        story.When(Story.Organiser, new WelcomeDescribed(new Welcome([new("Alfred Bjørlo", "Stad")], []), Welcome.None)).Stands();
        story.When(Story.Organiser, new WelcomeDescribed(new Welcome([], [new("", _dahl)]), Welcome.None))
            .IsRefused(RefusalReason.ChangedByOther);
        var read = new Welcome([new("Alfred Bjørlo", "Stad")], []);
        story.When(Story.Organiser, new WelcomeDescribed(read with { Links = [new("", _dahl)] }, read)).Stands();
        Assert.Equal("Alfred Bjørlo", Assert.Single(Report(story).Welcome.Speakers).Name.Value);
    }

    [Fact]
    public void Everybody_took_part_in_a_gathering_from_before_this_tool()
    {
        var story = new Story().When(Story.Organiser, new GatheringCreated(Facts, IsDemo: false));
        Invite(story, 0, PartyKind.Municipality);
        Invite(story, 1, PartyKind.Research);
        Assert.Equal(["P0", "P1"], Participants(story));
        story.When(Story.Organiser, new PartyAttended(Ids.Party(0), false)).Stands();
        Assert.Equal(["P1"], Participants(story));
        story.When(Story.Organiser, new PartyAttended(Ids.Party(9), false)).IsRefused(RefusalReason.NoSuchParty);
    }

    [Fact]
    public void Who_is_in_no_pair_is_listed_and_who_did_not_come_is_not()
    {
        var story = Story.WithPairs(2);
        Invite(story, 5, PartyKind.Municipality);
        Invite(story, 6, PartyKind.Association);
        Assert.Equal(["Kommune 0", "Kommune 1", "P6"], Participants(story));
        story.When(Story.Application, new PersonJoined(Ids.Person(5), Ids.Party(5))).Stands();
        Assert.Equal(["Kommune 0", "Kommune 1", "P5", "P6"], Participants(story));
        Assert.Equal("P5", Assert.Single(story.SeenBy(Story.From(5)).OwnQuotes).Words.Value);
    }

    [Fact]
    public void Who_withholds_its_name_is_in_no_list_of_the_publication()
    {
        var story = Story.WithPairs(2);
        Invite(story, 5, PartyKind.Association);
        story.When(Story.Application, new PersonJoined(Ids.Person(5), Ids.Party(5)))
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        story.When(Story.From(5), Name("P5", QuoteVerdict.Withheld)).Stands()
            .When(Story.From(0), Name("Kommune 0", QuoteVerdict.Softened, "En kystkommune")).Stands();
        Assert.Equal(["En kystkommune", "Kommune 1"], Participants(story));
        Assert.DoesNotContain("P5", GatheringJson.Write(Report(story)), StringComparison.Ordinal);
        story.When(Story.Organiser, new ReportChosen(new ReportChoices(Names: false))).Stands();
        Assert.Empty(Participants(story));
        Assert.Equal(3, GatheringReport.Of(story.Now, attributed: true).Participants.Count);

        static ConsentGiven Name(string name, QuoteVerdict verdict, string instead = "") =>
            new([new QuoteAnswer(new QuoteRef(QuoteKind.Name), verdict, name, instead)]);
    }

    [Fact]
    public void Pairs_by_hand_may_have_several_threes_and_leave_somebody_out()
    {
        var story = Story.Planned(8).When(Story.Organiser, Recorded([0, 1, 2], [3, 4, 5], [6, 7])).Stands();
        Assert.Equal(3, story.Now.Workshop.Pairs.Count);
        story.When(Story.Organiser, Recorded([0, 1])).Stands();
        Assert.Single(story.Now.Workshop.Pairs);
        story.When(Story.Organiser, Recorded([0, 1], [1, 2])).IsRefused(RefusalReason.GroupsDoNotFit);
        story.When(Story.Organiser, Recorded([0])).IsRefused(RefusalReason.GroupsDoNotFit);
        story.When(Story.Organiser, Recorded([0, 99])).IsRefused(RefusalReason.NoSuchParty);
        story.When(Story.Facilitator, new PhaseEntered(-1, 0)).Stands();
        story.When(Story.Organiser, Recorded([2, 3])).IsRefused(RefusalReason.WorkshopRuns);
    }

    [Fact]
    public void An_archive_keeps_the_order_the_links_the_welcome_and_who_was_there()
    {
        var story = Held().When(Story.Organiser, new BlockMoved(Ids.Block(2), 9) { AfterPoints = true })
            .When(Story.Organiser, new TalkPut(Ids.Block(0), Talk(0) with { Links = [new("Dahl", _dahl), new("Andersson", _dahl)] }))
            .When(Story.Organiser, new WelcomeDescribed(new Welcome([new("Alfred Bjørlo", "Stad")], [new("", _dahl)])))
            .When(Story.Organiser, new GatheringDescribed(Facts with { OriginalReport = _dahl })).Stands();
        Invite(story, 5, PartyKind.Municipality);
        var archive = GatheringArchives.Of(story.Now);
        var again = new Story().When(Story.Organiser, new GatheringImported(archive)).Stands();
        Assert.Equal(GatheringJson.Write(archive), GatheringJson.Write(GatheringArchives.Of(again.Now)));
        Assert.Equal(Participants(story), Participants(again));
        Assert.Equal(["Bolk 0", "Bolk 1", "Innlegg 2"], Names(again));
    }

    private static GatheringFacts Facts => GatheringFacts.None with { Title = "Samling", Network = "N", Date = new DateOnly(2021, 6, 7) };

    private static PairsRecorded Recorded(params int[][] groups) =>
        new([.. groups.Select((group, index) => new Pair(Ids.Pair(index), [.. group.Select(Ids.Party)], []))]);

    private static void Invite(Story story, int party, PartyKind kind) =>
        story.When(Story.Organiser, new PartyInvited(Ids.Party(party), $"P{party}", null, kind, null)).Stands();

    private static Talk Talk(int number) => new(Ids.Talk(number), $"Innlegg {number}", [], "", null);

    private static GatheringReport Report(Story story) => GatheringReport.Of(story.Now, attributed: false);

    private static IEnumerable<string> Participants(Story story) => Report(story).Participants.Select(party => party.Name.Value);

    private static IEnumerable<string> Names(Story story) => story.Now.Blocks.Select(block => block.Name.Value);

    private static Story Held() => Story.Planned(2)
        .When(Story.Organiser, new BlockPut(new Block(Ids.Block(0), "Bolk 0", "", [Talk(0)], true))).Stands()
        .When(Story.Organiser, new BlockPut(new Block(Ids.Block(1), "Bolk 1", "", [Talk(1)], false))).Stands()
        .When(Story.Organiser, new BlockPut(Block.Of(Ids.Block(2), Talk(2)))).Stands();
}
