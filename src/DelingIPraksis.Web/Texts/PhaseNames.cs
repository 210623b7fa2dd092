using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Texts;

/// <summary>The names of the phases of a plan. In a plan of several rounds, the phases of the exchange say which round.</summary>
public static class PhaseNames
{
    /// <summary>The name of the phase at a place in the plan.</summary>
    public static string NameAt(this IStringLocalizer<PhaseTexts> texts, GatheringView view, int place) =>
        InRound(texts, texts[view.Plan[place].Kind.ToString()], view, place);

    /// <summary>A name of the phase at a place, with its round.</summary>
    public static string InRound(this IStringLocalizer<PhaseTexts> texts, string name, GatheringView view, int place) =>
        view.Rounds > 1 && view.Plan[place].Kind is >= PhaseKind.Presentation and <= PhaseKind.Prioritising
            ? texts["InRound", name, view.RoundAt(place) + 1]
            : name;
}
