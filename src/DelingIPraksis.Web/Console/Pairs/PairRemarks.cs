using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Console;

/// <summary>The one sentence under a pair's names: what the facilitator must know, or nothing.</summary>
internal sealed class PairRemarks(
    IStringLocalizer<ConsoleTexts> texts,
    IStringLocalizer<CommonTexts> common,
    IStringLocalizer<ConductingTexts> conducting,
    IStringLocalizer<PhaseTexts> phases
)
{
    public string? Of(PairProgress state) => (OwnPace(state), Remark(state)) switch
    {
        ({ } pace, { } remark) => $"{pace} · {remark}",
        var (pace, remark) => pace ?? remark,
    };

    private string? Remark(PairProgress state) => state.Need switch
    {
        PairNeed.Help => Help(state),
        PairNeed.Absent => texts[
            "RemarkAbsent",
            string.Join($" {common["And"].Value} ", state.Members.Where(member => member.Here == 0).Select(member => member.Party.Name))
        ],
        PairNeed.Quiet => texts["RemarkQuiet", (int)state.Silence.TotalMinutes],
        PairNeed.Done => texts["RemarkDone"],
        _ => Uneven(state) ?? SomeDone(state) ?? (state.Members.Count == 3 ? texts["RemarkTrio"].Value : null),
    };

    private string Help(PairProgress state)
    {
        var first = state.Members.Where(member => member.Progress.Help is not null).MinBy(member => member.Progress.Help!.At)!;
        var help = first.Progress.Help!;
        return texts["RemarkHelp", first.Party.Name, texts[$"Help{help.Reason}"].Value, common.Ago(state.Now - help.At)];
    }

    private string? OwnPace(PairProgress state) =>
        state is { Pair.Own: not null, Place.Phase: { } phase }
            ? conducting["RemarkOwnPace", phases[phase.Kind.ToString()].Value].Value
            : null;

    private string? SomeDone(PairProgress state)
    {
        var done = state.Members.Where(member => member.Progress.Done).Select(member => member.Party.Name.Value).ToList();
        if (done.Count == state.Members.Count) return texts["RemarkDone"];
        return done.Count == 0 ? null : texts["RemarkSomeDone", string.Join(", ", done)].Value;
    }

    private string? Uneven(PairProgress state) =>
        state.Uneven is var (most, least) ? texts["RemarkUneven", most.Name, least.Name].Value : null;
}
