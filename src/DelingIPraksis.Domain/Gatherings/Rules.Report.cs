using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome WriteReportText(Gathering g, ReportTextWritten c) =>
        TooLong(c.Text, Limits.Prose) ?? (g with { ReportTexts = g.ReportTexts.SetItem(c.Part, c.Text) });

    private static Outcome Publish(Gathering g, Entry entry) => g.Points.IsEmpty && g.Blocks.IsEmpty
        ? RefusalReason.ReportIsEmpty
        : g with { Publication = new Publication(entry.At, entry.Sequence, g.Publication?.FirstAt ?? entry.At) };

    private static Outcome Withdraw(Gathering g) => g.Publication is null ? RefusalReason.NotPublished : g with { Publication = null };
}
