using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>What <c>./run pair</c> is asked, as it stands in the file; described in <c>docs/pairing.md</c>. Names are compared as a reader would.</summary>
internal sealed record PairRequest
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        // A misspelt «forbiden» must not become a pairing without the prohibition.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    /// <summary>Never null in what <see cref="Read"/> gives.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    public IReadOnlyList<Earlier> History { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Pinned { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<string>> Forbidden { get; init; } = [];

    public IReadOnlyDictionary<string, string> Asks { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Offers { get; init; } = new Dictionary<string, string>();

    public long Seed { get; init; }

    /// <summary>Who sat together on a day.</summary>
    public sealed record Earlier(DateOnly Date, IReadOnlyList<IReadOnlyList<string>> Groups);

    /// <summary>Reads JSON, or CSV when it does not begin as JSON does.</summary>
    /// <exception cref="PairRequestException">What is wrong, as a sentence.</exception>
    public static PairRequest Read(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '[', ..] json ? ReadJson(json) : ReadCsv(text);

    /// <summary>The problem for the solver. The key of a party is its name.</summary>
    /// <exception cref="PairRequestException">A rule or a text names no party, or a group is no group.</exception>
    public PairingProblem ToProblem()
    {
        string[] names = [.. Parties!.Select(Clean)];
        var known = names.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, property) in Asks.Keys.Select(name => (name, "asks")).Concat(Offers.Keys.Select(name => (name, "offers"))))
            if (!known.Contains(Clean(name))) throw new PairRequestException($"«{name}» i {property} er ikke blant deltakerne.");
        var (asks, offers) = (ByName(Asks), ByName(Offers));
        return new PairingProblem
        {
            Parties = [.. names.Select(name => new PairingParty(name, name, Asks: asks.GetValueOrDefault(name), Offers: offers.GetValueOrDefault(name)))],
            History = [.. History.Select(earlier => new EarlierGathering(earlier.Date, [.. earlier.Groups.Select(Group)]))],
            Pinned = [.. Pinned.Select(pair => Pair(pair, "pinned"))],
            Forbidden = [.. Forbidden.Select(pair => Pair(pair, "forbidden"))],
            Seed = Seed,
        };
    }

    private static PairRequest ReadJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<PairRequest>(json, _json) is { Parties: not null } request ? request : throw new PairRequestException("«parties» mangler.");
        }
        catch (JsonException fault)
        {
            throw new PairRequestException($"JSON-en lar seg ikke lese: {Reason(fault)} Formen står i docs/pairing.md.", fault);
        }
    }

    // The framework's own words name types of ours and are in English; where it happened says more.
    private static string Reason(JsonException fault) => fault switch
    {
        { Path: null or "$" } => $"linje {fault.LineNumber + 1} hører ikke til et helt objekt, eller har en skrivefeil.",
        _ => $"«{fault.Path[2..]}» i linje {fault.LineNumber + 1} er ukjent eller har feil form.",
    };

    private static PairRequest ReadCsv(string text)
    {
        var parties = new List<string>();
        var history = new List<Earlier>();
        var (pinned, forbidden) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        var (asks, offers) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        long seed = 0;
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { HasHeader = false, TrimWhitespace = true, TrackLineNumbers = true }, leaveOpen: true);
        while (csv.Read())
        {
            // A spreadsheet fills short lines up with empty cells.
            string[] cells = [.. Enumerable.Range(1, Math.Max(0, csv.FieldCount - 1)).Select(csv.GetString).Reverse().SkipWhile(cell => cell.Length == 0).Reverse()];
            switch (csv.GetString(0).ToLowerInvariant(), cells)
            {
                case ("party", [var name]):
                    parties.Add(name);
                    break;
                case ("party", [var name, var ask]):
                    parties.Add(name);
                    asks[name] = ask;
                    break;
                case ("party", [var name, var ask, var offer]):
                    parties.Add(name);
                    (asks[name], offers[name]) = (ask, offer);
                    break;
                case ("history", [var day, .. { Length: > 0 } group]) when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                    history.Add(new Earlier(date, [group]));
                    break;
                case ("pinned", [_, _]):
                    pinned.Add(cells);
                    break;
                case ("forbidden", [_, _]):
                    forbidden.Add(cells);
                    break;
                case ("seed", [var number]) when long.TryParse(number, CultureInfo.InvariantCulture, out var value):
                    seed = value;
                    break;
                default:
                    throw new PairRequestException($"Linje {csv.LineNumber} i CSV-en lar seg ikke lese. En linje begynner med party, history, pinned, forbidden eller seed.");
            }
        }

        return new PairRequest { Parties = parties, History = history, Pinned = pinned, Forbidden = forbidden, Asks = asks, Offers = offers, Seed = seed };
    }

    private static IReadOnlyList<string> Group(IReadOnlyList<string> group)
    {
        string[] names = [.. group.Select(Clean)];
        return names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new PairRequestException($"{twice.Key} står to ganger i samme gruppe i history.")
            : names;
    }

    private static PartyPair Pair(IReadOnlyList<string> pair, string property) => pair.Count == 2
        ? new PartyPair(Clean(pair[0]), Clean(pair[1]))
        : throw new PairRequestException($"Hvert par i {property} må ha to navn; ett av dem har {pair.Count}.");

    private static Dictionary<string, string> ByName(IReadOnlyDictionary<string, string> texts) =>
        texts.GroupBy(text => Clean(text.Key)).ToDictionary(text => text.Key, text => string.Join(' ', text.Select(one => one.Value)));

    // The same form as names have everywhere else here, so that two ways of typing «å» are one name.
    private static string Clean(string? name) => new PlainText(name).Value;
}

/// <summary>What is wrong with the file, as a sentence for the one who made it.</summary>
internal sealed class PairRequestException(string sentence, Exception? cause = null) : Exception(sentence, cause);
