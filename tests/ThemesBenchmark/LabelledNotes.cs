using System.Text;
using DelingIPraksis.Domain;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>Notes with what somebody says that they are about, or which of them say the same.</summary>
/// <param name="Labels">For each note a theme, or a group; empty when it is alone.</param>
/// <param name="Notes">The notes.</param>
public sealed record LabelledNotes(IReadOnlyList<string> Labels, IReadOnlyList<PlainText> Notes)
{
    private const string NoTheme = "ingen";

    /// <summary>A set that lies in the program: <c>open</c>, <c>kept-aside</c>, <c>fresh</c>, <c>duplicates</c>.</summary>
    public static LabelledNotes Read(string name)
    {
        using var stream = typeof(LabelledNotes).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(';', 2))
            .ToList();
        return new(
            [.. lines.Select(line => line[0] == NoTheme ? "" : line[0])],
            [.. lines.Select(line => new PlainText(line[1].Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal)))]
        );
    }

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
}
