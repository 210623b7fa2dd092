using System.Globalization;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Programme.Invite;

/// <summary>
/// The gathering as an entry for a calendar (RFC 5545): lines end with CR LF and are folded at 75 octets, never inside a character. The
/// time zone is written in full, because a calendar need not know Europe/Oslo. Without hours it is an all-day entry.
/// </summary>
internal static class CalendarFile
{
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

    /// <summary>Writes the file.</summary>
    /// <param name="id">The gathering: a newer file with the same id replaces the older entry.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="description">The text of the entry.</param>
    /// <param name="link">The address to join.</param>
    /// <param name="sequence">Grows with each change, so that a calendar knows which is newer.</param>
    /// <param name="minutes">How long the group work lasts, when the end is not set.</param>
    /// <param name="now">When it is written, UTC.</param>
    public static string Write(
        Id<Gathering> id,
        GatheringFacts facts,
        string description,
        Uri link,
        long sequence,
        int minutes,
        DateTimeOffset now
    )
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Deling i praksis//NO", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            .. facts.StartsAt is null ? [] : _zone,
            "BEGIN:VEVENT",
            $"UID:{id}@deling-i-praksis",
            $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"SEQUENCE:{Math.Min(sequence, int.MaxValue)}",
            .. When(facts, minutes),
            $"SUMMARY:{Escape(facts.Title.Value)}",
            .. Where(facts) is { Length: > 0 } place ? new[] { $"LOCATION:{Escape(place)}" } : [],
            $"DESCRIPTION:{Escape(description)}",
            $"URL:{link.AbsoluteUri}",
            "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(Fold));
    }

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
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

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
