using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Console;

/// <summary>The one sentence under a pair's names: what the facilitator ought to know, or nothing.</summary>
internal sealed class PairRemarks(IStringLocalizer<ConsoleTexts> texts, IStringLocalizer<CommonTexts> common, IStringLocalizer<ConductingTexts> conducting, IStringLocalizer<PhaseTexts> phases)
{
    private const int MuchText = 400;

    public string? Of(PairState state) => (OwnPace(state), Remark(state)) switch
    {
        ({ } pace, { } remark) => $"{pace} · {remark}",
        var (pace, remark) => pace ?? remark,
    };

    private string? Remark(PairState state) => state.Need switch
    {
        PairNeed.Help => Help(state),
        PairNeed.Absent => texts["RemarkAbsent", string.Join($" {common["And"].Value} ", state.Members.Where(member => member.Here == 0).Select(member => member.Party.Name))],
        PairNeed.Quiet => texts["RemarkQuiet", (int)state.Silence.TotalMinutes],
        PairNeed.Done => texts["RemarkDone"],
        _ => Uneven(state) ?? SomeDone(state) ?? (state.Members.Count == 3 ? texts["RemarkTrio"].Value : null),
    };

    private string Help(PairState state)
    {
        var first = state.Members.Where(member => member.Progress.Help is not null).MinBy(member => member.Progress.Help!.At)!;
        var help = first.Progress.Help!;
        return texts["RemarkHelp", first.Party.Name, texts[$"Help{help.Reason}"].Value, common.Ago(state.Now - help.At)];
    }

    private string? OwnPace(PairState state) =>
        state is { Pair.Own: not null, Place.Phase: { } phase } ? conducting["RemarkOwnPace", phases[phase.Kind.ToString()].Value].Value : null;

    private string? SomeDone(PairState state)
    {
        var done = state.Members.Where(member => member.Progress.Done).Select(member => member.Party.Name.Value).ToList();
        return done.Count == 0 ? null : texts["RemarkSomeDone", string.Join(", ", done)].Value;
    }

    private string? Uneven(PairState state)
    {
        var most = state.Members.MaxBy(member => member.Written)!;
        var least = state.Members.MinBy(member => member.Written)!;
        return most.Written >= MuchText && most.Written >= 4 * least.Written ? texts["RemarkUneven", most.Party.Name, least.Party.Name].Value : null;
    }
}
