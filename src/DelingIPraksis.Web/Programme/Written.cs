using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Programme;

/// <summary>Days, times, speakers and addresses as people write them, and as they are shown to be written on.</summary>
internal static class Written
{
    private static readonly string[] _days = ["yyyy-MM-dd", "d.M.yyyy", "d. M. yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "yyyyMMdd", "d. MMMM yyyy", "d MMMM yyyy"];
    private static readonly string[] _times = ["H:mm", "HH:mm", "H.mm", "HH.mm", "HHmm", "%H"];
    private static readonly CultureInfo _norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>The day, the first of January of the year 1 when the year has more than four figures, or null when it is no day at all.</summary>
    public static DateOnly? Day(string text)
    {
        var typed = text.Trim();
        if (DateOnly.TryParseExact(typed, _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(typed, _days, _norwegian, DateTimeStyles.None, out day)) return day;
        // «7.6.20021» is a day to whoever typed it, and a slip to everybody else.
        var parts = typed.Split('.', '-', '/');
        return parts.Length == 3 && parts.All(part => part.Trim().All(char.IsAsciiDigit)) && parts.Any(part => part.Trim().Length > 4) ? DateOnly.MinValue : null;
    }

    /// <summary>The time of day, or null when it is none.</summary>
    public static TimeOnly? Time(string text)
    {
        var typed = text.Trim();
        if (typed.StartsWith("kl", StringComparison.OrdinalIgnoreCase)) typed = typed[2..].TrimStart('.', ' ');
        if (typed.Length == 3 && typed.All(char.IsAsciiDigit)) typed = "0" + typed;
        return TimeOnly.TryParseExact(typed, _times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    public static string Day(DateOnly day) => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    public static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The web address, with https put before one that lacks it; null when it is none.</summary>
    public static Uri? Address(string text)
    {
        var typed = text.Trim();
        if (typed.Length is 0 or > 2_000 || typed.Any(char.IsWhiteSpace)) return null;
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && (address.Host.Contains('.', StringComparison.Ordinal) || address.IsLoopback) ? address : null;
    }

    /// <summary>One speaker on each line: the name, and after a comma where the speaker comes from.</summary>
    public static ImmutableList<Speaker> Speakers(string text) =>
    [
        .. from line in text.Split('\n')
           let parts = line.Split(',', 2, StringSplitOptions.TrimEntries)
           where parts[0].Length > 0
           select new Speaker(parts[0], parts.Length > 1 ? parts[1] : ""),
    ];

    public static string Speakers(IEnumerable<Speaker> speakers) =>
        string.Join('\n', speakers.Select(speaker => speaker.Organisation.IsEmpty ? speaker.Name.Value : $"{speaker.Name}, {speaker.Organisation}"));
}
