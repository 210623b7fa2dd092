using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Web.Reporting.Form.ReportPart;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>
/// Lays out what only the archive has: the four contributions of each party, group by group, and all notes with their origin.
/// </summary>
internal sealed class ArchiveLayout
{
    private readonly ReportWords _words;
    private readonly List<ReportPart> _parts = [];
    private int _headings;

    private ArchiveLayout(ReportWords words, int headings) => (_words, _headings) = (words, headings);

    public static IReadOnlyList<ReportPart> Of(GatheringReport report, ReportWords words, int headings)
    {
        var form = new ArchiveLayout(words, headings);
        form.WriteWithheld(report.Withheld);
        form.WriteNobodyLeftOut(report);
        form.WriteExchange(report);
        form.WriteNotes(report);
        return form._parts;
    }

    private void WriteWithheld(ReportWithheld withheld)
    {
        if (_words.Withheld(withheld).ToList() is not { Count: > 0 } lines) return;
        WriteHeading(1, _words["ArchiveWithheld"]);
        _parts.AddRange(lines.Select(line => new Notice(line)));
    }

    private void WriteNobodyLeftOut(GatheringReport report)
    {
        if (report.NobodyLeftOut is not { } audit || report.Archive is not { } archive) return;
        var names = archive.Parties.ToDictionary(party => party.Id, party => party.Name.OneLine());
        WriteHeading(1, _words[audit.Missing.IsEmpty ? "NobodyLeftOut" : "SomebodyLeftOut"]);
        _parts.AddRange(_words.NobodyLeftOut(audit, names).Select(line => new Prose(line)));
    }

    private void WriteExchange(GatheringReport report)
    {
        if (report.Groups.All(group => group.Contributions.All(contribution => contribution.IsEmpty))) return;
        WriteHeading(1, _words["ArchiveExchange"]);
        foreach (var group in report.Groups.Where(group => group.Contributions.Any(contribution => !contribution.IsEmpty)))
        {
            WriteHeading(2, ReportLayout.NamesOf(group));
            foreach (var contribution in group.Contributions) Write(contribution);
        }
    }

    private void Write(ReportContribution contribution)
    {
        WriteHeading(3, contribution.Party.OneLine());
        if (contribution.IsEmpty) _parts.Add(new Prose(_words["NothingWritten"]));
        foreach (var (field, text) in contribution.Texts) _parts.Add(new Labelled(_words[$"Field{field}"], text));
        foreach (var feedback in contribution.Feedback)
        {
            foreach (var (prompt, text) in feedback.Replies)
                _parts.Add(new Labelled(_words[$"Prompt{prompt}", feedback.From.OneLine()], text));
            if (!feedback.Answer.IsEmpty)
                _parts.Add(new Labelled(_words["AnswerOf", contribution.Party.OneLine(), feedback.From.OneLine()], feedback.Answer));
        }

        if (contribution.Commitment is { } commitment) _parts.Add(new Labelled(_words["TakesHome"], TextOf(commitment)));
    }

    private PlainText TextOf(Domain.GroupWork.Commitment commitment) => string.Join('\n', new[]
    {
        commitment.What.Value,
        commitment.Owner.IsEmpty ? "" : _words["Owner", commitment.Owner.OneLine()],
        commitment.By is { } day ? _words["Deadline", _words.Day(day)] : "",
    }.Where(line => line.Length > 0));

    private void WriteNotes(GatheringReport report)
    {
        if (report.Notes.IsEmpty) return;
        WriteHeading(1, _words["ArchiveNotes"]);
        _parts.Add(new NoteTable(_words["NoteTable", report.Notes.Count.ToString(CultureInfo.InvariantCulture)], report.Notes));
    }

    private void WriteHeading(int level, string text) => _parts.Add(new Heading(level, text, $"del-{++_headings}"));
}
