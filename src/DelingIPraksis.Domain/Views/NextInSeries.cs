using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>What is proposed for the next gathering of a series, for an organiser to correct.</summary>
/// <param name="Number">Its number in the series, 1 to 999, or null when that would be higher.</param>
/// <param name="Date">A day, or null when there was none before.</param>
/// <param name="Title">A title, or empty when the last one does not say how the next is called.</param>
public sealed partial record NextInSeries(int? Number, DateOnly? Date, PlainText Title)
{
    private const int HighestNumber = 999;
    private const int LatestYear = 2100;
    private const int Week = 7;
    private const int Year = 52 * Week;

    /// <summary>The proposal after some gatherings.</summary>
    /// <param name="earlier">The gatherings of the series, in any order.</param>
    /// <param name="today">The day that the next one must come after.</param>
    public static NextInSeries After(IEnumerable<GatheringFacts> earlier, DateOnly today)
    {
        GatheringFacts[] newest = [.. earlier.OrderByDescending(facts => facts.Date).ThenByDescending(facts => facts.Number ?? 0)];
        var number = (newest.Max(facts => facts.Number) ?? newest.Length) + 1;
        if (newest is not [var last, ..]) return new(1, null, default);
        var date = DateAfter(last.Date, newest.Skip(1).Select(facts => (DateOnly?)facts.Date).FirstOrDefault(), today);
        return new(number <= HighestNumber ? number : null, date, TitleAfter(last, number, date));
    }

    /// <summary>The title of the last gathering with the next number and year; empty when it has neither.</summary>
    /// <param name="last">The last gathering.</param>
    /// <param name="number">The next number.</param>
    /// <param name="date">The next day, or null when none is proposed.</param>
    public static PlainText TitleAfter(GatheringFacts last, int number, DateOnly? date)
    {
        var (year, has) = (last.Date.Year, false);
        var title = NumberPattern().Replace(last.Title.Value, there => int.Parse(there.Value, CultureInfo.InvariantCulture) switch
        {
            var found when found == year && date is { } next => Written(next.Year),
            var found when found == last.Number => Written(number),
            _ => there.Value,
        });
        return has ? title : "";

        string Written(int value)
        {
            has = true;
            return value.ToString(CultureInfo.InvariantCulture);
        }
    }

    // The same day of the week, as long after the last as that was after the one before it.
    private static DateOnly? DateAfter(DateOnly last, DateOnly? before, DateOnly today)
    {
        var apart = before is { } first ? (last.DayNumber - first.DayNumber + (Week / 2)) / Week * Week : Year;
        if (apart < 2 * Week) apart = Year;
        var times = Math.Max(1, ((today.DayNumber - last.DayNumber) / apart) + 1);
        var day = last.DayNumber + ((long)times * apart);
        return day <= new DateOnly(LatestYear, 12, 31).DayNumber ? DateOnly.FromDayNumber((int)day) : null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{1,4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
