using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Finds names of persons. A first name with a surname, a title with a surname, an initial with a surname, a first name alone, and a
/// surname alone that ends as only names do. Municipalities, places and institutions are no persons.
/// </summary>
internal static partial class NamesInText
{
    /// <summary>What is found, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Names that may stand there, or null.</param>
    public static IEnumerable<PersonalFind> In(string text, IReadOnlySet<string>? known)
    {
        // Without a large letter there may still be «kari hansen», which needs both names.
        var words = Word().Matches(text).ToList();
        for (var at = 0; at < words.Count; at++)
        {
            if (LengthAt(text, words, at) is not (> 0 and var count)) continue;
            var (start, end) = (words[at].Index, words[at + count - 1].Index + words[at + count - 1].Length);
            at += count - 1;
            if (known is not null && IsKnown(text[start..end], known)) continue;
            yield return new(PersonalDataKind.PersonName, start, end - start);
        }
    }

    // How many words from here are a name; 0 for none.
    private static int LengthAt(string text, List<Match> words, int at)
    {
        var word = words[at].Value;
        if (at > 0 && IsBeside(text, words[at - 1], words[at]) && OfThePast().IsMatch(words[at - 1].Value)) return 0;
        var isFirst = NameLists.IsFirst(word);
        var isWord = !isFirst && NameLists.IsFirstOrWord(word);
        if (isFirst || isWord)
        {
            var count = 1;
            // «Kari Anne», «Karl-Johan», «Kari von», «Kari B.»: what may stand between first name and surname.
            while (at + count < words.Count && count < 4 && IsBeside(text, words[at + count - 1], words[at + count])
                && (NameLists.IsFirstOrWord(words[at + count].Value) || Between().IsMatch(words[at + count].Value))
                && IsLikeSurnameAt(text, words, at + count + 1, words[at + count], strict: false))
                count++;
            if (IsLikeSurnameAt(text, words, at + count, words[at + count - 1], strict: isWord))
            {
                // Two surnames: «Kari Moe Hansen».
                var more = IsLikeSurnameAt(text, words, at + count + 1, words[at + count], strict: true) ? 2 : 1;
                if (IsInstitutionAt(text, words, at + count + more)) return 0;
                return IsNobody(words[at + count].Value) ? 0 : count + more;
            }

            return isFirst && IsAlone(text, words, at, at + count - 1) ? count : 0;
        }

        if (char.IsUpper(word[0]))
        {
            // «K. Hansen», «ordfører Hansen», and «Hansen» alone.
            if (word.Length == 1 && IsLikeSurnameAt(text, words, at + 1, words[at], strict: true) && text[words[at].Index + 1] == '.'
                && !IsInstitutionAt(text, words, at + 2)) return 2;
            var isTitled = at > 0 && IsBeside(text, words[at - 1], words[at]) && Title().IsMatch(words[at - 1].Value);
            if (isTitled && NameLists.IsLast(word) && !IsInstitutionAt(text, words, at + 1)) return 1;
            // An unusual first name is told by the surname after it.
            if (!IsSentenceStart(text, words[at]) && word.Length > 2 && at + 1 < words.Count && !NameLists.IsPlaceLike(word)
                && IsLikeSurnameAt(text, words, at + 1, words[at], strict: true) && NameLists.EndsAsOnlyNamesDo(words[at + 1].Value)
                && !IsInstitutionAt(text, words, at + 2)) return 2;
            if (NameLists.EndsAsOnlyNamesDo(word) && NameLists.IsLast(word) && !IsInstitutionAt(text, words, at + 1)
                && !IsJoined(text, words[at])) return 1;
        }

        return 0;
    }

    // A word that can be the surname of the one before it. Strictly: one that is known, or that ends as surnames do.
    private static bool IsLikeSurnameAt(string text, List<Match> words, int at, Match before, bool strict)
    {
        if (at >= words.Count || !IsBeside(text, before, words[at])) return false;
        var word = words[at].Value;
        if (char.IsLower(before.Value[0]) && !Between().IsMatch(before.Value)) return char.IsLower(word[0]) && NameLists.IsLast(word)
            && !NameLists.IsEverydayWord(word);
        if (!char.IsUpper(word[0]) || word.Length < 2) return false;
        if (NameLists.IsLast(word)) return !IsAbbreviation(word);
        return !strict && !IsAbbreviation(word) && !NameLists.IsPlaceLike(word) && !Institution().IsMatch(word);
    }

    // A first name alone. «Maria kirke», «Karl Johans gate» and «Emma-prosjektet» are none, and neither is a name in a title of somebody.
    private static bool IsAlone(string text, List<Match> words, int at, int last) =>
        char.IsUpper(words[at].Value[0])
        && words[at].Length > 2
        && !IsAbbreviation(words[at].Value)
        && !IsInstitutionAt(text, words, last + 1)
        && !IsJoined(text, words[last]);

    private static bool IsInstitutionAt(string text, List<Match> words, int at) =>
        at < words.Count && IsBeside(text, words[at - 1], words[at]) && Institution().IsMatch(words[at].Value);

    // «Hansen-saken», «Kari/Ola»: a hyphen that joins it to a word that is no name.
    private static bool IsJoined(string text, Match word)
    {
        var end = word.Index + word.Length;
        return end < text.Length && text[end] is '-' or '_' or '@' && end + 1 < text.Length && char.IsLower(text[end + 1]);
    }

    private static bool IsBeside(string text, Match before, Match word)
    {
        var from = before.Index + before.Length;
        var between = text.AsSpan(from, word.Index - from);
        // «K. Hansen», but not «… til Kari. Hansen …».
        return between is " " or "\u00A0" or "  " || (before.Length == 1 && between is ". " or ".");
    }

    private static bool IsSentenceStart(string text, Match word)
    {
        for (var at = word.Index - 1; at >= 0; at--)
        {
            if (text[at] is '.' or '!' or '?' or '\n' or ':' or '«' or '"' or '–' or '•' or '*') return true;
            if (!char.IsWhiteSpace(text[at])) return false;
        }

        return true;
    }

    private static bool IsAbbreviation(string word) => word.Length is > 1 and <= 4 && word.All(char.IsUpper);

    // Everybody's name, as in «Ola Nordmann».
    private static bool IsNobody(string surname) => surname is "Nordmann" or "Normann" or "Doe";

    // A genitive of a known name is known too.
    private static bool IsKnown(string name, IReadOnlySet<string> known) =>
        known.Contains(name) || (name.EndsWith('s') && known.Contains(name[..^1]));

    /// <summary>A word with its hyphens: «Anne-Marie», «Bjørnson-Berg». An apostrophe belongs to it.</summary>
    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*(?:[-'’]\p{Lu}[\p{L}\p{M}]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^(?:von|van|de|der|den|af|av|el|al|bin|\\p{Lu})$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    /// <summary>What stands before a name that is nobody who is here: kings, saints, storms and ships.</summary>
    [GeneratedRegex(
        "^(?:kong|dronning|prins|prinsesse|sankt|st|sta|santa|hellige|keiser|pave|storm(?:en|a)?|ekstremvær(?:et)?"
            + "|orkan(?:en)?|skip(?:et)?|mf|ms|mt)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfThePast();

    /// <summary>What stands before a surname.</summary>
    [GeneratedRegex(
        "^(?:herr|fru|frøken|dr|doktor|professor|lektor|lensmann|fastlege|(?:vara|fylkes)?ordfører(?:en)?|ordførar(?:en)?|rådmann(?:en)?"
            + "|rektor|kommunedirektør(?:en)?|direktør(?:en)?|kommunalsjef(?:en)?|enhetsleder|einingsleiar|fylkesmann|statsforvalter"
            + "|statsråd|minister|rådgiver|rådgjevar|saksbehandler|sakshandsamar|kommuneoverlege|familien?|mr|mrs|ms|søstrene|brødrene)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    /// <summary>What stands after a name that is the name of a house, a road, a firm or a prize.</summary>
    [GeneratedRegex(
        @"^(?:gate|gata|gaten|gt|vei|veien|veg|vegen|plass|plassen|allé|torg|park|parken|skole|skule|skolen|skulen|barneskole|barneskule"
            + "|ungdomsskole|ungdomsskule|barnehage|barnehagen|senter|senteret|sykehus|sjukehus|hospital|sykehjem|sjukeheim|kirke|kyrkje"
            + "|kyrkja|kirken|museum|museet|hus|huset|minne|fond|fondet|stiftelse|stiftinga|legat|pris|prisen|stipend|stipendet|institutt"
            + "|instituttet|gård|gard|garden|bru|brua|bro|tunnelen|tunnel|kommune|fylke|fylkeskommune|fjord|fjorden|dal|dalen|øy|øya|ltd"
            + "|(?-i:AS|ASA|DA|ANS|SA|AB)|transport|bygg|entreprenør|maskin|eiendom|eigedom"
            + "|konsult|consulting|group|gruppen|kapell|bibliotek|"
            + "videregående|vidaregåande|folkehøgskole|folkehøgskule|universitet|høgskole|høgskule|festival|festivalen|prosjektet|modellen|"
            + "metoden|kompetansesenter|forskningssenter|center|leir|stadion|arena|hall|hallen|kanal|kanalen)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Institution();
}
