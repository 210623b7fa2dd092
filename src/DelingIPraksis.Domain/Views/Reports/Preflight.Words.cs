using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reports;

// What is looked for in each text, whatever part of the report it is in.
public static partial class Preflight
{
    // A text is the same string from change to change, so each is read once.
    private static readonly ConditionalWeakTable<string, ImmutableList<PersonalFind>> Found = [];

    private static IEnumerable<ReportFlaw> TextFlaws(PlainText text, PlainText where, ReportText? part)
    {
        if (LongYear().IsMatch(text.Value)) yield return new(FlawKind.ImplausibleYear, where, part);
        if (ImpossibleDay().IsMatch(text.Value)) yield return new(FlawKind.ImplausibleDay, where, part);
        if (Placeholder().IsMatch(text.Value)) yield return new(FlawKind.Placeholder, where, part);
        if (TextLinks.In(text.Value).Any(link => link.IsBare)) yield return new(FlawKind.BareAddress, where, part);
        foreach (var flaw in PersonalFlaws(text, where, part)) yield return flaw;
    }

    private static IEnumerable<ReportFlaw> PersonalFlaws(PlainText text, PlainText where, ReportText? part) =>
        Found
            .GetValue(text.Value, _ => PersonalData.Find(text))
            .GroupBy(find => find.Kind)
            .OrderBy(same => same.Key)
            .Select(same => new ReportFlaw(
                same.Key switch
                {
                    PersonalDataKind.IdentityNumber => FlawKind.IdentityNumber,
                    PersonalDataKind.Telephone => FlawKind.Telephone,
                    PersonalDataKind.Email => FlawKind.Email,
                    PersonalDataKind.AccountNumber => FlawKind.AccountNumber,
                    PersonalDataKind.StreetAddress => FlawKind.StreetAddress,
                    _ => FlawKind.PersonName,
                },
                where,
                part
            )
            {
                Found = string.Join('\n', same.Select(find => text.Value.Substring(find.Start, find.Length)).Distinct()),
            });

    // A report names its speakers, and tells of them in its texts.
    private static bool IsOfSpeaker(ReportFlaw flaw, HashSet<string> speakers) =>
        flaw.Kind == FlawKind.PersonName
        && flaw.Found.Value.Split('\n').All(name => speakers.Contains(name) || (name.EndsWith('s') && speakers.Contains(name[..^1])));

    private static HashSet<string> NamesOfSpeakers(GatheringReport report) =>
    [
        .. report.Blocks.SelectMany(block => block.Talks).SelectMany(talk => talk.Speakers).Concat(report.Welcome.Speakers)
            .SelectMany(speaker => speaker.Name.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(speaker.Name.Value)),
    ];

    /// <summary>«7. juni 20021»: a year with one digit too many. Only after a month, because other numbers can be anything.</summary>
    [GeneratedRegex(
        @"\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july"
            + @"|october|december|år|året|year)\s+(?:19|20)\d{3,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LongYear();

    /// <summary>«31. juni», «30. februar», «45. mai».</summary>
    [GeneratedRegex(
        @"\b(?:(?:3[2-9]|[4-9]\d)\.\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)|31\.\s*"
            + @"(?:april|juni|september|november)|3[01]\.\s*februar)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ImpossibleDay();

    /// <summary>Placeholder texts of page builders and templates.</summary>
    [GeneratedRegex(
        @"\b(?:bildetekst|billedtekst|lorem ipsum|created with sketch|skriv her|fyll inn|xxx+|todo|tbd|placeholder)\b"
            + @"|\[\s*(?:…|\.\.\.|\?+)\s*\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Placeholder();
}
