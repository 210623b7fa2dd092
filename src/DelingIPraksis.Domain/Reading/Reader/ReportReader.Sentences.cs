using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

public sealed partial class ReportReader
{
    // Sentences that have their list in them: «Hindringer som ble nevnt, var: tid, penger og folk.»
    private bool TakeListsInSentences(SourceLine line)
    {
        if (_part is Part.Talk or Part.Block or Part.Welcome) return false;
        var sentences = PeopleInText.Sentences(line.Text).ToList();
        var lists = sentences.ConvertAll(ListOf);
        if (lists.TrueForAll(list => list is null)) return false;
        foreach (var (sentence, list) in sentences.Zip(lists))
        {
            // «Barrierer:» alone is a heading.
            if (list is not null && ReportLexicon.KindOf(list.Lead) == list.Kind && !list.Lead.Contains(' ', StringComparison.Ordinal))
            {
                AddLeftOut(line, LeftOutReason.Heading);
                _pieces[^1] = _pieces[^1] with { Text = list.Lead };
            }
            else Add(line, PieceRole.GroupWork, list is null ? Certainty.Likely : Certainty.Guess, list?.Lead ?? sentence);
            _pieces[^1] = _pieces[^1] with { Original = list?.Lead ?? sentence };
            foreach (var (item, original) in list?.Items ?? [])
            {
                Add(line, list!.Kind == HeadingKind.Barriers ? PieceRole.Barrier : PieceRole.Opportunity, Certainty.Guess, item);
                _pieces[^1] = _pieces[^1] with { Original = original };
            }
        }

        (_part, _pointsSeen, _inBlock) = (Part.GroupWork, true, false);
        return true;
    }

    private static SentenceList? ListOf(string sentence)
    {
        if (sentence.IndexOf(':', StringComparison.Ordinal) is not (> 0 and < 160 and var colon)
            || colon > sentence.Length - 10) return null;
        var kind = ReportLexicon.LeadOf(sentence[..colon]);
        if (kind == HeadingKind.Unknown) return null;
        var rest = sentence[(colon + 1)..].Trim();
        // The words between the items stay with the item before, so that every word is in a piece.
        string[] originals = rest.Contains(';', StringComparison.Ordinal) ? AfterSemicolon().Split(rest) : AfterMark().Split(rest);
        if (originals.Length < 2) return null;
        return new(sentence[..(colon + 1)], kind,
            [.. originals.Select(item => (Mark().Replace(item, "").Trim(), item.Trim())).Where(item => item.Item1.Length > 0)]);
    }

    private sealed record SentenceList(string Lead, HeadingKind Kind, ImmutableList<(string Text, string Original)> Items);

    [GeneratedRegex(@"(?<=;)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex AfterSemicolon();

    [GeneratedRegex(@"(?<=,)\s+(?!og\s)|(?<=\sog)\s+(?!.*\sog\s)", RegexOptions.CultureInvariant)]
    private static partial Regex AfterMark();

    [GeneratedRegex(@"^og\s+|\s*(?:[;,.]|\s+og)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
