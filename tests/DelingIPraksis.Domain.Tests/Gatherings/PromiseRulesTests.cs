using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>What a party takes home: several promises, witnessed by its partner, and what became of them.</summary>
public sealed class PromiseRulesTests
{
    private const string What = "Kartlegge lagerplass i alle bygg";

    [Fact]
    public void A_party_makes_several_promises_changes_one_and_takes_one_away_and_back()
    {
        var story = Made(0, 1, 2)
            .When(Story.From(0), new PromisePut(Ids.Promise(1), new Commitment("Andre ord", "Plansjefen", null))).Stands()
            .When(Story.From(0), new PromiseWithdrawn(Ids.Promise(2), true)).Stands();
        Assert.Equal([What, "Andre ord"], story.WorkOf(0).Promises.Select(promise => promise.Commitment.What.Value));
        story.When(Story.From(0), new PromiseWithdrawn(Ids.Promise(2), false)).Stands();
        Assert.Equal(3, story.WorkOf(0).Promises.Count);
    }

    [Fact]
    public void A_promise_is_made_when_the_summary_is_reached_and_until_the_group_work_has_ended()
    {
        Story.WithPairs(2).Until(PhaseKind.Board).When(Story.From(0), Put(0)).IsRefused(RefusalReason.NotYet);
        Made().When(Story.Facilitator, new WorkshopClosed()).Stands().When(Story.From(0), Put(0)).IsRefused(RefusalReason.Closed);
    }

    [Fact]
    public void A_promise_without_words_or_without_an_owner_or_with_a_day_that_is_over_is_refused()
    {
        var yesterday = DateOnly.FromDateTime(Story.Start.UtcDateTime).AddDays(-1);
        Made().When(Story.From(0), new PromisePut(Ids.Promise(0), new("", "Plansjefen", null))).IsRefused(RefusalReason.Empty);
        Made().When(Story.From(0), new PromisePut(Ids.Promise(0), new(What, "", null))).IsRefused(RefusalReason.OwnerMissing);
        Made().When(Story.From(0), new PromisePut(Ids.Promise(0), new(What, "Plansjefen", yesterday)))
            .IsRefused(RefusalReason.DateInThePast);
    }

    [Fact]
    public void There_is_an_end_to_how_many_promises_one_party_makes() =>
        Made([.. Enumerable.Range(0, Limits.PromisesOfParty)]).When(Story.From(0), Put(50)).IsRefused(RefusalReason.TooMany);

    [Fact]
    public void The_partner_is_a_witness_of_the_words_it_has_read()
    {
        var story = Made(0).When(Story.From(1), new PromiseWitnessed(Ids.Party(0), Ids.Promise(0), true)).Stands();
        Assert.Equal([Ids.Party(1)], story.WorkOf(0).Promises[0].Witnesses!);
        story.When(Story.From(0), new PromisePut(Ids.Promise(0), new("Noe annet", "Plansjefen", null))).Stands();
        Assert.Null(story.WorkOf(0).Promises[0].Witnesses);
        story.When(Story.From(0), new PromiseWitnessed(Ids.Party(0), Ids.Promise(0), true)).IsRefused(RefusalReason.NotPartner);
        story.When(Story.From(1), new PromiseWitnessed(Ids.Party(0), Ids.Promise(9), true)).IsRefused(RefusalReason.NoSuchPromise);
    }

    [Fact]
    public void What_became_of_it_is_said_after_the_end_by_the_party_or_by_its_link_and_by_nobody_else()
    {
        var story = Made(0).When(Story.Facilitator, new WorkshopClosed()).Stands()
            .When(Story.From(0), new PromiseAnswered(Ids.Promise(0), PromiseState.Begun)).Stands()
            .When(Story.Application, new PromiseAnswered(Ids.Promise(0), PromiseState.Done, "Ferdig i mai", Ids.Party(0))).Stands();
        Assert.Equal(PromiseState.Done, story.WorkOf(0).Promises[0].Answer?.State);
        story.When(Story.From(1), new PromiseAnswered(Ids.Promise(0), PromiseState.Dropped)).IsRefused(RefusalReason.NoSuchPromise);
        story.When(Story.From(1), new PromiseAnswered(Ids.Promise(0), PromiseState.Dropped, "", Ids.Party(0)))
            .IsRefused(RefusalReason.NotAllowed);
        story.When(Story.Application, new PromiseAnswered(Ids.Promise(0), null, "", Ids.Party(0))).Stands();
        Assert.Null(story.WorkOf(0).Promises[0].Answer);
    }

    [Fact]
    public void Why_a_promise_was_dropped_is_for_the_party_and_for_those_who_lead_and_for_no_file()
    {
        var story = Made(0).When(Story.From(0), new PromiseAnswered(Ids.Promise(0), PromiseState.Dropped, "Budsjettet røk")).Stands();
        Assert.Equal("Budsjettet røk", WhyReadBy(Story.From(0)));
        Assert.Equal("Budsjettet røk", WhyReadBy(Story.Organiser));
        Assert.Equal("", WhyReadBy(Story.From(1)));
        Assert.DoesNotContain(
            "Budsjettet",
            GatheringJson.Write(GatheringReport.Of(story.Now, attributed: true).Archive!),
            StringComparison.Ordinal
        );

        string WhyReadBy(Actor actor) => story.SeenBy(actor).Work(Ids.Party(0))!.Promises[0].Answer!.Why.Value;
    }

    [Fact]
    public void A_log_from_when_there_could_be_only_one_commitment_gives_one_promise_and_its_quote_is_the_same()
    {
        var story = Made().When(Story.From(0), new CommitmentMade(new(What, "", new DateOnly(2020, 1, 1)))).Stands()
            .When(Story.From(0), new CommitmentMade(new("Bedre ord", "Rådmannen", null))).Stands();
        Assert.Equal(["Bedre ord"], story.WorkOf(0).Promises.Select(promise => promise.Commitment.What.Value));
        Assert.Contains(new QuoteRef(QuoteKind.Commitment), Quotes.Of(story.Now, Ids.Party(0)).Select(quote => quote.Ref));
        story.When(Story.From(0), new CommitmentMade(new("", "", null))).Stands();
        Assert.Empty(story.WorkOf(0).Promises);
    }

    [Fact]
    public void A_promise_that_is_withheld_is_in_no_edition_and_the_others_are()
    {
        var story = Made(0).When(Story.From(0), new PromisePut(Ids.Promise(1), new("Hemmelig løfte", "Plansjefen", null))).Stands()
            .When(Story.Organiser, new ReportChosen(ReportChoices.Usual with { Commitments = true })).Stands()
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        var quote = Quotes.Of(story.Now, Ids.Party(0)).Single(quote => quote.Words.Value.StartsWith("Hemmelig", StringComparison.Ordinal));
        story.When(Story.From(0), new ConsentGiven([new(quote.Ref, QuoteVerdict.Withheld, quote.Words)])).Stands();
        foreach (var attributed in new[] { true, false })
            Assert.DoesNotContain("Hemmelig", GatheringJson.Write(GatheringReport.Of(story.Now, attributed)), StringComparison.Ordinal);
        Assert.Equal([What], GatheringReport.Of(story.Now, attributed: false).Commitments.Select(promise => promise.What.Value));
        Assert.Equal(2, PromiseTally.Of(story.Now).Promised);
    }

    [Fact]
    public void The_table_adds_up_to_every_promise_that_was_made_whatever_happens() => AnyStory.Steps.Sample(steps =>
    {
        var now = AnyStory.Told(steps).Now;
        var tally = PromiseTally.Of(now);
        var made = now.Workshop.Work.Values.Sum(work => work.Promises.Count);
        return tally.IsSound
            && tally.Promised == made
            && tally.Decided + tally.Dropped + tally.Unanswered == made
            && tally.Decided == tally.Begun + tally.Done;
    });

    [Fact]
    public void The_figures_of_an_earlier_gathering_are_told_in_the_report_only_when_they_can_be_true()
    {
        var earlier = new EarlierPromises(new DateOnly(2021, 1, 1), new PromiseTally(5, 2, 1, 1, 3));
        var story = Made().When(Story.Organiser, new EarlierPromisesTold(earlier)).Stands();
        Assert.Equal(earlier, GatheringReport.Of(story.Now, attributed: false).EarlierPromises);
        story.When(Story.Organiser, new EarlierPromisesTold(earlier with { Tally = new(1, 2, 1, 1, 1) }))
            .IsRefused(RefusalReason.ImplausibleNumber);
        story.When(Story.Organiser, new EarlierPromisesTold(null)).Stands();
        Assert.Null(GatheringReport.Of(story.Now, attributed: false).EarlierPromises);
    }

    private static PromisePut Put(int promise) =>
        new(Ids.Promise(promise), new Commitment(What, "Eiendomssjefen", new DateOnly(2021, 9, 1)));

    private static Story Made(params int[] promises) => promises.Aggregate(
        Story.WithPairs(2).Until(PhaseKind.Summary),
        (story, promise) => story.When(Story.From(0), Put(promise)).Stands());
}
