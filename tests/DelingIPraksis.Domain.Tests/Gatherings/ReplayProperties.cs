using CsCheck;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class ReplayProperties
{
    [Fact]
    public void Any_sequence_of_changes_accepted_or_refused_replays_to_the_same_state_byte_for_byte() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        var readBack = GatheringJson.Read<List<Entry>>(GatheringJson.Write(story.Log));
        var replayed = Rules.Fold(new Gathering(story.Now.Id), readBack);
        return GatheringJson.Write(replayed) == GatheringJson.Write(story.Now);
    });

    [Fact]
    public void A_snapshot_and_the_rest_of_the_log_give_the_same_state_as_the_whole_log() =>
        Gen.Select(AnyStory.Steps, Gen.Double.Unit)
            .Sample(
                (steps, cut) =>
    {
        var story = AnyStory.Told(steps);
        var at = (int)(cut * story.Log.Count);
        var snapshot = GatheringJson.Read<Gathering>(GatheringJson.Write(Rules.Fold(new Gathering(story.Now.Id), story.Log.Take(at))));
        return GatheringJson.Write(Rules.Fold(snapshot, story.Log.Skip(at))) == GatheringJson.Write(story.Now);
    });

    [Fact]
    public void A_refusal_changes_nothing_and_an_accepted_entry_is_the_next_in_the_log() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told((steps.Start, []));
        foreach (var (actor, change) in steps.Steps)
        {
            var before = GatheringJson.Write(story.Now);
            var sequence = story.Now.Sequence;
            story.When(actor, change);
            if (story.Refusal is not null && GatheringJson.Write(story.Now) != before) return false;
            if (story.Refusal is null && story.Now.Sequence != sequence + 1) return false;
        }

        return true;
    });

    [Fact]
    public void The_stories_are_not_all_refused()
    {
        var verbs = new HashSet<Type>();
        AnyStory.Steps.Sample(steps =>
        {
            var accepted = AnyStory.Told(steps).Log.Select(entry => entry.Change.GetType());
            lock (verbs) verbs.UnionWith(accepted);
        }, iter: 3_000);
        Assert.True(verbs.Count >= 30, $"Only these were ever accepted: {string.Join(", ", verbs.Select(verb => verb.Name))}");
    }
}
