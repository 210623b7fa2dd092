using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Console;

/// <summary>The rows of the console, in the chosen order.</summary>
internal sealed class PairLines(
    IStringLocalizer<ConsoleTexts> texts,
    IStringLocalizer<CommonTexts> common,
    IStringLocalizer<ConductingTexts> conducting,
    IStringLocalizer<PhaseTexts> phases
)
{
    private readonly PairRemarks _remarks = new(texts, common, conducting, phases);

    public IReadOnlyList<PairLine> Of(
        GatheringView view,
        PresenceSnapshot presence,
        DateTimeOffset now,
        PairOrder order = PairOrder.Need
    ) => [.. order.Sort(PairsNow.Of(view, presence, now)).Select(LineOf)];

    private PairLine LineOf(PairProgress state) => new(
        state.Pair.Id,
        string.Join(" + ", state.Members.Select(member => member.Party.Name)),
        state.Pair.Members.Count == 3,
        state.Need,
        _remarks.Of(state),
        state.Steps,
        state.Members.Sum(member => member.Progress.Barriers),
        state.Members.Sum(member => member.Progress.Opportunities),
        state.LastActive is { } last ? common.AgoBySeconds(Coarse(state.Now - last)) : "–",
        string.Join(" + ", state.Members.Select(member => member.Here)));

    // Tens of seconds are exact enough to show an inactive pair, and a row is not rendered between two notes.
    private static TimeSpan Coarse(TimeSpan age) =>
        age < TimeSpan.FromSeconds(10) ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Floor(age.TotalSeconds / 10) * 10);
}

internal static class PairsNow
{
    /// <summary>All pairs as they are now, in the order of the pairs.</summary>
    public static IEnumerable<PairProgress> Of(GatheringView view, PresenceSnapshot presence, DateTimeOffset now)
    {
        var here = presence.People.Values.CountBy(party => party).ToDictionary();
        return view.Pairs.Select(pair => new PairProgress(view, pair, member => here.GetValueOrDefault(member), now));
    }
}
