using System.Text;
using DelingIPraksis.Domain;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>Notes with what somebody says that they are about, or which of them say the same.</summary>
/// <param name="Labels">For each note a theme, or a group; empty when it is alone.</param>
/// <param name="Notes">The notes.</param>
public sealed record LabelledNotes(IReadOnlyList<string> Labels, IReadOnlyList<PlainText> Notes)
{
    private const string NoTheme = "ingen";
    private const char AndAlso = '+';

    /// <summary>What the gathering that the notes are from is about; null when they are from many.</summary>
    public PlainText? Subject { get; init; }

    /// <summary>For each note another theme that it also is about; empty for most.</summary>
    public IReadOnlyList<string> Seconds { get; init; } = [];

    /// <summary>A set that lies in the program: <c>open</c>, <c>kept-aside</c>, <c>fresh</c>, <c>stranger</c>, <c>duplicates</c>.</summary>
    public static LabelledNotes Read(string name)
    {
        var lines = Lines(name, fields: 2);
        return new([.. lines.Select(line => Label(line[0]))], [.. lines.Select(line => Note(line[1]))]);
    }

    /// <summary>A set of several gatherings: <c>networks</c>, <c>networks-kept-aside</c>.</summary>
    public static IReadOnlyList<LabelledNotes> ReadGatherings(string name) =>
    [
        .. Lines(name, fields: 4)
            .GroupBy(line => line[0], StringComparer.Ordinal)
            .Select(lines => new LabelledNotes(
                [.. lines.Select(line => Label(line[2].Split(AndAlso)[0]))],
                [.. lines.Select(line => Note(line[3]))]
            )
            {
                Subject = new PlainText(lines.Key),
                Seconds = [.. lines.Select(line => line[2].Split(AndAlso).ElementAtOrDefault(1) ?? "")],
            }),
    ];

    /// <summary>The labels as numbers. A note without one is alone.</summary>
    public int[] Truth()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. Labels.Select((label, index) =>
        {
            if (label.Length == 0) return Labels.Count + index;
            if (!numbers.TryGetValue(label, out var number)) numbers[label] = number = numbers.Count;
            return number;
        })];
    }

    private static List<string[]> Lines(string name, int fields)
    {
        using var stream = typeof(LabelledNotes).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(';', fields))];
    }

    private static string Label(string written) => written is NoTheme or "none" ? "" : written;

    private static PlainText Note(string written) => new(written.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal));
}
