using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Finds identity numbers, account numbers, telephone numbers and e-mail addresses in a text.</summary>
internal static partial class NumbersInText
{
    // The weights of the two control digits of an identity number, with the digit itself last (Skatteetaten, «fødselsnummer»).
    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    private static readonly int[] AccountWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>What is found, in no order.</summary>
    public static IEnumerable<PersonalFind> In(string value)
    {
        // Most texts have neither an @ nor enough digits.
        var digits = value.Count(char.IsAsciiDigit);
        if (value.Contains('@', StringComparison.Ordinal))
            foreach (Match match in Mail().Matches(value))
                if (!SharedBox().IsMatch(match.Value)) yield return Of(PersonalDataKind.Email, match);
        if (digits < 8) yield break;
        // Addresses of pages become blanks, so that every find stands where it stands in the text.
        var words = Address().Replace(value, match => new string(' ', match.Length));
        foreach (Match match in Eleven().Matches(words))
            if (IsIdentityNumber(match.Groups["digits"].Value, match.Groups["label"].Success))
                yield return Of(PersonalDataKind.IdentityNumber, match.Groups["digits"]);
        foreach (Match match in Account().Matches(words))
            if (IsAccount(match.Groups["digits"].Value)) yield return Of(PersonalDataKind.AccountNumber, match.Groups["digits"]);
        foreach (Match match in Iban().Matches(words))
            if (IsAccount(match.Groups["digits"].Value)) yield return Of(PersonalDataKind.AccountNumber, match);
        foreach (Match match in Phone().Matches(words))
            if (IsTelephone(match)) yield return Of(PersonalDataKind.Telephone, match.Groups["number"]);
        foreach (Match match in Abroad().Matches(words))
            if (!match.Value.Contains("000", StringComparison.Ordinal)) yield return Of(PersonalDataKind.Telephone, match);
    }

    private static PersonalFind Of(PersonalDataKind kind, Capture match) => new(kind, match.Index, match.Length);

    // A number that the text calls an identity number counts as one, even with a wrong digit.
    private static bool IsIdentityNumber(string written, bool labelled)
    {
        var digits = written.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (digits.Length != 11) return false;
        if (labelled) return true;
        // A «felles hjelpenummer» of the health services begins with 8 or 9 and has no day; it has the same two control digits.
        return (HasDay(digits) || digits[0] >= 8)
            && Remainder(digits, FirstWeights) == 0
            && Remainder(digits, SecondWeights) == 0;
    }

    // The last digit is a control digit modulo 11 («MOD11») with the weights 5 4 3 2 7 6 5 4 3 2.
    private static bool IsAccount(string written)
    {
        int[] digits = [.. written.Where(char.IsAsciiDigit).Select(digit => digit - '0')];
        return digits.Length == 11 && digits.Any(digit => digit != 0) && Remainder(digits, AccountWeights) == 0;
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

    /// <summary>
    /// An account number in its groups, «1234.56.78903», or eleven digits that the text calls one. Eleven digits alone may be anything.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\d.,-])(?<digits>\d{4}[. \u00A0]\d{2}[. \u00A0]\d{5})(?![\d-]|[.,]\d)"
            + @"|\b(?:konto|kontonr|kontonummer|bankkonto|lønnskonto|lønskonto|account)\b[\s.:]*(?:nr[\s.:]*|nummer[\s.:]*|er\s+|til\s+)?"
            + @"(?<digits>\d{11})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    /// <summary>A Norwegian account number as an IBAN: «NO93 8601 1117 947».</summary>
    [GeneratedRegex(
        @"\bNO\d{2}[ \u00A0]?(?<digits>\d{4}[ \u00A0]?\d{4}[ \u00A0]?\d{3})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Iban();
}
