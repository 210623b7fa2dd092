using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Pairing;

/// <summary>
/// The request of <c>./run pair</c>, as in the file; described in <c>docs/pairing.md</c>. Names are compared without case and the like.
/// </summary>
internal sealed record PairRequest
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        // A misspelt «forbiden» must not give a pairing without the prohibition.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    private const string LineForm = "en linje begynner med party, history, pinned, forbidden, right, wrong, rounds, group eller seed.";

    private static readonly string[] _days = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "yyyyMMdd"];

    /// <summary>Never null in what <see cref="Read"/> gives.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    public IReadOnlyList<Earlier> History { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Pinned { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Forbidden { get; init; } = [];

    /// <summary>Those who have said that they were the right partners.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Right { get; init; } = [];

    /// <summary>Those who have said that they were not.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Wrong { get; init; } = [];

    public IReadOnlyDictionary<string, string> Asks { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Offers { get; init; } = new Dictionary<string, string>();

    public long Seed { get; init; }

    /// <summary>How many rounds the gathering has, each with new partners; 1 to <see cref="DayPlanner.MostRounds"/>.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The groups made by hand, which <c>--check</c> judges; null when there are none.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Groups { get; init; }

    /// <summary>The line of the file that each of <see cref="Groups"/> begins in, from 1.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> GroupLines { get; private init; } = [];

    /// <summary>The groups on a day.</summary>
    public sealed record Earlier(DateOnly Date, IReadOnlyList<IReadOnlyList<string>> Groups);

    /// <summary>Reads JSON, or CSV when it does not begin as JSON does.</summary>
    /// <exception cref="PairRequestException">What is wrong, as a sentence.</exception>
    public static PairRequest Read(string text) =>
        text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '[', ..] json ? ReadJson(json) : ReadCsv(text);

    /// <summary>Names in the history that no party has. They are ignored, and the user is told.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Unknown =>
        [
            .. History
                .SelectMany(earlier => earlier.Groups)
                .SelectMany(group => group)
                .Select(new PairNames(Parties!).Find)
        .Where(found => !found.Known).Select(found => found.Name).Distinct()];

    /// <summary>The problem for the solver. The key of a party is its name.</summary>
    /// <exception cref="PairRequestException">A rule or a text names no party, or a group is no group.</exception>
    public PairingProblem ToProblem()
    {
        var names = new PairNames(Parties!);
        foreach (var (name, property) in Asks.Keys.Select(name => (name, "asks")).Concat(Offers.Keys.Select(name => (name, "offers"))))
            if (!names.Find(name).Known) throw new PairRequestException($"«{name}» i {property} er ikke blant deltakerne.");
        if (Rounds is < 1 or > DayPlanner.MostRounds)
            throw new PairRequestException($"«rounds» skal være 1, 2 eller {DayPlanner.MostRounds}; der står {Rounds}.");
        var (asks, offers) = (ByName(Asks, names), ByName(Offers, names));
        return new PairingProblem
        {
            Parties =
            [
                .. names.All.Select(name => new PairingParty(
                    name,
                    name,
                    Asks: asks.GetValueOrDefault(name),
                    Offers: offers.GetValueOrDefault(name)
                )),
            ],
            History =
            [
                .. History.Select(earlier => new EarlierGathering(earlier.Date, [.. earlier.Groups.Select(group => Group(group, names))])),
            ],
            Pinned = [.. Pinned.Select(pair => Pair(pair, "pinned", names))],
            Forbidden = [.. Forbidden.Select(pair => Pair(pair, "forbidden", names))],
            RightPartners = [.. Right.Select(pair => Pair(pair, "right", names))],
            WrongPartners = [.. Wrong.Select(pair => Pair(pair, "wrong", names))],
            Seed = Seed,
        };
    }

    /// <summary>The groups made by hand, with the names that the parties have in the problem.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ToGroups()
    {
        var names = new PairNames(Parties!);
        return [.. Groups!.Select(group => (IReadOnlyList<string>)[.. (group ?? []).Select(name => names.Find(name).Name)])];
    }

    private static PairRequest ReadJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<PairRequest>(json, _json) is { Parties: not null } request
                ? request with { GroupLines = [.. LinesOfGroups(json)] }
                : throw new PairRequestException("«parties» mangler.");
        }
        catch (JsonException fault)
        {
            throw new PairRequestException($"JSON-en lar seg ikke lese: {Reason(fault)} Formen står i docs/pairing.md.", fault);
        }
    }

    // The framework's messages are in English and name our types. The position in the file says more.
    private static string Reason(JsonException fault) => fault switch
    {
        { Path: null or "$" } => $"linje {fault.LineNumber + 1} hører ikke til et helt objekt, eller har en skrivefeil.",
        _ => $"«{fault.Path[2..]}» i linje {fault.LineNumber + 1} er ukjent eller har feil form.",
    };

    // The serializer keeps no places. A group is a list in the list of «groups», which stands right in the object.
    private static List<long> LinesOfGroups(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var lines = new List<long>();
        var inGroups = false;
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                inGroups = string.Equals(reader.GetString(), nameof(Groups), StringComparison.OrdinalIgnoreCase);
            // A value of null stands in the place of a list, and is no group.
            else if (inGroups && reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartArray or JsonTokenType.Null })
                lines.Add(bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
        }

        return lines;
    }

    private static PairRequest ReadCsv(string text)
    {
        var (parties, history, seed, rounds) = (new List<string>(), new List<Earlier>(), 0L, 1);
        var groups = new List<(IReadOnlyList<string> Names, long Line)>();
        var (pinned, forbidden) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        var (right, wrong) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        var (asks, offers) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        (text, var separator) = SeparatedText.Of(text);
        using var reader = new StringReader(text);
        using var csv = CsvReader.Create(
            reader,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
            },
            leaveOpen: true
        );
        while (csv.Read())
        {
            // A spreadsheet fills short lines with empty cells, and adds empty lines.
            string[] row =
            [
                .. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).Reverse().SkipWhile(cell => cell.Length == 0).Reverse(),
            ];
            if (row is not [var kind, .. var cells]) continue;
            switch (kind.ToLowerInvariant(), cells)
            {
                case ("party", [var name, .. { Length: <= 2 } more]):
                    parties.Add(name);
                    if (more is [var ask, ..] && ask.Length > 0) asks[name] = ask;
                    if (more is [_, var offer]) offers[name] = offer;
                    break;
                case ("history", [var day, .. { Length: > 0 } group]):
                    history.Add(new Earlier(Day(day, csv.LineNumber), [group]));
                    break;
                case ("pinned", [_, _]):
                    pinned.Add(cells);
                    break;
                case ("forbidden", [_, _]):
                    forbidden.Add(cells);
                    break;
                case ("right", [_, _]):
                    right.Add(cells);
                    break;
                case ("wrong", [_, _]):
                    wrong.Add(cells);
                    break;
                case ("rounds", [var number]) when int.TryParse(number, CultureInfo.InvariantCulture, out var value):
                    rounds = value;
                    break;
                case ("group", { Length: > 0 }):
                    groups.Add((cells, csv.LineNumber));
                    break;
                case ("seed", [var number]) when long.TryParse(number, CultureInfo.InvariantCulture, out var value):
                    seed = value;
                    break;
                default:
                    throw new PairRequestException(
                        Misread(csv.LineNumber, kind, isFirst: parties.Count + history.Count + pinned.Count + forbidden.Count == 0)
                    );
            }
        }

        return new PairRequest
        {
            Parties = parties,
            History = history,
            Pinned = pinned,
            Forbidden = forbidden,
            Right = right,
            Wrong = wrong,
            Asks = asks,
            Offers = offers,
            Seed = seed,
            Rounds = rounds,
            Groups = groups.Count == 0 ? null : [.. groups.Select(group => group.Names)],
            GroupLines = [.. groups.Select(group => group.Line)],
        };
    }

    private static DateOnly Day(string written, long line) =>
        DateOnly.TryParseExact(written, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new PairRequestException(
                $"Linje {line}: «{TextTruncation.Shorten(written, 40)}» er ingen dag. Skriv den som 2026-11-28."
            );

    private static string Misread(long line, string kind, bool isFirst) => kind.ToLowerInvariant() switch
    {
        "party" => $"Linje {line} skal ha ett navn etter party, og høyst hva de spør om og hva de kan dele.",
        "history" => $"Linje {line} skal ha en dag etter history, og så navnene på dem som satt sammen.",
        "pinned" or "forbidden" or "right" or "wrong" => $"Linje {line} skal ha to navn etter {kind}.",
        "group" => $"Linje {line} skal ha navnene på dem som sitter sammen, etter group.",
        "rounds" => $"Linje {line} skal ha ett tall etter rounds: 1, 2 eller {DayPlanner.MostRounds}.",
        "seed" => $"Linje {line} skal ha ett helt tall etter seed.",
        _ when isFirst =>
            $"Linje {line} begynner med «{TextTruncation.Shorten(kind, 40)}». Er det en overskrift, så ta den bort: {LineForm}",
        _ => $"Linje {line} begynner med «{TextTruncation.Shorten(kind, 40)}». {char.ToUpperInvariant(LineForm[0])}{LineForm[1..]}",
    };

    private static string[] Group(IReadOnlyList<string> group, PairNames known)
    {
        string[] names = [.. group.Select(name => known.Find(name).Name)];
        return names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new PairRequestException($"{twice.Key} står to ganger i samme gruppe i history.")
            : names;
    }

    private static PartyPair Pair(IReadOnlyList<string> pair, string property, PairNames names) => pair.Count == 2
        ? new PartyPair(names.Find(pair[0]).Name, names.Find(pair[1]).Name)
        : throw new PairRequestException($"Hvert par i {property} må ha to navn; ett av dem har {pair.Count}.");

    private static Dictionary<string, string> ByName(IReadOnlyDictionary<string, string> texts, PairNames names) =>
        texts
            .GroupBy(text => names.Find(text.Key).Name)
            .ToDictionary(text => text.Key, text => string.Join(' ', text.Select(one => one.Value)));
}

/// <summary>What is wrong with the file, as a sentence for the one who made it.</summary>
internal sealed class PairRequestException(string sentence, Exception? cause = null) : Exception(sentence, cause);
