using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>A group that worked together: a pair, or three.</summary>
/// <param name="Members">The names, in the order of their turns.</param>
/// <param name="Contributions">What each wrote; only in the attributed archive.</param>
public sealed record ReportGroup(ImmutableList<PlainText> Members, ImmutableList<ReportContribution> Contributions)
{
    /// <summary>The round that it worked in, from 1; 0 when there was only one.</summary>
    public int Round { get; init; }

    /// <summary>
    /// The groups of a gathering. In the archive, a party that is in no pair but has written stands alone at the end: what it wrote before
    /// the pairs changed is kept.
    /// </summary>
    internal static ImmutableList<ReportGroup> AllOf(Gathering gathering, bool attributed)
    {
        var workshop = gathering.Workshop;
        // What a party contributed stands once: in the first of its groups.
        var told = new HashSet<Id<Party>>();
        var several = workshop.AllPairs.Any(pair => pair.Round > 0);
        var pairs = workshop.AllPairs.Select(pair => Of(pair.Members) with { Round = several ? pair.Round + 1 : 0 }).ToList();
        if (!attributed) return [.. pairs];
        var alone = gathering.PartiesInOrder.Where(party => !told.Contains(party.Id)).Select(party => Of([party.Id])).ToList();
        return [.. pairs, .. alone.Where(group => !group.Contributions[0].IsEmpty)];

        ReportGroup Of(ImmutableList<Id<Party>> members) => new(
            members.ConvertAll(member => gathering.Parties[member].Name),
            attributed ? members.FindAll(told.Add).ConvertAll(member => ReportContribution.Of(gathering, member)) : []);
    }
}

/// <summary>Everything of one party as one record: what it presented, the feedback it got, its answers, and its promises.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Texts">What it presented, by field; empty fields are left out.</param>
/// <param name="Feedback">The feedback handed over to it, each with its answer.</param>
/// <param name="Promises">What it takes home.</param>
public sealed record ReportContribution(
    PlainText Party,
    ImmutableSortedDictionary<TextField, PlainText> Texts,
    ImmutableList<ReportFeedback> Feedback,
    ImmutableList<Promise> Promises)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Texts.IsEmpty && Feedback.IsEmpty && Promises.IsEmpty;

    internal static ReportContribution Of(Gathering gathering, Id<Party> party)
    {
        var work = gathering.Workshop.WorkOf(party);
        return new(
            gathering.Parties[party].Name,
            work.Presented
                ? work.Texts.Where(text => !text.Value.Text.IsEmpty).ToImmutableSortedDictionary(text => text.Key, text => text.Value.Text)
                : ImmutableSortedDictionary<TextField, PlainText>.Empty,
            [.. gathering.PartiesInOrder
                .Select(other => (other.Name, Given: gathering.Workshop.WorkOf(other.Id).FeedbackTo(party)))
                .Where(other => other.Given.HandedOverAt is not null)
                .Select(other => ReportFeedback.Of(other.Name, other.Given))],
            work.Promises);
    }
}

/// <summary>Another party's feedback, and the presenter's answer.</summary>
/// <param name="From">Who gave it.</param>
/// <param name="Replies">What is said, by prompt.</param>
/// <param name="Answer">What the presenter answered; empty when it has not.</param>
public sealed record ReportFeedback(PlainText From, ImmutableSortedDictionary<FeedbackPrompt, PlainText> Replies, PlainText Answer)
{
    internal static ReportFeedback Of(PlainText from, Feedback given) => new(
        from,
            given
                .Written()
                .GroupBy(reply => reply.Prompt)
                .ToImmutableSortedDictionary(
                    replies => replies.Key,
                    replies => new PlainText(string.Join('\n', replies.Select(reply => reply.Text)))
                ),
        given.Answer.Text);
}
