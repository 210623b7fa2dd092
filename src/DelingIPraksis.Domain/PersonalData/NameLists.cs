using System.Collections.Frozen;
using System.Text;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The names that the product knows (the folder <c>Names</c>), and the forms that names have.</summary>
internal static class NameLists
{
    private const string Folder = "DelingIPraksis.Domain.PersonalData.Names.";

    private static readonly Lazy<FrozenSet<string>> _words = new(() => Read("first-words.txt"));
    private static readonly Lazy<FrozenSet<string>> _first = new(() => Read("first.txt").Except(_words.Value).ToFrozenSet());
    private static readonly Lazy<FrozenSet<string>> _last = new(() => Read("last.txt"));

    // Everyday words in small letters, which somebody who writes no large letters means as words.
    private static readonly FrozenSet<string> _everyday = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ask", "bakke", "bakken", "berg", "berge", "brun", "dal", "dale", "dalen", "eid", "ek", "enge", "foss", "fossen", "hage",
        "hagen", "halle",
        "haug", "haugen", "helle", "hem", "hol", "holt", "hope", "hov", "huse", "kvist", "lange", "le", "lein", "lia", "lid", "lie",
        "lien", "lind",
        "linde", "lund", "lunde", "malm", "mo", "moen", "mork", "myr", "myra", "myren", "mørk", "nes", "ness", "nesse", "rist", "rud",
        "rød", "røe",
        "sand", "sande", "skar", "skog", "skogen", "sletten", "sommer", "stave", "steen", "stokk", "stokke", "storm", "strand",
        "stranden", "strøm",
        "støle", "sund", "sunde", "tang", "tangen", "torp", "valle", "vik", "vika", "vike", "viken", "vold", "vågen", "våge", "ås", "åsen");

    /// <summary>Whether a word, or each part of it with hyphens between, is a first name and nothing else.</summary>
    public static bool IsFirst(string word) => Parts(word).All(part => _first.Value.Contains(part));

    /// <summary>Whether it is a first name, perhaps one that is an everyday word too.</summary>
    public static bool IsFirstOrWord(string word) =>
        Parts(word).All(part => _first.Value.Contains(part) || (char.IsUpper(word[0]) && _words.Value.Contains(part)));

    /// <summary>Whether it is a surname that is known, or has the form of one.</summary>
    public static bool IsLast(string word) =>
        Parts(word).All(part => _last.Value.Contains(part) || EndsAsOnlyNamesDo(part) || EndsAsNamesDo(part));

    /// <summary>
    /// Whether it ends as only surnames do: «Hansen», «Eriksson». No other Norwegian word is written so with a large letter.
    /// </summary>
    public static bool EndsAsOnlyNamesDo(string word)
    {
        var part = Parts(word).Last();
        foreach (var ending in (ReadOnlySpan<string>)["sens", "sen", "sson", "ssons"])
            if (part.EndsWith(ending, StringComparison.Ordinal) && part.Length > ending.Length + 1)
                return _patronyms.Value.Contains(part[..^ending.Length]);
        return false;
    }

    /// <summary>
    /// Whether a word with a large letter is rather a place, a month, a firm or the beginning of a sentence than a surname.
    /// </summary>
    public static bool IsPlaceLike(string word) => _noSurnames.Contains(word);

    /// <summary>Whether a surname is an everyday word when it is written with a small letter.</summary>
    public static bool IsEverydayWord(string word) => _everyday.Contains(word);

    // Hansen is the son of Hans: what stands before the ending is a first name, whole or without its last letters.
    private static readonly Lazy<FrozenSet<string>> _patronyms = new(() => _first.Value.Concat(_words.Value)
        .SelectMany(name => new[] { name, name.TrimEnd('e'), name + "s", name.TrimEnd('s'), name.TrimEnd('a'), name + "e", name + "t" })
        .Concat(
        [
            "Abraham", "Amund", "Andrea", "Andreas", "Anton", "Arne", "Bern", "Bernt", "Berg", "Bjørn", "Børre", "Christ", "Christof",
            "Clau", "Didrik",
            "Edvard", "Elia", "Ellef", "Ellev", "Engebret", "Ever", "Evert", "Gulbrand", "Gun", "Gunder", "Halvor", "Henrik", "Inge", "Ing",
            "Ingebret", "Ingebrigt", "Isak", "Jacob", "Jakob", "Jeremia", "Jens", "Jen", "Joh", "Johan", "Johanne", "Johannes", "John",
            "Jon", "Jør", "Jørgen",
            "Kjel", "Klem", "Klemet", "Knud", "Knut", "Kornelius", "Kristof", "Kristoffer", "Lar", "Laurit", "Lauritz", "Mads",
            "Mathia", "Mathis",
            "Matti", "Michel", "Mikal", "Nicolai", "Niel", "Nil", "Ol", "Olu", "Oluf", "Ped", "Peder", "Pet", "Peter", "Petter", "Pål",
            "Rasmus", "Salomon", "Samuel", "Simon",
            "Steffen", "Svend", "Sør", "Søren", "Teodor", "Thom", "Thoma", "Thor", "Tobia", "Tollef", "Torger", "Torkil", "Torstein",
            "Trul", "Tørre", "Tøn", "Tønnes",
            "Ulrik", "Wilhelm", "Willum", "Zacharia", "Østen", "Aan", "Aren", "Arent", "Aksel", "Alfred", "Bertel", "Bertin", "Enok",
            "Eilert", "Hanse",
            "Hartvig", "Jes", "Jep", "Jonas", "Karl", "Konrad", "Lorent", "Lorentz", "Mogen", "Morten", "Mort", "Mikkel", "Niklas",
            "Otte", "Ott", "Paul", "Ras", "Rei",
            "Reinert", "Syver", "Sivert", "Tor", "Thorvald", "Torvald", "Tharald", "Wiger", "Nan", "Ole",
        ])
        .Where(name => name.Length > 1)
        .ToFrozenSet());

    private static readonly FrozenSet<string> _noSurnames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Norge", "Noreg", "Norden", "Europa", "Oslo", "Bergen", "Trondheim", "Stavanger", "Vestland", "Innlandet", "Viken", "Nordland",
        "Troms", "Finnmark",
        "Teams", "Zoom", "Word", "Excel", "Outlook", "Facebook", "Google", "Microsoft", "KS", "NAV", "Nav", "EU", "EØS", "Kommunal",
        "Kommune",
        "Januar", "Februar", "Mars", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Desember",
        "Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag", "Måndag", "Tysdag", "Laurdag", "Sundag",
        "Kunne", "Skal", "Har", "Er", "Må", "Vil", "Og", "Eller", "Men", "Det", "Den", "De", "Vi", "Jeg", "Eg", "Hun", "Ho", "Han",
        "Som", "Til", "For", "Ikke", "Ikkje",
        "Innovasjon", "Husbanken", "Enova", "Miljødirektoratet", "Statsforvalteren", "Statsforvaltaren", "Fylkeskommunen");

    private static readonly string[] _endings =
    [
        "stad", "land", "heim", "vik", "dal", "seth", "rud", "gaard", "gård", "haug", "bakk", "bakken", "berg", "bø", "li", "lie",
        "nes", "ås", "moen", "hagen", "eide", "lund", "holm", "strøm", "skog", "quist", "kvist", "mann",
    ];

    private static string[] Parts(string word) => word.Contains('-', StringComparison.Ordinal)
        ? [.. word.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Named)]
        : [Named(word)];

    // «KARI», «kari» and «Karis» are «Kari».
    private static string Named(string word)
    {
        var named = word.Length > 1 && (char.IsLower(word[0]) || word.All(char.IsUpper))
            ? $"{char.ToUpperInvariant(word[0])}{word[1..].ToLowerInvariant()}"
            : word;
        return named.Length > 3 && named[^1] == 's' && !IsListed(named) && IsListed(named[..^1]) ? named[..^1] : named;
    }

    private static bool IsListed(string name) => _first.Value.Contains(name) || _words.Value.Contains(name) || _last.Value.Contains(name);

    // «Bakkestad», «Nordvik»: what farms are called, and so families.
    private static bool EndsAsNamesDo(string word) => word.Length > 5 && char.IsUpper(word[0]) && !_noSurnames.Contains(word)
        && _endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    private static FrozenSet<string> Read(string name)
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd()
            .Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
