using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Web.Tests.Reporting.Earlier;

/// <summary>
/// What a person who has read a report says that it tells, one fact on a line, and how many corrections a reading of it needs: every fact
/// that is missing, wrong or in the wrong place is one, and so is everything that was found and is not there.
/// </summary>
internal sealed class KnownFacts
{
    private readonly List<(string Key, string Value)> _facts;

    private KnownFacts(List<(string, string)> facts) => _facts = facts;

    public static KnownFacts Read(string text) => new(
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Select(line => (line[0], line[1])),
        ]);

    public IReadOnlyList<string> CorrectionsTo(EarlierReport report)
    {
        var (outline, wrong) = (ReportOutline.Of(report), new List<string>());
        foreach (var fact in Enum.GetValues<ReportFact>()) Begins(Key(fact), report.FactOf(fact).Text.Value);
        Begins("about", outline.TextOf(PieceRole.About).Value);
        Begins("welcome", outline.TextOf(PieceRole.Welcome).Value);
        Begins("welcome-speaker", string.Join("; ", outline.Welcomers.Select(speaker => speaker.Name.Value)));
        Begins("closing", outline.TextOf(PieceRole.Closing).Value);
        if (Of("group-work") is [var work] && !outline.TextOf(PieceRole.GroupWork).Value.Contains(work, StringComparison.OrdinalIgnoreCase)
            && !report.Pieces.Exists(piece => piece.Reason == LeftOutReason.Heading
                && piece.Original.Value.Contains(work, StringComparison.Ordinal)))
            wrong.Add($"group work is «{outline.TextOf(PieceRole.GroupWork)}»");
        Set("party", report.Parties.ConvertAll(party => party.Name.Value), (known, found) => known == found);
        Set("pair", report.Pairs.ConvertAll(pair => string.Join(", ", pair.Select(place => report.Parties[place].Name))),
            (known, found) => known == found);
        Set("block", outline.Blocks.ConvertAll(block => block.Title.Value), (known, found) => Same(known.Split('|')[0], found));
        Set("barrier", Points(PieceRole.Barrier), Starts);
        Set("opportunity", Points(PieceRole.Opportunity), Starts);
        Set("point", [.. Points(PieceRole.Point), .. Points(PieceRole.Ask)], Starts);
        Talks();
        return wrong;

        void Begins(string key, string found)
        {
            var known = Of(key) is [var one] ? one : "";
            if (known.Length == 0 ? found.Length > 0 : !found.StartsWith(known, StringComparison.OrdinalIgnoreCase))
                wrong.Add($"{key} is «{(found.Length > 80 ? found[..80] : found)}», not «{known}»");
        }

        void Set(string key, IReadOnlyList<string> found, Func<string, string, bool> same)
        {
            var known = Of(key);
            wrong.AddRange(known.Where(one => !found.Any(other => same(one, other))).Select(one => $"{key} «{one}» is missing"));
            wrong.AddRange(found.Where(other => !known.Exists(one => same(one, other))).Select(other => $"{key} «{other}» is no {key}"));
        }

        List<string> Points(PieceRole role) => [.. outline.Points.Where(point => point.Role == role).Select(point => point.Text.Value)];

        void Talks()
        {
            var left = outline.Talks.ToList();
            foreach (var known in Of("talk"))
            {
                string[] parts = [.. known.Split('|', StringSplitOptions.TrimEntries)];
                var talk = left.Find(talk => Same(parts[1], talk.Title.Value));
                if (talk is null)
                {
                    wrong.Add($"talk «{parts[1]}» is missing");
                    continue;
                }

                left.Remove(talk);
                var place = talk.Block is { } block ? $"{block + 1}" : talk.AfterPoints ? "+" : "-";
                if (place != parts[0]) wrong.Add($"talk «{parts[1]}» stands in {place}, not in {parts[0]}");
                string[] speakers = [.. parts[2].Split(';', StringSplitOptions.TrimEntries)];
                var found = talk.Speakers.ConvertAll(Said);
                wrong.AddRange(speakers.Where(one => !found.Contains(one))
                    .Select(one => $"speaker «{one}» of «{parts[1]}» is missing: {string.Join("; ", found)}"));
                wrong.AddRange(found.Skip(speakers.Length).Select(one => $"speaker «{one}» of «{parts[1]}» is one too many"));
                var links = parts.Length > 3 ? parts[3].Split(' ') : [];
                if (!links.SequenceEqual(talk.Links.Select(link => link.Address.OriginalString)))
                    wrong.Add($"links of «{parts[1]}» are {string.Join(' ', talk.Links.Select(link => link.Address))}");
            }

            wrong.AddRange(left.Select(talk => $"talk «{talk.Title}» is no talk"));
        }
    }

    private List<string> Of(string key) => [.. _facts.Where(fact => fact.Key == key).Select(fact => fact.Value)];

    private static string Key(ReportFact fact) => fact.ToString().ToLowerInvariant();

    private static string Said(Speaker speaker) => speaker.Organisation.IsEmpty ? speaker.Name.Value
        : $"{speaker.Name}, {speaker.Organisation}";

    private static bool Starts(string known, string found) => found.StartsWith(known, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string known, string found) => known.Trim().Equals(found.Trim(), StringComparison.OrdinalIgnoreCase);
}
