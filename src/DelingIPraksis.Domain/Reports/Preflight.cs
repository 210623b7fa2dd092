using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>What is worth a second look before a report is published. Nothing here stops anybody.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">The heading or title where it is; empty when the kind says it all.</param>
/// <param name="Part">The running text where it is, or null.</param>
/// <param name="List">The list of points where it is, or null; a section that the organiser has named is told by its name.</param>
/// <param name="Count">How many, where that is what it says.</param>
public sealed record ReportFlaw(FlawKind Kind, PlainText Where, ReportText? Part = null, NoteKind? List = null, int Count = 0);

/// <summary>The kinds of flaw that are looked for.</summary>
public enum FlawKind
{
    /// <summary>A talk without a link to its presentation.</summary>
    MissingPresentation,

    /// <summary>A year with a digit too many, such as 20021.</summary>
    ImplausibleYear,

    /// <summary>The gathering is still to come.</summary>
    NotHeldYet,

    /// <summary>A running text, or what a talk said, is not written.</summary>
    EmptyText,

    /// <summary>Words that were to be replaced, such as «Bildetekst».</summary>
    Placeholder,

    /// <summary>A list of points is empty.</summary>
    EmptyList,

    /// <summary>Notes that stand in no point.</summary>
    UnusedNotes,
}

/// <summary>Looks a report over before it is published.</summary>
public static partial class Preflight
{
    private static readonly ImmutableArray<ReportText> Expected = [ReportText.About, ReportText.Welcome, ReportText.Workshop, ReportText.Closing];

    /// <summary>The flaws found, in the order of the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="today">The day it is looked over.</param>
    public static ImmutableList<ReportFlaw> Check(GatheringReport report, DateOnly today) =>
    [
        .. report.Facts.Date > today ? [new ReportFlaw(FlawKind.NotHeldYet, report.Facts.Title)] : Enumerable.Empty<ReportFlaw>(),
        .. TextFlaws(report.Facts.Title, report.Facts.Title, null),
        .. Expected.SelectMany(part => ProseFlaws(report, part)),
        .. report.Blocks.SelectMany(BlockFlaws),
        .. ListFlaws(report),
    ];

    private static IEnumerable<ReportFlaw> ProseFlaws(GatheringReport report, ReportText part) => report.Text(part) is { IsEmpty: false } text
        ? TextFlaws(text, "", part)
        : [new ReportFlaw(FlawKind.EmptyText, "", part)];

    private static IEnumerable<ReportFlaw> BlockFlaws(Block block) =>
        TextFlaws(block.Title, block.Title, null).Concat(TextFlaws(block.Introduction, block.Title, null)).Concat(block.Talks.SelectMany(TalkFlaws));

    private static IEnumerable<ReportFlaw> TalkFlaws(Talk talk)
    {
        if (talk.Summary.IsEmpty) yield return new(FlawKind.EmptyText, talk.Title);
        if (talk.Presentation is null) yield return new(FlawKind.MissingPresentation, talk.Title);
        foreach (var flaw in TextFlaws($"{talk.Title}\n{talk.Summary}", talk.Title, null)) yield return flaw;
    }

    private static IEnumerable<ReportFlaw> ListFlaws(GatheringReport report)
    {
        foreach (var section in report.Sections)
        {
            // Not every gathering asks anything of the state; what the organiser has named is meant to have points.
            if (section.Points.IsEmpty && section.Id != Section.Asks) yield return new(FlawKind.EmptyList, section.Title, List: Section.KindOf(section.Id));
            foreach (var flaw in section.Points.SelectMany(point => TextFlaws(point.Text, point.Text, null)).Concat(TextFlaws(section.Title, section.Title, null))) yield return flaw;
        }

        if (report.Notes.Count(note => note.UsedIn.IsEmpty) is > 0 and var unused) yield return new(FlawKind.UnusedNotes, "", Count: unused);
    }

    private static IEnumerable<ReportFlaw> TextFlaws(PlainText text, PlainText where, ReportText? part)
    {
        if (LongYear().IsMatch(text.Value)) yield return new(FlawKind.ImplausibleYear, where, part);
        if (Placeholder().IsMatch(text.Value)) yield return new(FlawKind.Placeholder, where, part);
    }

    /// <summary>«7. juni 20021»: a year with a digit too many. Only after a month, or the number could be anything.</summary>
    [GeneratedRegex(@"\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july|october|december|år|året|year)\s+(?:19|20)\d{3,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongYear();

    /// <summary>What page builders and templates leave behind.</summary>
    [GeneratedRegex(@"\b(?:bildetekst|billedtekst|lorem ipsum|created with sketch|skriv her|fyll inn|xxx+|todo|tbd|placeholder)\b|\[\s*(?:…|\.\.\.|\?+)\s*\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
