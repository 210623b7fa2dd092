using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>Which text of the report in a gathering: a running text, the introduction of a block, or the summary of a talk.</summary>
/// <param name="Part">The running text, or null.</param>
/// <param name="Block">The block that it introduces, or null.</param>
/// <param name="Talk">The talk that it summarises, or null.</param>
public readonly record struct TextPlace(ReportText? Part = null, Id<Block>? Block = null, Id<Talk>? Talk = null)
{
    /// <summary>The id of the text on a page, for links and labels.</summary>
    public string Anchor => Part is { } part ? $"tekst-{part}" : Talk is { } talk ? $"innlegg-{talk}" : $"bolk-{Block}";

    /// <summary>The current text, as it was written.</summary>
    public PlainText In(GatheringView view) => this switch
    {
        { Part: { } part } => view.ReportText(part),
        { Talk: { } talk } => TalkIn(view, talk).Talk?.Summary ?? "",
        { Block: { } block } => view.Blocks.FirstOrDefault(there => there.Id == block)?.Introduction ?? "",
        _ => "",
    };

    /// <summary>The change that writes another text there; null when the talk no longer exists.</summary>
    public Change? Write(GatheringView view, PlainText text) => this switch
    {
        { Part: { } part } => new Change.ReportTextWritten(part, text),
        { Talk: { } talk } => TalkIn(view, talk) is { Block: { } block, Talk: { } read }
            ? new Change.TalkPut(block.Id, read with { Summary = text }, read)
            : null,
        { Block: { } block } => new Change.BlockDescribed(block, Introduction: text),
        _ => null,
    };

    private static (Block? Block, Talk? Talk) TalkIn(GatheringView view, Id<Talk> id) =>
        view
            .Blocks.SelectMany(block => block.Talks.Select(talk => ((Block?)block, (Talk?)talk)))
            .FirstOrDefault(there => there.Item2!.Id == id);
}
