using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

public sealed partial class ReportReader
{
    private const RegexOptions Any = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>A line of a programme: a talk, or something practical. False when it is none.</summary>
    private bool TakeProgrammeLine(SourceLine line, string text, ImmutableList<Speaker>? given = null)
    {
        if (!line.HasTime && (_part != Part.Programme || text.EndsWith('.'))) return false;
        var embedded = given is { Count: > 0 } ? new Embedded(text, given) : EmbeddedTalk(text) ?? new Embedded(text, given ?? []);
        var kind = ReportLexicon.KindOf(embedded.Title);
        switch (kind)
        {
            case HeadingKind.Welcome:
                // «Velkommen» alone says no more than the heading of the part.
                Add(line, PieceRole.Welcome, Certainty.Likely, embedded.Title.Contains(' ', StringComparison.Ordinal) ? embedded.Title
                    : "");
                _pieces[^1] = _pieces[^1] with { Speakers = embedded.Speakers };
                return true;
            case HeadingKind.Block when embedded.Speakers.Count == 0:
                AddBlock(line, embedded.Title);
                _part = Part.Programme;
                return true;
            case HeadingKind.Practical or HeadingKind.GroupWork or HeadingKind.Closing or HeadingKind.Programme or HeadingKind.Talks
                or HeadingKind.Parties when embedded.Speakers.Count == 0 || kind is not HeadingKind.GroupWork:
                AddLeftOut(line, LeftOutReason.Practical);
                return true;
            default:
                if (embedded.Title.Length > Limits.Line || !embedded.Title.Any(char.IsLetter)) return false;
                var part = _part;
                AddTalk(line, embedded.Title, embedded.Speakers, embedded.Speakers.Count > 0 ? Certainty.Likely : Certainty.Guess);
                if (part == Part.Programme) _part = part;
                return true;
        }
    }

    private void TakeLink(SourceLine line)
    {
        var spoken = _part is Part.Talk or Part.Welcome or Part.Closing ? LastSpoken() : null;
        if (spoken is { } at)
        {
            // «Se hele presentasjonen til Kristine Dahl fra Stad kommune her»
            if (OfWhom().Match(line.Text) is { Success: true } of && People(of.Groups[1].Value) is { Count: > 0 } people)
                _pieces[at] = _pieces[at] with
                {
                    Speakers = [.. _pieces[at].Speakers,
                        .. people.Where(person => !_pieces[at].Speakers.Exists(other => other.Name == person.Name
                            || other.Name.Value.EndsWith(person.Name.Value, StringComparison.Ordinal)))],
                };
        }

        if (line.Links.Count == 0) AddLeftOut(line, LeftOutReason.NoAddress);
        else Add(line, spoken is null ? RoleOfProse() : PieceRole.Link, Certainty.Likely);
    }

    // The talk, or the welcome, that a line under it belongs to.
    private int? LastSpoken()
    {
        for (var at = _pieces.Count - 1; at >= 0; at--)
        {
            if (_pieces[at].Role is PieceRole.Talk or PieceRole.TalkAlone or PieceRole.Welcome) return at;
            if (_pieces[at] is { Role: PieceRole.LeftOut, Reason: LeftOutReason.Heading } && _part == Part.Welcome) return at;
            if (_pieces[at].Role is PieceRole.Block or PieceRole.Barrier or PieceRole.Opportunity) return null;
        }

        return null;
    }

    private static bool IsLinkLine(SourceLine? line)
    {
        if (line is null || line.Shape == ParagraphShape.Row) return false;
        if (line.Links.Count == 0) return ReportLexicon.AsksToOpen(line.Text) && line.Shape != ParagraphShape.Heading;
        var rest = line.Links.Aggregate(TextSource.Address().Replace(line.Text, ""), (text, link) =>
            link.Words.Length > 0 ? text.Replace(link.Words, "", StringComparison.Ordinal) : text);
        var letters = rest.Count(char.IsLetter);
        return letters == 0 || (letters < 40 && ReportLexicon.AsksToOpen(line.Text)) || (letters < 25 && LinkLabel().IsMatch(rest));
    }

    /// <summary>The speakers of a line such as «Innlegg ved Kari Moe, Lom kommune»; null when it is none.</summary>
    private ImmutableList<Speaker>? SpeakerLine(string text)
    {
        var mark = SpeakerMark().Match(text);
        if (!mark.Success || text.Length > 300) return null;
        var people = People(text[mark.Length..]);
        return people.Count > 0 ? people : null;
    }

    private static string SpeakerPart(string heading) =>
        heading.IndexOf(" v", StringComparison.OrdinalIgnoreCase) is > 0 and var at ? heading[(at + 1)..] : "";

    private ImmutableList<Speaker> People(string text) => SpeakerReader.Read(text, IsPlace);

    /// <summary>A title and its speakers on one line.</summary>
    private sealed record Embedded(string Title, ImmutableList<Speaker> Speakers);

    private Embedded? EmbeddedTalk(string text)
    {
        if (text.Length > 300 || text.EndsWith(':')) return null;
        text = TrailingLink().Replace(text.Trim(), "").TrimEnd(' ', '.', ';');
        if (PeopleInText.Sentences(text).Count() > 2) return null;
        // «Når tallene ikke stemmer med følelsen ved Per Li»: the last word that may stand before a name is tried first.
        foreach (var mark in BeforeSpeaker().Matches(text).Reverse())
            if (Made(text[..mark.Index], text[(mark.Index + mark.Length)..]) is { } spoken) return spoken;
        foreach (var pattern in new[] { TitleParenthesis(), TitleDash(), TitleComma() })
            foreach (Match match in pattern.Matches(text))
                if (Made(match.Groups["t"].Value, match.Groups["s"].Value) is { } talk) return talk;
        return PersonFirst().Match(text) is { Success: true } first
            ? Made(first.Groups["t"].Value, first.Groups["s"].Value, needsOrganisation: true) : null;

        Embedded? Made(string title, string speakers, bool needsOrganisation = false)
        {
            title = TalkMark().Replace(title, "").Trim(' ', ',', ':', '–', '-', '—', '«', '»', '"');
            if (title.Length < 3 || !title.Any(char.IsLetter) || People(title).Count > 0
                || SpeakerMark().IsMatch($"{title}: ")) return null;
            var people = People(speakers);
            return people.Count > 0 && (!needsOrganisation || people.Exists(person => !person.Organisation.IsEmpty)) ? new(title, people)
                : null;
        }
    }

    private Embedded? TalkOfRow(SourceLine line)
    {
        var cells = line.Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0 && !TimeCell().IsMatch(cell)).ToList();
        if (cells.Count == 0) return null;
        var people = cells.ConvertAll(cell => People(SpeakerMark().Replace(cell, "")));
        var speaker = people.FindLastIndex(found => found.Count > 0);
        var title = cells.Index().FirstOrDefault(cell => cell.Index != speaker).Item ?? cells[0];
        if (speaker < 0 && EmbeddedTalk(title) is { } talk) return talk;
        // An organisation in a column of its own: «Kari Moe | Lom kommune».
        var speakers = speaker < 0 ? [] : people[speaker];
        if (speakers is [{ Organisation.IsEmpty: true } one]
            && speaker + 1 < cells.Count) speakers = [one with { Organisation = cells[speaker + 1] }];
        return new(title, speaker < 0 || cells.Count == 1 ? [] : speakers);
    }

    [GeneratedRegex(
        @"^(?:(?:innlegg|foredrag|føredrag|presentasjon|innledning|innleiing|innledet|innleia)?\s*(?:ved|v/|v\.|v/:|av|"
            + @"med)\s*:?\s*(?=\S)|(?:foredrags?hold(?:er|ar)|f[øo]redragshald(?:ar|arar)|innled(?:er|ere)|innlei(?:ar|arar)|"
            + @"innleggshold(?:er|ere)|innleggshald(?:ar|arar)|tal(?:er|ar)|presentert av|presentatør|foreles(?:er|ar)|"
            + @"speaker|hvem|kven|bidragsyter(?:e)?)(?:e|ar|er|ne|ane)?\s*:\s*|innlegg\s*:\s*(?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,))",
        Any)]
    private static partial Regex SpeakerMark();

    // «Innlegg 2 – Digital hjemmeoppfølging»
    private static bool IsCountedTalk(string text) =>
        TalkMark().Match(text) is { Success: true } mark && mark.Value.Any(char.IsDigit)
        && mark.Length < text.Length && !text.EndsWith('.');

    [GeneratedRegex(@"^(?:innlegg|foredrag|føredrag)\s*(?:(?:nr\.?\s*)?[0-9]{1,2}\s*[:.–—-]|:)\s*", Any)]
    private static partial Regex TalkMark();

    [GeneratedRegex(
        @"(?<=\S),?\s+(?:ved|v/|v\.|med|av|innlegg ved|innleiar:?|innleder:?|foredragsholder:?)\s*(?=\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex BeforeSpeaker();

    [GeneratedRegex(@"^(?<t>.+?)\s*\((?:ved |v/\s*|av )?(?<s>[^()]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleParenthesis();

    [GeneratedRegex(@"^(?<t>.+)\s*(?:\s[–—-]|[»”""]|\s/|\s\|)\s+(?:ved |v/\s*|av )?(?<s>\p{Lu}.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleDash();

    [GeneratedRegex(@"^(?<t>[«""“].+[»""”]),?\s+(?<s>\p{Lu}.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleComma();

    [GeneratedRegex(@"^(?<s>[^:–—]+?)\s*(?::|\s[–—-])\s+(?<t>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonFirst();

    [GeneratedRegex(
        @"\s*[\(\[](?:se\s+|sjå\s+|last ned\s+)?(?:presentasjon\w*|lysark\w*|pdf|pptx?|slides|lenk\w*|foiler|plansjer|"
            + @"video|opptak)[^)\]]*[\)\]]\.?$", Any)]
    private static partial Regex TrailingLink();

    [GeneratedRegex(@"\b(?:til|fra|frå|av|ved)\s+(\p{Lu}.+?)(?:\s+(?:her|\(pdf\)))?[.:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfWhom();

    [GeneratedRegex(@"^\W*(?:presentasjon\w*|lysark\w*|lenk\w*|se|sjå|last ned|les meir|les mer|pdf|her)\W*$", Any)]
    private static partial Regex LinkLabel();

    [GeneratedRegex(
        @"^(?:kl\.?\s*)?(?:[01]?[0-9]|2[0-3])(?:[.:][0-5][0-9])?(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(?:[01]?[0-9]|"
            + @"2[0-3])(?:[.:][0-5][0-9])?)?$|^[0-9]+\s*min\w*\.?$", Any)]
    private static partial Regex TimeCell();
}
