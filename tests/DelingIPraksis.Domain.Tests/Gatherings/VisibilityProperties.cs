using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>
/// Every text in a story carries whose it is; here everything a view hands out is read, and nothing may be there that must not.
/// </summary>
public sealed class VisibilityProperties
{
    [Fact]
    public void A_participant_reads_only_the_own_partys_texts_and_what_the_partner_has_presented_handed_over_or_put_on_the_board() =>
        AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        foreach (var person in Enumerable.Range(0, 5).Select(Story.From))
        {
            var view = story.SeenBy(person);
            HashSet<string> allowed = story.Now.PartyOf(person) is { } party ? Allowed(story.Now.Workshop, party, view.OwnPair) : [];
            if (!Everything(view).All(allowed.Contains)) return false;
        }

        return true;
    });

    [Fact]
    public void Those_who_lead_or_follow_read_nothing_that_is_still_private() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        var open = story.Now.Workshop.Work.Values.SelectMany(work => Shared(work)).ToHashSet();
        return new[] { Story.Facilitator, Story.Observer }.All(actor => Everything(story.SeenBy(actor)).All(open.Contains));
    });

    [Fact]
    public void A_stranger_reads_nothing_that_anybody_wrote() => AnyStory.Steps.Sample(steps =>
    {
        var view = AnyStory.Told(steps).SeenBy(Story.Stranger);
        return !Everything(view).Any()
            && view.Pairs.Count == 0
            && view.Points.Count + view.Sections.Count + view.Groups.Count + view.LeftOut.Count == 0
            && view.Message is null;
    });

    [Fact]
    public void One_who_was_shown_out_reads_nothing() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps).When(Story.Facilitator, new Change.PersonShownOut(Ids.Person(0)));
        return !Everything(story.SeenBy(Story.From(0))).Any();
    });

    private static HashSet<string> Allowed(Workshop workshop, Id<Party> reader, Pair? pair)
    {
        var allowed = Own(workshop.WorkOf(reader)).ToHashSet();
        foreach (var partner in pair?.Members.Remove(reader) ?? [])
        {
            var work = workshop.WorkOf(partner);
            // In a later round: what belongs to that round, and nothing of what was said to an earlier partner.
            allowed.UnionWith(workshop.Round == 0 ? Shared(work) : SharedIn(workshop.Round, work, pair!.Members));
        }

        foreach (var earlier in Enumerable.Range(0, workshop.Round).Select(round => workshop.PairOf(reader, round)).OfType<Pair>())
            foreach (var partner in earlier.Members.Remove(reader))
            {
                var left = workshop.WorkOf(partner) with { Presented = false, Commitment = null };
                allowed.UnionWith(SharedIn(earlier.Round, left, [reader]));
            }
        return allowed;
    }

    private static IEnumerable<string> SharedIn(int round, PartyWork work, IEnumerable<Id<Party>> pair) => Shared(work with
    {
        Presented = work.HasPresentedIn(round),
        Feedback = work.Feedback.RemoveRange(work.Feedback.Keys.Except(pair)),
        Notes = work.Notes.RemoveAll(note => note.Round != round),
    });

    private static IEnumerable<string> Own(PartyWork work) => work.Texts.Values.Select(text => text.Text.Value)
        .Concat(work.Listening.Values.Select(text => text.Text.Value))
        .Concat(work.Feedback.Values.SelectMany(Words))
        .Concat((work.EveryPromise ?? []).Select(promise => promise.Commitment.What.Value))
        .Concat(Notes(work));

    private static IEnumerable<string> Shared(PartyWork work) => (work.Presented ? work.Texts.Values.Select(text => text.Text.Value) : [])
        .Concat(work.Feedback.Values.Where(feedback => feedback.HandedOverAt is not null).SelectMany(Words))
        .Concat(Notes(work));

    private static IEnumerable<string> Words(Feedback feedback) =>
        feedback.Written().Select(reply => reply.Text.Value).Append(feedback.Answer.Text.Value);

    private static IEnumerable<string> Notes(PartyWork work) =>
        work
            .Notes.Where(note => !note.Deleted)
            .SelectMany(note => new[] { note.Text.Value, note.Theme.Value })
        .Concat(work.Promises.Select(promise => promise.Commitment.What.Value));

    /// <summary>Every text that can be had out of a view, whichever party, pair and field is asked for.</summary>
    private static IEnumerable<string> Everything(GatheringView view)
    {
        var parties = Enumerable.Range(0, 6).Select(Ids.Party).ToList();
        var works = parties.Select(view.Work).OfType<WorkView>().ToList();
        return works.SelectMany(work => Enum.GetValues<TextField>().Select(field => work.Text(field).Text.Value))
            .Concat(works.SelectMany(work => parties.SelectMany(other => Words(work.FeedbackTo(other)))))
            .Concat(works.SelectMany(work => parties.Select(other => work.ListeningTo(other).Text.Value)))
            .Concat(works.SelectMany(work => work.Promises.Concat(work.WithdrawnPromises)
                .SelectMany(promise => new[] { promise.Commitment.What.Value, promise.Answer?.Why.Value ?? "" })))
            .Concat(parties.SelectMany(from => Words(view.EarlierFeedback(from))))
            .Concat(
                view.Pairs.Concat(view.Proposal).Concat(view.AllPairs).Concat(view.EarlierPairs)
                    .SelectMany(view.Board)
                    .SelectMany(note => new[] { note.Note.Text.Value, note.Note.Theme.Value, note.Answered?.Text.Value ?? "" })
            )
            .Where(text => text.Length > 0);
    }
}
