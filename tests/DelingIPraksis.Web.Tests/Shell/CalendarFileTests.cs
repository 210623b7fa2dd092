using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell.Formats;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>RFC 5545, as calendars read it.</summary>
public sealed class CalendarFileTests
{
    private static readonly Id<Gathering> Id = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));

    private static readonly GatheringFacts Facts = GatheringFacts.None with
    {
        Title = "Samling; om «ombruk», del 1",
        Date = new DateOnly(2027, 6, 7),
        Place = "Nordfjordeid, Stad",
        StartsAt = new TimeOnly(9, 0),
        EndsAt = new TimeOnly(15, 30),
    };

    private static readonly DateTimeOffset Now = new(2027, 5, 1, 8, 0, 0, TimeSpan.Zero);

    private static CalendarEntry Entry(GatheringFacts facts, string about = "Hei\nog velkommen", int minutes = 60) =>
        new(Id, facts, about, new Uri("https://deling.example/k/7K4M2QXR"), 12, minutes);

    private static string File(GatheringFacts facts, string about = "Hei\nog velkommen", int minutes = 60) =>
        Encoding.UTF8.GetString(CalendarFile.Write(Entry(facts, about, minutes), Now));

    private static string[] Lines(string file) =>
        file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void Has_what_an_entry_must_have_in_the_zone_of_Oslo()
    {
        var lines = Lines(File(Facts));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (lines[0], lines[^1]));
        foreach (var line in new[]
        {
            "VERSION:2.0", "UID:00000000000000000000000000000001@deling-i-praksis", "DTSTAMP:20270501T080000Z", "SEQUENCE:12",
            "DTSTART;TZID=Europe/Oslo:20270607T090000", "DTEND;TZID=Europe/Oslo:20270607T153000",
                @"SUMMARY:Samling\; om «ombruk»\, del 1",
                @"LOCATION:Nordfjordeid\, Stad",
                @"DESCRIPTION:Hei\nog velkommen",
                "URL:https://deling.example/k/7K4M2QXR",
            "TZID:Europe/Oslo", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        }) Assert.Contains(line, lines);
        Assert.Equal(
            lines.Count(line => line.StartsWith("BEGIN:", StringComparison.Ordinal)),
            lines.Count(line => line.StartsWith("END:", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(2027, 1)]
    [InlineData(2027, 7)]
    [InlineData(2031, 10)]
    public void The_zone_it_tells_is_the_zone_there_is(int year, int month)
    {
        var oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        // The last Sunday of March and of October, as the rules in the file say.
        var summer = LastSunday(year, 3).AddHours(1);
        var winter = LastSunday(year, 10).AddHours(1);
        var noon = new DateTime(year, month, 30, 11, 0, 0, DateTimeKind.Utc);
        Assert.Equal(noon >= summer && noon < winter ? 2 : 1, oslo.GetUtcOffset(noon).TotalHours);
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_and_never_inside_a_letter()
    {
        var file = File(Facts, string.Concat(Enumerable.Repeat("Blåbærøl 👩‍🌾 ", 40)));
        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.DoesNotContain('\uFFFD', file);
        Assert.Contains("Blåbærøl 👩‍🌾 Blåbærøl", string.Join('\n', Lines(file)), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_hours_it_is_the_whole_day_and_without_an_end_as_long_as_the_group_work()
    {
        Assert.Contains(
            "DTSTART;VALUE=DATE:20270607\r\nDTEND;VALUE=DATE:20270608\r\n",
            File(Facts with { StartsAt = null, EndsAt = null }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "DTEND;TZID=Europe/Oslo:20270607T103000",
            File(Facts with { EndsAt = null }, minutes: 90),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_title_cannot_write_lines_of_its_own() =>
        Assert.DoesNotContain(
            Lines(File(Facts with { Title = "Samling\nATTENDEE:mailto:x@example.com\r\nEND:VEVENT" })),
            line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)
        );

    [Fact]
    public void Several_gatherings_are_one_calendar_with_one_zone_and_an_entry_each()
    {
        var later = Facts with { Title = "Neste", Date = new DateOnly(2028, 6, 5), StartsAt = null, EndsAt = null };
        CalendarEntry[] entries = [Entry(Facts), Entry(later) with { Id = new(Guid.Parse("00000000-0000-0000-0000-000000000002")) }];
        var lines = Feed(entries);
        Assert.Equal(
            ["UID:00000000000000000000000000000001@deling-i-praksis", "UID:00000000000000000000000000000002@deling-i-praksis"],
            lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal))
        );
        Assert.Single(lines, "BEGIN:VCALENDAR");
        Assert.Single(lines, "BEGIN:VTIMEZONE");
        Assert.Contains(@"X-WR-CALNAME:Kortreist\, Kvalitet", lines);
        Assert.Contains("SUMMARY:Neste", lines);
    }

    [Fact]
    public void A_changed_gathering_has_the_same_id_and_a_higher_sequence()
    {
        var (before, after) = (Entry(Facts), Entry(Facts with { Date = new DateOnly(2027, 6, 14) }) with { Sequence = 13 });
        Assert.Equal(Only("UID", Feed([before])), Only("UID", Feed([after])));
        Assert.Equal(("SEQUENCE:12", "SEQUENCE:13"), (Only("SEQUENCE", Feed([before])), Only("SEQUENCE", Feed([after]))));

        static string Only(string name, string[] lines) =>
            Assert.Single(lines, line => line.StartsWith($"{name}:", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_called_off_is_told_and_takes_nobodys_time()
    {
        var lines = Feed([Entry(Facts) with { IsCancelled = true }]);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
    }

    [Fact]
    public void A_calendar_without_gatherings_is_still_a_calendar() =>
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR"), (Feed([])[0], Feed([])[^1]));

    private static string[] Feed(CalendarEntry[] entries) =>
        Lines(Encoding.UTF8.GetString(CalendarFile.WriteFeed(entries, "Kortreist, Kvalitet", Now)));

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}
