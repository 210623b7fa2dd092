using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>Speakers on one line, as people type them: «Kari Moe, Lom kommune; Per Li, NVE».</summary>
public static class SpeakerList
{
    /// <summary>The speakers of a line. What stands before the first comma is the name.</summary>
    public static ImmutableList<Speaker> Read(string? line) =>
    [
        .. (line ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(',', 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts[0].Length > 0)
            .Select(parts => new Speaker(parts[0], parts.Length > 1 ? parts[1] : "")),
    ];

    /// <summary>The line for speakers.</summary>
    public static string Write(IEnumerable<Speaker> speakers) =>
        string.Join("; ", speakers.Select(speaker => speaker.Organisation.IsEmpty ? speaker.Name.Value
            : $"{speaker.Name}, {speaker.Organisation}"));
}
