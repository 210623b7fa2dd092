using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>What a party answers to its invitation, and what it says of the partner it is shown before the gathering.</summary>
public sealed class RsvpRulesTests
{
    private static readonly Rsvp _three = new(true, 2, 1);

    [Fact]
    public void An_answer_is_changed_until_the_day_is_over()
    {
        var story = Story.Planned(3).When(Story.Application, new InvitationAnswered(Ids.Party(0), _three)).Stands();
        story.When(Story.Application, new InvitationAnswered(Ids.Party(0), Rsvp.No)).Stands();
        Assert.False(story.SeenBy(Story.Organiser).Rsvps[Ids.Party(0)].Comes);
        story.When(Story.Facilitator, new InvitationAnswered(Ids.Party(0), null)).Stands();
        Assert.Empty(story.SeenBy(Story.Organiser).Rsvps);
        Assert.Null(story.Now.Rsvps);
        story.After(TimeSpan.FromDays(1)).When(Story.Application, new InvitationAnswered(Ids.Party(0), _three))
            .IsRefused(RefusalReason.Closed);
    }

    [Fact]
    public void Two_who_answer_from_the_same_link_do_not_overwrite_each_other()
    {
        var story = Story.Planned(2).When(Story.Application, new InvitationAnswered(Ids.Party(0), _three, new RsvpRead(null))).Stands();
        story.When(Story.Application, new InvitationAnswered(Ids.Party(0), Rsvp.No, new RsvpRead(null)))
            .IsRefused(RefusalReason.ChangedByOther);
        story.When(Story.Application, new InvitationAnswered(Ids.Party(0), Rsvp.No, new RsvpRead(_three))).Stands();
    }

    [Fact]
    public void The_number_who_come_is_from_one_to_ninety_nine() => Gen.Select(Gen.Bool, Gen.Int, Gen.Int).Sample((comes, room, screen) =>
    {
        var refusal = Story.Planned(2).When(Story.Application, new InvitationAnswered(Ids.Party(0), new Rsvp(comes, room, screen))).Refusal;
        var fits = comes ? room >= 0 && screen >= 0 && (long)room + screen is >= 1 and <= 99 : room == 0 && screen == 0;
        return fits ? refusal is null : refusal is { Reason: RefusalReason.ImplausiblePeople, Limit: 99 };
    });

    [Fact]
    public void Only_those_who_follow_see_who_comes_and_a_party_sees_its_own()
    {
        var now = Story.Planned(3).When(Story.Application, new InvitationAnswered(Ids.Party(0), _three)).Now;
        Assert.Single(GatheringView.For(now, Story.Observer).Rsvps);
        foreach (var actor in new[] { Story.Stranger, Story.From(1) }) Assert.Empty(GatheringView.For(now, actor).Rsvps);
        Assert.Equal(_three, GatheringView.ForParty(now, Ids.Party(0)).OwnRsvp);
        Assert.Null(GatheringView.ForParty(now, Ids.Party(1)).OwnRsvp);
    }

    [Fact]
    public void A_party_accepts_the_partner_it_is_shown_or_asks_for_another_and_says_why()
    {
        var story = Shown();
        story.When(Story.Application, Answer(0, true, "", 1)).Stands();
        story.When(Story.Application, Answer(2, false, "  ", 3)).IsRefused(RefusalReason.Empty);
        story.When(Story.Application, Answer(2, false, new string('x', 301), 3)).IsRefused(RefusalReason.TooLong);
        story.When(Story.Application, Answer(2, false, "Vi møtte dem i vår", 3)).Stands();
        var seen = story.SeenBy(Story.Organiser);
        Assert.True(seen.PartnerAnswerOf(Ids.Party(0))!.Accepts);
        Assert.Equal("Vi møtte dem i vår", seen.PartnerAnswerOf(Ids.Party(2))!.Reason.Value);
        Assert.Null(seen.PartnerAnswerOf(Ids.Party(1)));
    }

    [Fact]
    public void An_answer_about_a_partner_that_has_changed_since_is_refused_and_no_longer_counts()
    {
        var story = Shown().When(Story.Application, Answer(0, true, "", 1)).Stands();
        story.When(Story.Facilitator, new PairsPreviewed([Story.Grouped(0, 0, 2), Story.Grouped(1, 1, 3)])).Stands();
        Assert.Null(story.SeenBy(Story.Organiser).PartnerAnswerOf(Ids.Party(0)));
        story.When(Story.Application, Answer(0, true, "", 1)).IsRefused(RefusalReason.NotPartner);
        story.When(Story.Facilitator, new PairsPreviewed([])).Stands();
        story.When(Story.Application, Answer(0, true, "", 2)).IsRefused(RefusalReason.NotPaired);
    }

    [Fact]
    public void A_party_sees_its_own_partner_and_nobody_reads_the_reason_but_those_who_lead()
    {
        var now = Shown().When(Story.Application, Answer(2, false, "Vi møtte dem i vår", 3)).Now;
        Assert.Equal([Ids.Party(0), Ids.Party(1)], GatheringView.ForParty(now, Ids.Party(0)).OwnPreview!.Members);
        foreach (var view in new[]
        {
            GatheringView.ForParty(now, Ids.Party(3)), GatheringView.For(now, Story.Observer), GatheringView.For(now, Story.From(3)),
            GatheringView.For(now, Story.Stranger),
        })
        {
            Assert.Empty(view.Preview);
            Assert.Null(view.PartnerAnswerOf(Ids.Party(2)));
        }
    }

    [Fact]
    public void A_party_that_is_withdrawn_leaves_nothing_and_comes_back_with_its_answer()
    {
        var story = new Story()
            .When(Story.Organiser, new GatheringCreated(Story.Planned(1).Now.Facts, IsDemo: false))
            .When(Story.Organiser, new PartyInvited(Ids.Party(0), "A", null, PartyKind.Municipality, null))
            .When(Story.Organiser, new PartyInvited(Ids.Party(1), "B", null, PartyKind.Municipality, null))
            .When(Story.Application, new InvitationAnswered(Ids.Party(0), _three))
            .When(Story.Organiser, new PairsPreviewed([Story.Grouped(0, 0, 1)])).Stands();
        var before = story.Now;
        story.When(Story.Organiser, new PartyWithdrawn(Ids.Party(0))).Stands();
        Assert.Null(story.Now.Rsvps);
        Assert.Null(story.Now.Workshop.Preview);
        foreach (var change in Undo.Of(before, story.Log[^1], story.Now, story.Clock)) story.When(Story.Organiser, change).Stands();
        Assert.Equal(_three, story.Now.Rsvps![Ids.Party(0)]);
    }

    [Fact]
    public void What_was_shown_is_taken_back_by_undo()
    {
        var story = Shown();
        var before = story.Now;
        story.When(Story.Facilitator, new PairsPreviewed([Story.Grouped(0, 0, 2), Story.Grouped(1, 1, 3)]));
        foreach (var change in Undo.Of(before, story.Log[^1], story.Now, story.Clock)) story.When(Story.Facilitator, change).Stands();
        Assert.Equal(before.Workshop.Preview, story.Now.Workshop.Preview);
    }

    [Fact]
    public void Who_said_that_it_comes_is_in_the_archive_and_why_a_partner_was_not_wanted_is_not()
    {
        var now = Shown().When(Story.Application, new InvitationAnswered(Ids.Party(0), _three))
            .When(Story.Application, Answer(2, false, "Vi møtte dem i vår", 3)).Now;
        var archive = GatheringArchives.Of(now);
        var made = new Story().When(Story.Application, new GatheringImported(archive)).Stands().Now;
        Assert.Equal(_three, made.Rsvps![Ids.Party(0)]);
        Assert.DoesNotContain("i vår", GatheringJson.Write(archive), StringComparison.Ordinal);
    }

    private static Story Shown() =>
        Story.Planned(4).When(Story.Facilitator, new PairsPreviewed([Story.Grouped(0, 0, 1), Story.Grouped(1, 2, 3)])).Stands();

    private static PartnerAnswered Answer(int party, bool accepts, string reason, params int[] partners) =>
        new(Ids.Party(party), [.. partners.Select(Ids.Party)], accepts, reason);
}
