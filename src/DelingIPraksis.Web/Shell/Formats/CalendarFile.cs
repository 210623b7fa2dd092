using System.Globalization;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Shell.Formats;

/// <summary>An entry of a calendar.</summary>
/// <param name="Id">The gathering: an entry with the same id and a higher sequence replaces the older one.</param>
/// <param name="Facts">Its facts.</param>
/// <param name="Description">The text of the entry; empty for none.</param>
/// <param name="Link">The address that the entry leads to.</param>
/// <param name="Sequence">Grows with each change, so that a calendar knows which is newer.</param>
/// <param name="Minutes">How long the group work lasts, when the end is not set.</param>
internal sealed record CalendarEntry(
    Id<Gathering> Id,
    GatheringFacts Facts,
    string Description,
    Uri Link,
    long Sequence,
    int Minutes)
{
    /// <summary>Whether it is called off: the calendar then removes it, or strikes it out.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>
/// Gatherings as a file for a calendar (RFC 5545): lines end with CR LF and are folded at 75 octets, never inside a character. The time
/// zone is written in full, because a calendar need not know Europe/Oslo. Without hours an entry lasts all day.
/// </summary>
internal static class CalendarFile
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    private const int LongestLine = 75;

    // Summer time from the last Sunday of March to the last Sunday of October, at one o'clock UTC.
    private static readonly string[] _zone =
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/Oslo",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <summary>Writes one gathering, for those who put it in their own calendar.</summary>
    /// <param name="entry">The gathering.</param>
    /// <param name="now">When it is written, UTC.</param>
    public static byte[] Write(CalendarEntry entry, DateTimeOffset now) => Write([entry], now, []);

    /// <summary>Writes several gatherings as a calendar that programs subscribe to.</summary>
    /// <param name="entries">The gatherings.</param>
    /// <param name="name">The name of the calendar.</param>
    /// <param name="now">When it is written, UTC.</param>
    public static byte[] WriteFeed(IReadOnlyCollection<CalendarEntry> entries, string name, DateTimeOffset now) =>
        Write(
            entries,
            now,
            [
                // The second name is what programs from before RFC 7986 read.
                $"NAME:{Escape(name)}", $"X-WR-CALNAME:{Escape(name)}",
                "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
            ]
        );

    private static byte[] Write(IReadOnlyCollection<CalendarEntry> entries, DateTimeOffset now, string[] about)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Deling i praksis//NO", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            .. about,
            .. entries.Any(entry => entry.Facts.StartsAt is not null) ? _zone : [],
            .. entries.SelectMany(entry => Event(entry, now)),
            "END:VCALENDAR",
        ];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(Fold)));
    }

    private static IEnumerable<string> Event(CalendarEntry entry, DateTimeOffset now) =>
    [
        "BEGIN:VEVENT",
        $"UID:{entry.Id}@deling-i-praksis",
        $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        $"SEQUENCE:{Math.Min(entry.Sequence, int.MaxValue).ToString(CultureInfo.InvariantCulture)}",
        .. entry.IsCancelled ? ["STATUS:CANCELLED"] : Array.Empty<string>(),
        .. When(entry.Facts, entry.Minutes),
        $"SUMMARY:{Escape(entry.Facts.Title.Value)}",
        .. Where(entry.Facts) is { Length: > 0 } place ? [$"LOCATION:{Escape(place)}"] : Array.Empty<string>(),
        .. entry.Description.Length > 0 ? [$"DESCRIPTION:{Escape(entry.Description)}"] : Array.Empty<string>(),
        $"URL:{entry.Link.AbsoluteUri}",
        entry.IsCancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE",
        "END:VEVENT",
    ];

    private static IEnumerable<string> When(GatheringFacts facts, int minutes)
    {
        if (facts.StartsAt is not { } from)
        {
            yield return $"DTSTART;VALUE=DATE:{Day(facts.Date)}";
            yield return $"DTEND;VALUE=DATE:{Day(facts.Date.AddDays(1))}";
            yield break;
        }

        var starts = facts.Date.ToDateTime(from);
        var ends = facts.EndsAt is { } to ? facts.Date.ToDateTime(to) : starts.AddMinutes(Math.Max(minutes, 30));
        yield return $"DTSTART;TZID=Europe/Oslo:{At(starts)}";
        yield return $"DTEND;TZID=Europe/Oslo:{At(ends)}";
    }

    private static string Where(GatheringFacts facts) =>
        string.Join(", ", new[] { facts.Place.Value, facts.Meeting?.AbsoluteUri ?? "" }.Where(part => part.Length > 0));

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string At(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A continuation line begins with a space, which counts.</summary>
    private static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(line.Length + 8), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
