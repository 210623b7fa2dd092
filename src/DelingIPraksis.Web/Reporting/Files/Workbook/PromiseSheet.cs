using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// All promises, as rows of a sheet. The workbook and the csv file have the same rows. Why one was dropped is in no file.
/// </summary>
internal static class PromiseSheet
{
    public static IReadOnlyList<double> Widths { get; } = [6, 70, 30, 34, 14, 34, 16];

    public static string[] Head(ReportWords words) =>
    [
        words["ColumnNumber"], words["ColumnPromise"], words["ColumnPromisedBy"], words["ColumnOwner"], words["ColumnBy"],
        words["ColumnWitnesses"], words["ColumnState"],
    ];

    public static IEnumerable<object[]> Rows(GatheringReport report, ReportWords words) => report.Promises.Select((promise, index) =>
        new object[]
        {
            index + 1,
            promise.Commitment.What.Value,
            promise.Party.OneLine(),
            promise.Commitment.Owner.OneLine(),
            promise.Commitment.By is { } by ? Invariant.Value(by) : "",
            string.Join(", ", promise.Witnesses.Select(name => name.OneLine())),
            !report.Attributed ? "" : words[promise.State is { } state ? $"Promise{state}" : "PromiseUnanswered"],
        });
}
