using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The kinds of personal data that are looked for in a text.</summary>
public enum PersonalDataKind
{
    /// <summary>A Norwegian identity number («fødselsnummer»), or a D-number.</summary>
    IdentityNumber,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>
/// Finds identity numbers, telephone numbers and e-mail addresses in running text, before it is published. It only warns. So it rather
/// misses an unusual form than warns about an amount, a year, a case number or the digits of a web address.
/// </summary>
public static partial class PersonalData
{
    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>The kinds found in a text, each once, in the order of <see cref="PersonalDataKind"/>.</summary>
    public static ImmutableList<PersonalDataKind> In(PlainText text)
    {
        var value = text.Value;
        // Most texts have neither an @ nor enough digits.
        if (!value.Contains('@', StringComparison.Ordinal) && value.Count(char.IsAsciiDigit) < 8) return [];
        var found = ImmutableList.CreateBuilder<PersonalDataKind>();
        var words = Address().Replace(value, " ");
        if (Eleven().Matches(words).Any(match => IsIdentityNumber(match.Groups["digits"].Value, labelled: match.Groups["label"].Success)))
            found.Add(PersonalDataKind.IdentityNumber);
        if (
            Phone().Matches(words).Any(IsTelephone)
            || Abroad().Matches(words).Any(match => !match.Value.Contains("000", StringComparison.Ordinal))
        )
            found.Add(PersonalDataKind.Telephone);
        if (Mail().Matches(value).Any(match => !SharedBox().IsMatch(match.Value))) found.Add(PersonalDataKind.Email);
        return found.ToImmutable();
    }

    // A number that the text calls an identity number counts as one, even with a wrong digit.
    private static bool IsIdentityNumber(string written, bool labelled)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (digits.Length != 11) return false;
        return labelled || (HasDay(digits) && Remainder(digits, FirstWeights) == 0 && Remainder(digits, SecondWeights) == 0);
    }

    private static int Remainder(int[] digits, int[] weights) => weights.Select((weight, index) => weight * digits[index]).Sum() % 11;

    // In a D-number 4 is added to the first digit of the day. In a hospital's number 4 is added to the month, and in test numbers 8 or 65.
    private static bool HasDay(int[] digits)
    {
        var day = (10 * digits[0]) + digits[1];
        var month = (10 * digits[2]) + digits[3];
        if (day > 40) day -= 40;
        month = month switch { > 80 => month - 80, > 65 => month - 65, > 40 => month - 40, _ => month };
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);
    }

    private static bool IsTelephone(Match match)
    {
        if (match.Groups["label"].Success || match.Groups["norway"].Success) return true;
        var number = match.Groups["number"].Value;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        // Digits without blanks may also be a date or a round amount.
        return digits.Length != number.Length || !(IsDay(digits) || digits.EndsWith("000", StringComparison.Ordinal));
    }

    private static bool IsDay(string digits) =>
        DateOnly.TryParseExact(digits, ["yyyyMMdd", "ddMMyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and <= 2100;

    /// <summary>Part of a web address or a file path, e-mail addresses excluded.</summary>
    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|\S+/\S*\d{5,}\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>Eleven digits: «01017012345», «010170 12345», «01 01 70 123 45», «010170-12345».</summary>
    [GeneratedRegex(
        @"(?<![\d.,-])(?:(?<label>\b(?:fnr|f\.nr|fødselsnummer|fødselsnr|personnummer|personnr|pnr|d-nummer|national identity "
            + @"number)\b)[\s.:]*)?(?<digits>\d{2}[ .]?\d{2}[ .]?\d{2}[ \u00A0-]?\d{3}[ \u00A0]?\d{2})(?![\d-]|[.,]\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Eleven();

    /// <summary>
    /// Eight digits as Norwegian numbers are written: «99 88 77 66», «998 87 766», «99887766», with or without 47 before them. Groups
    /// of three with blanks are amounts, and are not matched; neither are counts of money or people.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\w.,/+=&#§-])(?:(?<label>\b(?:tlf|tel|telefon|telefonnummer|mob|mobil|mobilnr|mobilnummer|phone|ring|sms)\b)[\s.:]*)?"
            + @"(?:nr[\s.:]*)?(?<norway>\(?(?:\+|00)\s?47\)?[\s\u00A0-]?)?"
            + @"(?<number>[2-9]\d[ \u00A0.-]\d{2}[ \u00A0.-]\d{2}[ \u00A0.-]\d{2}|[2-9]\d{2}[ \u00A0]\d{2}[ \u00A0]\d{3}|(?:4\d|9\d|2[1-4]"
            + @"|3[1-8]|5[1-7]|6[1-9]|7\d)\d{6})(?![\d/=-]|[.,]\d|\s*(?:kr|kroner|nok|mill|mrd|%|prosent|tonn|kwh|m2"
            + @"|innbyggere|innbyggjarar)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    /// <summary>A number with a foreign country code, or with 47 and digits in any groups.</summary>
    [GeneratedRegex(
        @"(?<![\w+])(?:\+|00)(?:47(?:[ \u00A0.-]?\d){8}|[1-9]\d{0,2}(?:[ \u00A0-]?\d){8,11})(?!\d|\s*(?:kr|kroner"
            + @"|nok|mill|mrd|%|prosent)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Abroad();

    [GeneratedRegex(@"[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>A shared mailbox of an organisation is not personal data.</summary>
    [GeneratedRegex("^(?:post|postmottak|firmapost)@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SharedBox();
}
