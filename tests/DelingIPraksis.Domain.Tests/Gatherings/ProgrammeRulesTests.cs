using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>The programme and those invited: what can be set up, corrected, moved and taken out, and what stays as it is.</summary>
public sealed class ProgrammeRulesTests
{
    private static readonly GatheringFacts Facts = Story.Planned(2).Now.Facts;

    [Theory]
    [InlineData("08:30", "08:30")]
    [InlineData("12:00", "09:00")]
    public void A_gathering_does_not_end_before_it_begins(string starts, string ends) =>
        Story
            .Planned(2)
            .When(Story.Organiser, new GatheringDescribed(Facts with { StartsAt = Time(starts), EndsAt = Time(ends) }))
            .IsRefused(RefusalReason.ImplausibleTime);

    [Theory]
    [InlineData("08:30", "15:00")]
    [InlineData("08:30", null)]
    [InlineData(null, "15:00")]
    public void Beginning_and_end_may_be_set_one_at_a_time(string? starts, string? ends)
    {
        var story = Story
            .Planned(2)
            .When(Story.Organiser, new GatheringDescribed(Facts with { StartsAt = Time(starts), EndsAt = Time(ends) }))
            .Stands();
        Assert.Equal((Time(starts), Time(ends)), (story.Now.Facts.StartsAt, story.Now.Facts.EndsAt));
    }

    [Fact]
    public void The_number_and_the_county_of_one_invited_have_a_length_they_cannot_pass()
    {
        var story = Story.Planned(2);
        story
            .When(
                Story.Facilitator,
                new PartyInvited(Ids.Party(8), "Stad", new string('4', Limits.RegisterNumber + 1), PartyKind.Municipality, null)
            )
            .IsRefused(RefusalReason.TooLong);
        story
            .When(
                Story.Facilitator,
                new PartyRenamed(Ids.Party(1), "Stad", "4649", PartyKind.Municipality, new string('f', Limits.Name + 1))
            )
            .IsRefused(RefusalReason.TooLong);
        story.When(Story.Facilitator, new PartyInvited(Ids.Party(8), "Stad", "4649", PartyKind.Municipality, "Vestland")).Stands();
    }

    [Fact]
    public void The_video_call_is_a_web_address_and_no_stranger_sees_it()
    {
        var story = Story.Planned(2);
        story
            .When(Story.Organiser, new GatheringDescribed(Facts with { Meeting = new Uri("javascript:alert(1)") }))
            .IsRefused(RefusalReason.ImplausibleAddress);
        story.When(Story.Organiser, new GatheringDescribed(Facts with { Meeting = new Uri("https://video.example/1") })).Stands();
        Assert.NotNull(story.SeenBy(Story.From(0)).Facts.Meeting);
        Assert.Null(story.SeenBy(Story.Stranger).Facts.Meeting);
    }

    [Fact]
    public void Two_who_plan_at_once_lose_nothing()
    {
        var story = Story.Planned(2);
        ImmutableList<Phase> full = [.. story.Now.Workshop.Plan];
        var read = new PlanRead(story.Now.Workshop.Theme, full);
        story.When(Story.Organiser, new WorkshopPlanned(read.Theme, full.RemoveAt(0), read)).Stands();
        story.When(Story.Organiser, new WorkshopPlanned("Nytt tema", full, read)).IsRefused(RefusalReason.ChangedByOther);
        story
            .When(Story.Organiser, new WorkshopPlanned("Nytt tema", full.RemoveAt(0), read with { Plan = [.. full.RemoveAt(0)] }))
            .Stands();
        story
            .When(Story.Organiser, new WorkshopPlanned(read.Theme, full, read with { Plan = full.RemoveAt(0) }))
            .IsRefused(RefusalReason.ChangedByOther);
        // As every log before this one has it.
        story.When(Story.Organiser, new WorkshopPlanned(read.Theme, full)).Stands();
    }

    [Fact]
    public void Two_who_describe_the_gathering_at_once_never_write_over_each_other()
    {
        var story = Story.Planned(2);
        story.When(Story.Organiser, new GatheringDescribed(Facts with { Host = "Stad kommune" }, Facts)).Stands();
        story
            .When(Story.Organiser, new GatheringDescribed(Facts with { Place = "Nordfjordeid" }, Facts))
            .IsRefused(RefusalReason.ChangedByOther);
        story.When(Story.Organiser, new GatheringDescribed(story.Now.Facts with { Place = "Nordfjordeid" }, story.Now.Facts)).Stands();
        Assert.Equal(("Stad kommune", "Nordfjordeid"), (story.Now.Facts.Host.Value, story.Now.Facts.Place.Value));
    }

    [Fact]
    public void A_block_is_described_a_part_at_a_time_and_keeps_its_talks()
    {
        var story = WithBlocks(1, 1)
            .When(Story.Organiser, new BlockDescribed(Ids.Block(0), Introduction: "Om det sirkulære"))
            .When(Story.Organiser, new BlockDescribed(Ids.Block(0), HasWorkshop: true));
        var block = Assert.Single(story.Now.Blocks);
        Assert.Equal(
            ("Bolk 0", "Om det sirkulære", true, 1),
            (block.Title.Value, block.Introduction.Value, block.HasWorkshop, block.Talks.Count)
        );
        story.When(Story.Organiser, new BlockDescribed(Ids.Block(0), Title: "")).IsRefused(RefusalReason.Empty);
    }

    [Fact]
    public void Blocks_and_talks_are_moved_within_and_between()
    {
        var story = WithBlocks(2, 2)
            .When(Story.Organiser, new BlockMoved(Ids.Block(1), 0)).Stands()
            .When(Story.Organiser, new TalkMoved(Ids.Talk(0), Ids.Block(1), 1)).Stands()
            .When(Story.Organiser, new TalkMoved(Ids.Talk(1), Ids.Block(0), 99)).Stands();
        Assert.Equal([Ids.Block(1), Ids.Block(0)], story.Now.Blocks.Select(block => block.Id));
        Assert.Equal([Ids.Talk(2), Ids.Talk(0), Ids.Talk(3)], story.Now.Blocks[0].Talks.Select(talk => talk.Id));
        Assert.Equal([Ids.Talk(1)], story.Now.Blocks[1].Talks.Select(talk => talk.Id));
        story.When(Story.Organiser, new TalkMoved(Ids.Talk(1), Ids.Block(7), 0)).IsRefused(RefusalReason.NoSuchBlock);
    }

    [Fact]
    public void A_talk_that_somebody_else_has_changed_is_not_written_over()
    {
        var story = WithBlocks(1, 1);
        var read = story.Now.Blocks[0].Talks[0];
        story.When(Story.Organiser, new TalkPut(Ids.Block(0), read with { Speakers = [new("Hege Westskog", "CICERO")] }, read)).Stands();
        story
            .When(Story.Organiser, new TalkPut(Ids.Block(0), read with { Summary = "Om kretsløp" }, read))
            .IsRefused(RefusalReason.ChangedByOther);
        var now = story.Now.Blocks[0].Talks[0];
        story
            .When(
                Story.Organiser,
                new TalkPut(Ids.Block(0), now with { Summary = "Om kretsløp" }, now with { Speakers = [.. now.Speakers] })
            )
            .Stands();
        story.When(Story.Organiser, new TalkRemoved(read.Id)).Stands();
        story.When(Story.Organiser, new TalkPut(Ids.Block(0), now, now)).IsRefused(RefusalReason.NoSuchBlock);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("side.html")]
    public void A_presentation_is_a_web_address(string address) => WithBlocks(1, 0)
            .When(
                Story.Organiser,
                new TalkPut(Ids.Block(0), new Talk(Ids.Talk(9), "Kretsløp", [], "", new Uri(address, UriKind.RelativeOrAbsolute)))
            )
        .IsRefused(RefusalReason.ImplausibleAddress);

    [Fact]
    public void One_who_has_not_begun_is_renamed_and_withdrawn_and_leaves_nothing_behind()
    {
        var story = Story.Planned(3).When(Story.Organiser, new PartyInvited(Ids.Party(3), "Stadd", null, PartyKind.Other, null));
        story.When(Story.Facilitator, new PartyRenamed(Ids.Party(3), "Stad", "4649", PartyKind.Municipality, "Vestland")).Stands();
        Assert.Equal(
            ("Stad", "4649", 3),
            (
                story.Now.Parties[Ids.Party(3)].Name.Value,
                story.Now.Parties[Ids.Party(3)].RegisterNumber,
                story.Now.Parties[Ids.Party(3)].Order
            )
        );
        story.When(Story.Facilitator, new PairWished(new PairWish(Ids.Party(3), Ids.Party(0), true))).Stands();
        story
            .When(
                Story.Facilitator,
                new PairsProposed([
                    new Pair(Ids.Pair(0), [Ids.Party(0), Ids.Party(1)], []),
                    new Pair(Ids.Pair(1), [Ids.Party(2), Ids.Party(3)], []),
                ])
            )
            .Stands();
        story.When(Story.Facilitator, new PartyWithdrawn(Ids.Party(3))).Stands();
        Assert.Empty(story.Now.Workshop.Proposal);
        Assert.Empty(story.Now.Workshop.Wishes);
        Assert.Equal(3, story.Now.Parties.Count);
        story.When(Story.Organiser, new PartyInvited(Ids.Party(3), "Stad", "4649", PartyKind.Municipality, "Vestland")).Stands();
        Assert.Equal([0, 1, 2, 3], story.Now.PartiesInOrder.Select(party => party.Order));
    }

    [Fact]
    public void One_who_has_begun_stays()
    {
        Story.WithPairs(2).When(Story.Organiser, new PartyWithdrawn(Ids.Party(0))).IsRefused(RefusalReason.PartyHasBegun);
        Story.Planned(2).When(Story.Organiser, new PartyWithdrawn(Ids.Party(0))).IsRefused(RefusalReason.PartyHasBegun);
        Story.Planned(2).When(Story.From(0), new TextWritten(TextField.Challenge, "Lager", 0)).Stands()
            .When(Story.Organiser, new PartyRenamed(Ids.Party(0), "Stad", null, PartyKind.Other, null))
            .IsRefused(RefusalReason.PartyHasBegun);
    }

    [Fact]
    public void A_new_name_must_be_free() =>
        Story
            .Planned(2)
            .When(Story.Organiser, new PartyRenamed(Ids.Party(0), "KOMMUNE 1", null, PartyKind.Municipality, null))
            .IsRefused(RefusalReason.DuplicateParty);

    [Theory]
    [InlineData("Bodø", null)]
    [InlineData("bodø kommune", null)]
    [InlineData("Bod\u200Bø", null)]
    [InlineData("Bodø by", "1804")]
    public void Nobody_is_in_twice_under_another_spelling(string name, string? number)
    {
        var story = Story
            .Planned(1)
            .When(Story.Organiser, new PartyInvited(Ids.Party(7), "Bodø", "1804", PartyKind.Municipality, "Nordland"))
            .Stands();
        story
            .When(Story.Organiser, new PartyInvited(Ids.Party(8), name, number, PartyKind.Other, null))
            .IsRefused(RefusalReason.DuplicateParty);
        story
            .When(Story.Organiser, new PartyRenamed(Ids.Party(0), name, number, PartyKind.Other, null))
            .IsRefused(RefusalReason.DuplicateParty);
    }

    [Fact]
    public void Two_that_only_their_numbers_tell_apart_are_two() => Story.Planned(0)
        .When(Story.Organiser, new PartyInvited(Ids.Party(1), "Herøy", "1515", PartyKind.Municipality, "Møre og Romsdal")).Stands()
        .When(Story.Organiser, new PartyInvited(Ids.Party(2), "Herøy", "1818", PartyKind.Municipality, "Nordland")).Stands()
            .When(Story.Organiser, new PartyInvited(Ids.Party(3), "Herøy", null, PartyKind.Municipality, null))
            .IsRefused(RefusalReason.DuplicateParty);

    [Fact]
    public void A_log_of_an_earlier_day_stands_with_one_that_is_in_twice()
    {
        var story = Story
            .Planned(0)
            .When(Story.Organiser, new PartyInvited(Ids.Party(1), "Bodø", "1804", PartyKind.Municipality, "Nordland"))
            .Stands();
        var entry = new Entry(
            story.Now.Sequence + 1,
            Guid.NewGuid(),
            story.Clock,
            Story.Organiser,
            new PartyInvited(Ids.Party(2), "Bodø", null, PartyKind.Other, null)
        );
        Assert.IsType<Outcome.Refused>(Rules.Decide(story.Now, entry));
        Assert.Equal(2, Rules.Fold(story.Now, [entry]).Parties.Count);
    }

    [Fact]
    public void A_gathering_is_never_without_an_organiser()
    {
        var story = Story.Planned(2);
        foreach (var role in new[] { Role.None, Role.Facilitator, Role.Observer })
            story.When(Story.Organiser, new StaffAppointed(Ids.User(1), role)).IsRefused(RefusalReason.LastOrganiser);
        story.When(Story.Organiser, new StaffAppointed(Ids.User(2), Role.Organiser)).Stands();
        story.When(Story.Organiser, new StaffAppointed(Ids.User(1), Role.None)).Stands();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void A_phase_lasts_from_one_minute_to_eight_hours(int minutes) => Story.Planned(2)
            .When(Story.Organiser, new WorkshopPlanned("sirkulærøkonomi", [new Phase(PhaseKind.Board, minutes)]))
            .IsRefused(RefusalReason.ImplausibleMinutes);

    [Fact]
    public void A_phase_may_have_instructions_of_its_own_and_an_older_plan_has_none()
    {
        var plan = new Phase(PhaseKind.Presentation, 10, "Vis et bilde", "Noter to ting");
        var story = Story.Planned(2).When(Story.Organiser, new WorkshopPlanned("sirkulærøkonomi", [plan])).Stands();
        Assert.Equal(plan, Assert.Single(story.Now.Workshop.Plan));
        Assert.Equal(new Phase(PhaseKind.Board, 12), GatheringJson.Read<Phase>("""{"kind":"board","minutes":12}"""));
        story
            .When(Story.Organiser, new WorkshopPlanned("sirkulærøkonomi", [plan with { ForCommenter = new string('x', Limits.Note + 1) }]))
            .IsRefused(RefusalReason.TooLong);
    }

    private static Story WithBlocks(int blocks, int talksInEach)
    {
        var (story, talk) = (Story.Planned(2), 0);
        for (var block = 0; block < blocks; block++)
        {
            story.When(Story.Organiser, new BlockPut(new Block(Ids.Block(block), $"Bolk {block}", "", [], false))).Stands();
            for (var count = 0; count < talksInEach; count++, talk++)
                story
                    .When(Story.Organiser, new TalkPut(Ids.Block(block), new Talk(Ids.Talk(talk), $"Innlegg {talk}", [], "", null)))
                    .Stands();
        }

        return story;
    }

    private static TimeOnly? Time(string? written) =>
        written is null ? null : TimeOnly.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
