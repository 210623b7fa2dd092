using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>
/// Lays out the page for leaders: at most <see cref="MostWords"/> words in all, and no more than one A4 holds, however long the words are.
/// </summary>
internal static class LeaderLayout
{
    /// <summary>The most words of the whole page, headings and all.</summary>
    public const int MostWords = 350;

    // The points of height that an A4 has between its margins, less some for wide letters.
    private const double Height = 700;
    private const int LongestTitle = 110;
    private const int LongestLine = 240;
    private const int MostWordsOfTitle = 16;

    /// <summary>The page.</summary>
    public static ReportDocument Of(GatheringReport report)
    {
        var (brief, words) = (LeaderBrief.Of(report), new ReportWords(report.Facts.Language));
        // Names of a network and titles may be as long as a text. What is left of the words is for what was said.
        var document = Write(report, brief, words);
        while ((CountOf(document) > MostWords || HeightOf(document) > Height) && Shorter(brief) is { } shorter)
            document = Write(report, brief = shorter, words);
        return document;
    }

    /// <summary>The words that somebody reads.</summary>
    public static int CountOf(ReportDocument document) => new[] { document.Network.Value, document.Title.Value, document.Meta }
        .Concat(document.Parts.SelectMany(TextsOf))
        .Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)));

    // As the Word file sets it (WordStyles): the letters of a row, and the points of a row and of the air around it.
    private static double HeightOf(ReportDocument document)
    {
        return Rows(document.Network.Value, 75) * 16 + 10 + Rows(document.Title.Value, 36) * 27 + 6 + Rows(document.Meta, 80) * 16 + 10
            + document.Parts.Sum(part => part switch
            {
                ReportPart.Heading heading => Rows(heading.Text, 50) * 18 + 19,
                ReportPart.PlainList list => Rows(list.Introduction, 80) * 16 + 6 + list.Lines.Sum(line => Rows(line, 72) * 16.5 + 5),
                _ => TextsOf(part).Sum(text => Rows(text, 72) * 16.5 + 16),
            })
            // «Made with».
            + 34;

        // Capitals are wide.
        static double Rows(string text, int letters) => Math.Ceiling(text.Sum(letter => char.IsUpper(letter) ? 1.6 : 1) / letters);
    }

    private static IEnumerable<string> TextsOf(ReportPart part) => part switch
    {
        ReportPart.Heading heading => [heading.Text],
        ReportPart.PlainList list => [list.Introduction, .. list.Lines],
        ReportPart.Presentation link => [link.Words],
        ReportPart.Notice notice => [notice.Text],
        _ => [],
    };

    // The last of the longest list goes first; a point is the last to go.
    private static LeaderBrief? Shorter(LeaderBrief brief) => brief switch
    {
        { Promises.Count: > 0 } when brief.Promises.Count >= brief.Asks.Count =>
            brief with { Promises = brief.Promises.RemoveAt(brief.Promises.Count - 1), MorePromises = brief.MorePromises + 1 },
        { Asks.Count: > 0 } => brief with { Asks = brief.Asks.RemoveAt(brief.Asks.Count - 1), MoreAsks = brief.MoreAsks + 1 },
        { Points.Count: > 1 } => brief with { Points = brief.Points.RemoveAt(brief.Points.Count - 1), MorePoints = brief.MorePoints + 1 },
        _ => null,
    };

    private static ReportDocument Write(GatheringReport report, LeaderBrief brief, ReportWords words)
    {
        var parts = new List<ReportPart>();
        var headings = 0;
        if (report.Waiting > 0 && report.WaitingUntil is { } until)
            parts.Add(new ReportPart.Notice(words[
                report.Waiting == 1 ? "ProvisionalOne" : "Provisional",
                report.Waiting,
                NorwegianTime.Deadline(until, words.Culture)]));
        var theme = report.Theme.IsEmpty ? "" : words["LeaderTheme", Cut(report.Theme)];
        Add("LeaderPoints", theme, brief.Points, brief.MorePoints, "LeaderMorePoints");
        Add("LeaderAsks", "", brief.Asks, brief.MoreAsks, "LeaderMoreAsks");
        Add("LeaderPromises", "", brief.Promises, brief.MorePromises, "LeaderMorePromises");
        if (report.EarlierPromises is { } earlier)
            parts.AddRange([new ReportPart.Heading(1, words["EarlierPromises"], $"leder-{++headings}"), words.Earlier(earlier)]);
        if (brief.IsEmpty) parts.Add(new ReportPart.Notice(words["LeaderNothing"]));
        return new(
            report.Facts.Language,
            Cut(report.Facts.Network),
            Cut(report.Facts.Title),
            words.Day(report.Facts.Date) + (report.Facts.Place.IsEmpty ? "" : $" · {Cut(report.Facts.Place)}"),
            PlainText.Empty,
            parts,
            [])
        {
            Face = report.Face,
            Licence = report.Licence,
            IsBrief = true,
        };

        void Add(string heading, string introduction, IReadOnlyCollection<LeaderLine> lines, int more, string moreWords)
        {
            if (lines.Count == 0) return;
            parts.Add(new ReportPart.Heading(1, words[heading], $"leder-{++headings}"));
            IEnumerable<string> last = more > 0 ? [words[more == 1 ? $"{moreWords}One" : moreWords, more]] : [];
            parts.Add(new ReportPart.PlainList(introduction, [.. lines.Select(line => TextOf(line, words)).Concat(last)])
            {
                Points = [.. lines.Select(line => line.Point?.Id)],
            });
        }
    }

    private static string TextOf(LeaderLine line, ReportWords words)
    {
        var text = TextTruncation.Shorten(line.Text.Value, LongestLine);
        return (line.Kind, line.By) switch
        {
            (NoteKind.Barrier, _) => words["LeaderBarrier", text],
            (NoteKind.Opportunity, _) => words["LeaderOpportunity", text],
            (_, { } day) => words["CommitmentBy", text, words.Day(day)],
            _ => text,
        };
    }

    private static string Cut(PlainText text) =>
        TextTruncation.Shorten(LeaderLine.FirstWords(text, MostWordsOfTitle).Value, LongestTitle);
}
