using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

/// <summary>Finds the facts of a gathering in its report: date, number, host, place and network.</summary>
internal static partial class FactReader
{
    /// <summary>The label of a line that lists who took part.</summary>
    public const string PartiesLabel = "parties";

    private static readonly string[] _ordinals =
    [
        "første|fyrste", "andre|annen|anna", "tredje", "fjerde", "femte", "sjette", "sjuende|syvende|sjuande", "åttende|åttande",
        "niende|niande", "tiende|tiande", "ellevte", "tolvte", "trettende|trettande", "fjortende|fjortande", "femtende|femtande",
        "sekstende|sekstande", "syttende|syttande", "attende|attande", "nittende|nittande", "tjuende|tjuande|tyvende",
    ];

    /// <summary>Whether a line is a label with a value, such as «Sted: Lom».</summary>
    public static bool IsLabelled(string text) => LabelOf(text) is not null;

    /// <summary>What a labelled line tells: the name of a fact, or that it lists who took part; null for other lines.</summary>
    public static string? LabelOf(string text)
    {
        var match = Label().Match(text);
        return !match.Success ? null
            : match.Groups["date"].Success ? nameof(ReportFact.Date)
            : match.Groups["place"].Success ? nameof(ReportFact.Place)
            : match.Groups["host"].Success ? nameof(ReportFact.Host)
            : match.Groups["network"].Success ? nameof(ReportFact.Network)
            : match.Groups["number"].Success ? nameof(ReportFact.Number)
            : match.Groups["pairs"].Success ? "par"
            : PartiesLabel;
    }

    /// <summary>The day of the gathering, or null when no line tells it.</summary>
    public static DateOnly? DayOf(IReadOnlyList<SourceLine> lines) =>
        DateOf(lines, -1, string.Join('\n', lines.Select(line => line.Original))) is { } date ? ReportDates.Read(date.Text.Value) : null;

    /// <summary>All facts but the title.</summary>
    /// <param name="lines">The lines of the report.</param>
    /// <param name="title">The place of the title in the lines, or -1.</param>
    /// <param name="register">Finds municipalities.</param>
    public static ImmutableSortedDictionary<ReportFact, Found> Read(IReadOnlyList<SourceLine> lines, int title, RegisterLookup register)
    {
        var all = string.Join('\n', lines.Select(line => line.Original));
        var found = ImmutableSortedDictionary.CreateBuilder<ReportFact, Found>();
        foreach (var line in lines)
        {
            var text = line.Shape == ParagraphShape.Row ? line.Text.Replace(":\t", ": ", StringComparison.Ordinal)
                .Replace("\t", ": ", StringComparison.Ordinal) : line.Text;
            if (LabelOf(text) is { } label && Enum.TryParse<ReportFact>(label, out var fact) && fact != ReportFact.Date
                && !found.ContainsKey(fact))
            {
                var value = text[Label().Match(text).Length..].Trim().TrimEnd('.');
                if (fact == ReportFact.Host && register(value) is { } host && !value.Contains(' ', StringComparison.Ordinal)
                    && host.Kind == Gatherings.PartyKind.Municipality)
                    value = $"{value} kommune";
                if (value.Length > 0) found[fact] = new(value, line.Paragraph, Certainty.Certain);
            }
        }

        if (DateOf(lines, title, all) is { } date) found[ReportFact.Date] = date;
        foreach (var (fact, find) in new (ReportFact, Func<string, string?>)[]
        {
            (ReportFact.Number, NumberOf), (ReportFact.Host, text => HostOf(text, register)), (ReportFact.Network, NetworkOf),
                (ReportFact.Place, PlaceOf),
        })
        {
            if (found.ContainsKey(fact)) continue;
            foreach (var line in lines)
            {
                if (find(line.Text) is not { Length: > 0 } value) continue;
                // A municipality is a place, but a house in it, named later, says more.
                var isWide = fact == ReportFact.Place && register(value) is not null;
                if (!isWide || !found.ContainsKey(fact)) found[fact] = new(value, line.Paragraph, Certainty.Likely);
                if (!isWide) break;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>A text in capitals, in small letters with a capital in front; names of municipalities keep theirs.</summary>
    public static string WithoutCapitals(string text, RegisterLookup register)
    {
        var words = text.ToLowerInvariant().Split(' ');
        for (var at = 0; at < words.Length; at++)
            if (at == 0 || (words[at].Length > 3 && register(words[at]) is not null))
                words[at] = words[at].Length > 0 ? char.ToUpperInvariant(words[at][0]) + words[at][1..] : "";
        return string.Join(' ', words);
    }

    /// <summary>A text in capitals, with a capital in front of each word: so names are found in it.</summary>
    public static string InitialCapitals(string text) => string.Join(
        ' ',
        text.Split(' ').Select(word => word.Length < 2 || word.ToLowerInvariant() is "ved" or "av" or "og" or "i" or "fra" or "frå" or "med"
            ? word.ToLowerInvariant()
            : $"{word[0]}{word[1..].ToLowerInvariant()}"));

    private static Found? DateOf(IReadOnlyList<SourceLine> lines, int title, string all)
    {
        Found? guess = null;
        var inOrder = lines.Where(line => LabelOf(line.Text.Replace("\t", ": ", StringComparison.Ordinal)) == nameof(ReportFact.Date))
            .Concat(title >= 0 ? [lines[title]] : [])
            .Concat(lines);
        foreach (var line in inOrder)
        {
            if (ReportLexicon.TellsOfNext(line.Text) || Deadline().IsMatch(line.Text)) continue;
            foreach (var date in DateReader.In(line.Text, all))
            {
                var text = date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (date.Certainty != Certainty.Guess) return guess is null || guess.Text == text
                    ? guess ?? new(text, line.Paragraph, Certainty.Likely) : guess;
                guess ??= new(text, line.Paragraph, Certainty.Guess, date.Written);
            }
        }

        return guess;
    }

    private static string? NumberOf(string text)
    {
        if (NumberInSeries().Match(text) is { Success: true } digits)
            return int.Parse(digits.Groups["n"].Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        foreach (Match match in Ordinal().Matches(text))
        {
            var word = match.Groups["o"].Value.ToLowerInvariant();
            var number = Array.FindIndex(_ordinals, forms => forms.Split('|').Contains(word)) + 1;
            // «den første samlingen som ble holdt på skjerm» does not count the gatherings.
            if (number == 0 || (number == 1 && text[match.Index..].Contains(" som ", StringComparison.Ordinal))) continue;
            if (ReportLexicon.TellsOfNext(text)) continue;
            return number.ToString(CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static string? HostOf(string text, RegisterLookup register)
    {
        foreach (var pattern in new[] { HostBefore(), HostAfter() })
            foreach (Match match in pattern.Matches(text))
            {
                var name = match.Groups["h"].Value.Trim();
                // «2021 var Stad kommune»: capital words in front of the name are not part of it.
                while (register(name) is null && name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank
                    && char.IsUpper(name[(blank + 1)..][0])) name = name[(blank + 1)..];
                if (register(name) is null && match.Groups["k"].Length == 0) continue;
                return match.Groups["k"].Length > 0 ? $"{name} {match.Groups["k"].Value.Trim()}" : $"{name} kommune";
            }

        return null;
    }

    private static string? PlaceOf(string text)
    {
        if (ReportLexicon.TellsOfNext(text)) return null;
        if (Digital().IsMatch(text)) return "Digitalt";
        // «møttes i Moss … holdt til i Verket Scene»: a name of several words is more likely a house than one of one word.
        var places = Place().Matches(text).Select(match => match.Groups["p"].Value.Trim()).Where(place => House().IsMatch(place)).ToList();
        return places.Find(place => place.Contains(' ', StringComparison.Ordinal)) ?? places.FirstOrDefault();
    }

    private static string? NetworkOf(string text)
    {
        foreach (var pattern in new[] { NetworkNamed(), NetworkIs(), NetworkCounted(), NetworkHad(), NetworkWord() })
            if (pattern.Match(text) is { Success: true } match)
            {
                var name = match.Groups["n"].Value.Trim(' ', '.', ',', '–', '-');
                if (name.Length > 3) return name;
            }

        return null;
    }

    private const RegexOptions Any = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Ordinals =
        "første|fyrste|andre|annen|anna|tredje|fjerde|femte|sjette|sjuende|syvende|sjuande|åttende|åttande|niende|niande|tiende|tiande|"
        + "ellevte|tolvte|trettende|trettande|fjortende|fjortande|femtende|femtande|sekstende|sekstande|syttende|syttande|attende|attande|"
        + "nittende|nittande|tjuende|tjuande|tyvende";

    [GeneratedRegex(
        @"^(?:(?<date>dato|tid(?:spunkt)?|når|tid og stad|tid og sted|dag)|(?<place>sted|stad|kvar|hvor|lokale|møtested|"
            + @"møtestad|arena)|(?<host>vert(?:skap|skommune|skommunar|skommuner)?|arrangør(?:er|ar)?|vertskap)|"
            + @"(?<network>nettverk(?:et|snavn)?)|(?<number>samling(?:s)?\s?n(?:umme)?r\.?|nr\.?|nummer)|(?<pairs>par(?:ene|"
            + @"a)?|par\s+[0-9]+)|(?<parties>deltake(?:re|rne|nde|nde kommuner|rkommuner)|deltaka(?:rar|rane|nde|nde kommunar|"
            + @"rkommunar)|til stede|til stades|frammøtte|møtende|kommuner|kommunar|deltok|med))\s*:\s*(?=\S)",
        Any)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\b(?:samling|møte|nettverkssamling|nettverksmøte|erfaringssamling|\p{L}*samlinga?|\p{L}*samlingen|"
            + @"\p{L}*møte)\s+(?:nr\.?|nummer|no\.)?\s*(?<n>[0-9]{1,3})(?:\s*/\s*(?:20)?[0-9]{2})?\b(?!\.\s*\p{Ll}|"
            + @"\s*(?:kommun|person|delt|til|\.|:[0-9])|[0-9])|\bnr\.?\s*(?<n>[0-9]{1,3})\b(?=\s+i\s+(?:rekken|rekka|serien))", Any)]
    private static partial Regex NumberInSeries();

    [GeneratedRegex(
        @"\b(?<o>" + Ordinals + @")\s+(?:(?!som\b)\p{L}+\s+){0,2}?"
        + @"(?:\p{L}*samling(?:a|en|ane|ene)?|nettverksmøte\w*|møte(?:t)?|gang(?:en)?|gong(?:en)?)\b|\b(?<o>"
        + Ordinals + @")\s+i\s+(?:rekken|rekka|rekkja|serien|rekkjen)",
        Any)]
    private static partial Regex Ordinal();

    [GeneratedRegex(
        @"(?<h>\p{Lu}[\p{L}-]*(?:\s+(?:og\s+)?\p{Lu}[\p{L}-]*)*)(?<k>\s+(?:fylkeskommune|kommune|herad))?\s+(?:(?:var|"
            + @"som|er|hadde|stod|sto|tok)\s+)?(?:(?:denne gongen|denne gangen)\s+)?(?:(?:som|for|"
            + @"på seg)\s+)?(?:vert(?:skap(?:et)?|en|skommune)?\b|inviterte\b|arrangerte\b|stod bak\b|sto bak\b|tok imot\b|"
            + @"tok i mot\b)", RegexOptions.CultureInvariant)]
    private static partial Regex HostBefore();

    [GeneratedRegex(
        @"(?:vert(?:skap(?:et)?|skommune|en)?\s+(?:var|er|denne gangen|denne gongen)\s*(?:var\s+)?|i regi av\s+|"
            + @"arrangert av\s+|hos\s+|[Aa]rrangør(?:en)?(?: var|"
            + @":)\s*)(?<h>\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)*)(?<k>\s+(?:fylkeskommune|kommune|herad))?",
                RegexOptions.CultureInvariant)]
    private static partial Regex HostAfter();

    [GeneratedRegex(
        @"\b(?:holdt|halden|halde|arrangert|avholdt|avvikla|avviklet|gjennomført|lagt|samla|samlet|møttes|møttest|heldt|"
            + @"vi\s+var)\s+(?:til\s+)?(?:ved|på|i)\s+(?<p>[^.,;:\n]{3,70}?)(?=\s+(?:med|for|der|den|av|hvor|kvar|fra|frå|"
            + @"og\s+(?:hadde|var|vi|samla|handla))\s|\s+[0-9]|[.,;:\n]|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    // A house by its name, or by what it is: «holdt i september» is no place.
    [GeneratedRegex(
        @"\p{Lu}|(?:huset|hotell(?:et)?|senter(?:et)?|salen|skolen|skulen|bygget|scene|biblioteket)\b", RegexOptions.CultureInvariant)]
    private static partial Regex House();

    [GeneratedRegex(
        @"\bdigital(?:t|e)?\b.{0,40}\bsamling|samling\p{L}*.{0,60}\bdigitalt\b|gjennomført digitalt|holdt digitalt|"
            + @"halden digitalt|på (?:teams|zoom|skjerm)\b", Any)]
    private static partial Regex Digital();

    // A name in capitals goes on until a word that tells what the network did.
    private const string NetworkWords =
        @"\p{Lu}[\p{L}-]*(?:\s+(?!(?:er|som|har|hadde|består|ble|vart|blei|og|med|hvor|der|til|i|fra|frå|var|møt\p{L}+|"
        + @"sam(?:la|let|les|last)|h[eo]ldt|inviter\p{L}+|gjennomfør\p{L}+|arranger\p{L}+|"
        + @"fekk|fikk|kom|avslutta|avsluttet)\b)\p{L}[\p{L}-]*){0,5}";

    [GeneratedRegex(
        @"\b(?:(?:(?:[Kk]ommune|[Ll]ærings|[Ee]rfarings|[Ff]ag|[Ss]amarbeids|[Ff]oregangs)n|[Nn])ettverket\s+(?<n>" + NetworkWords
            + @")|(?<n>\p{Lu}\p{L}+nettverket\s+" + NetworkWords + @"))", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkNamed();

    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L} -]{2,60}?)\s+er\s+(?:et|eit)\s+(?:\p{L}+\s+){0,3}?(?:\p{L}*nettverk|samarbeid|møtested|"
            + @"møtestad|fellesskap)", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkIs();

    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L}]*(?:\s[\p{L}-]+){0,6}?)\s+[–—-]\s+(?:rapport.{0,30}?)?samling\s+nr", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkCounted();

    [GeneratedRegex(
        @"^(?<n>\p{Lu}\p{L}*nettverk(?:et)?(?:\s+(?:for\s+\p{L}+(?:\s+\p{L}+)?|\p{Lu}\p{L}*))?)\s+(?:hadde|har|møttest|"
            + @"møttes|samlet|samla|heldt|holdt)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkHad();

    [GeneratedRegex(@"\b(?<n>\p{Lu}\p{L}+nettverket(?:\s+for\s+\p{L}+(?:\s+\p{L}+)?)?)", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkWord();

    [GeneratedRegex(@"\b(?:frist|senest|seinast|innen)\b", Any)]
    private static partial Regex Deadline();
}
