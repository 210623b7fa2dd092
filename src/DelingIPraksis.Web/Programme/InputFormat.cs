using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Programme;

/// <summary>Parses days, times, speakers and addresses as people write them, and formats them for the fields.</summary>
internal static partial class InputFormat
{
    /// <inheritdoc cref="DateParser.Read"/>
    public static DateOnly? Day(string text) => DateParser.Read(text);

    /// <summary>
    /// The time of day, or null when it is none. A number pad may have neither colon nor full stop: «0930», «930» and «9 30» are half past
    /// nine.
    /// </summary>
    public static TimeOnly? Time(string text)
    {
        var written = TimePattern().Match(text.Trim());
        if (!written.Success) return null;
        var hour = int.Parse(written.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = written.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>
    /// A whole number, with the words and signs that people write around it: «04», «3.», «nr. 3», «15 min»; null when it is none.
    /// </summary>
    public static int? Number(string text) =>
        NumberPattern().Match(text.Trim()) is { Success: true } written
        && int.TryParse(written.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static string Day(DateOnly day) => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    public static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The web address, with https put before one that lacks it; null when it is none.</summary>
    public static Uri? Address(string text)
    {
        var typed = text.Trim();
        if (typed.Length is 0 or > 2_000 || typed.Any(char.IsWhiteSpace)) return null;
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return
            Uri.TryCreate(whole, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && (address.Host.Contains('.', StringComparison.Ordinal) || address.IsLoopback)
            ? address
            : null;
    }

    /// <summary>One speaker on each line: the name, and after a comma where the speaker comes from.</summary>
    public static ImmutableList<Speaker> Speakers(string text) =>
    [
        // Word breaks a line with a vertical tab.
        .. from line in AutosavedText.Plain(text).Split('\n')
           // «Kari Nordmann,» and «, Stad» are a name with an extra comma.
           let parts = line.Trim().Trim(',').Split(',', 2, StringSplitOptions.TrimEntries)
           where parts[0].Length > 0
           select new Speaker(parts[0], parts.Length > 1 ? parts[1] : ""),
    ];

    public static string Speakers(IEnumerable<Speaker> speakers) =>
        string.Join(
            '\n',
            speakers.Select(speaker => speaker.Organisation.IsEmpty ? speaker.Name.Value : $"{speaker.Name}, {speaker.Organisation}")
        );

    /// <summary>The displayed form of a day. Other text is unchanged, also in the methods below.</summary>
    public static string DayForm(string text) => Day(text) is { Year: > 1 } day ? Day(day) : AutosavedText.Plain(text);

    /// <summary>The displayed form of a time of day.</summary>
    public static string TimeForm(string text) => Time(text) is { } time ? Time(time) : AutosavedText.Plain(text);

    /// <summary>The displayed form of a whole number.</summary>
    public static string NumberForm(string text) => Number(text)?.ToString(CultureInfo.InvariantCulture) ?? AutosavedText.Plain(text);

    /// <summary>The displayed form of a web address.</summary>
    public static string AddressForm(string text) => Address(text)?.OriginalString ?? AutosavedText.Plain(text);

    /// <summary>The displayed form of speakers.</summary>
    public static string SpeakersForm(string text) => Speakers(Speakers(text));

    [GeneratedRegex(
        @"^(?:kl(?:okka|okken)?\.?\s*)?"
            + @"(?:(?<hour>[0-9]{1,2})(?:\s*[.:,;h\s-]\s*(?<minute>[0-9]{1,2}))?|(?<hour>[0-9]{1,2})(?<minute>[0-9]{2}))\s*\.?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?:nr\.?|nummer)?\s*(?<number>[0-9]+)\s*\.?\s*(?:min(?:utt|utter|utes|ute)?\.?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberPattern();
}
