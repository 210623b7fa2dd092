using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Console.Pairing;

/// <summary>Describes what a repair option changes for the parties, in the reader's language.</summary>
internal sealed class RepairWords(IStringLocalizer<ConsoleTexts> texts, IStringLocalizer<CommonTexts> common, ReasonWords reasons)
{
    /// <summary>A sentence for each group of parties with the same change.</summary>
    public IEnumerable<string> Effects(RepairProposal way, GatheringView view)
    {
        string Names(IEnumerable<string> keys) => Joined([.. keys.Select(key => view.Party(Proposals.PartyOf(key))?.Name.Value ?? key)]);

        foreach (
            var same in way
                .Affected.GroupBy(affected => (affected.Effect, After: string.Join(' ', affected.After)))
                .OrderBy(group => Order(group.Key.Effect))
        )
        {
            var keys = same.Select(affected => affected.Key).ToList();
            var (before, after) = (same.SelectMany(affected => affected.Before).ToHashSet(), same.First().After);
            var others =
                same.Key.Effect == RepairEffect.Joined
                    ? after.Where(key => !before.Contains(key))
                    : after.Where(key => !keys.Contains(key));
            var gone = before.Where(key => !after.Contains(key) && !keys.Contains(key));
            yield return others.Any() || same.Key.Effect == RepairEffect.Fewer
                ? texts[$"Repair{same.Key.Effect}", Names(keys), Names(others), Names(gone)]
                : texts["RepairTogether", Names(keys)];
        }
    }

    /// <summary>The new groups, with the reason for each.</summary>
    public IEnumerable<(string Names, string Why)> NewGroups(RepairProposal way, GatheringView view) =>
        from pair in Proposals.From(way.Groups, view)
        where !Proposals.Standing(view).Any(shown => Proposals.AreSame(shown, pair))
        select (string.Join(" + ", view.MembersOf(pair).Select(party => party.Name.Value)), reasons.Of(pair, view));

    // Parties that the option is about come before parties that only join a group.
    private static int Order(RepairEffect effect) => effect switch
    {
        RepairEffect.LeftAlone => 0,
        RepairEffect.Arrived => 1,
        RepairEffect.Moved => 2,
        RepairEffect.Joined => 3,
        _ => 4,
    };

    private string Joined(IReadOnlyList<string> names) =>
        names.Count < 2
            ? names is [var only]
                ? only
                : ""
            : $"{string.Join(", ", names.SkipLast(1))} {common["And"].Value} {names[^1]}";
}
