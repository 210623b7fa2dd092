using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Finds a street with the number of a house: «Storgata 5», «Nedre vei 12 B», «Olav Duuns vei 7». A place alone is nobody's, and neither is
/// a town hall.
/// </summary>
internal static partial class AddressesInText
{
    /// <summary>What is found, in the order of the text.</summary>
    public static IEnumerable<PersonalFind> In(string text)
    {
        if (!text.Any(char.IsAsciiDigit)) yield break;
        foreach (Match match in Street().Matches(text))
            if (!NoHome().IsMatch(match.Value)) yield return new(PersonalDataKind.StreetAddress, match.Index, match.Length);
    }

    /// <summary>
    /// A word with a large letter that ends as streets do, or up to four words before «vei» or «gate», and a number of at most three digits
    /// that is no quantity, time or year.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:\p{Lu}[\p{L}.'’-]*?(?:gata|gaten|gate|gatå|veien|vegen|vei|veg|allé|alleen|alléen|alle|plassen|plass|torget|torg"
            + @"|stien|bakken|svingen|kroken|tunet|ringen|brygga|brygge"
            + @"|kaia|kaien|smauet|smuget|faret|lia|åsen|haugen|toppen|stranda|terrasse"
            + @"|grenda|løkka|jordet|marka|hagen|høgda|høyden|neset|vika|myra|moen|dalen|ura|lunden|kleiva|bråten|skogen|sletta|vollen)"
            + @"|(?:\p{Lu}[\p{L}.'’-]*[ \u00A0]){1,4}?(?:gate|gata|vei|veg|vegen|veien|plass|allé|torg|terrasse|brygge))"
            + @",?[ \u00A0]+(?:nr\.?[ \u00A0]*)?[1-9]\d{0,2}(?:[ \u00A0]?[A-Ha-h])?(?![\p{L}\d%§]|[.,:/-]\d|\.[ ]\p{Ll}"
            + @"|[ \u00A0]+(?:år|prosent|kr|kroner|mill|km|meter"
            + @"|timer|timar|minutt|ganger|gonger|dager|dagar|personer|kommuner|kommunar|av|stk"
            + @"|tonn"
            + @"|elever|elevar|plasser|plassar|boliger|bustader|boenheter|grader|millioner|nye|ulike|stykker)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    /// <summary>Roads with a number, and houses where nobody lives.</summary>
    [GeneratedRegex(
        @"^(?:fylkes|riks|europa|kommunal|kommune|privat|turist|sykkel|gang|skogsbil|motor)(?:vei|veg)|^rådhus|^kommunehus|^herredshus"
            + @"|^(?:arbeids|møte|park|lekep|leikep|barnehagep|skolep|syke|sjuke)?plass|^(?:et|på|del|fase|trinn|punkt|bolk)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoHome();
}
