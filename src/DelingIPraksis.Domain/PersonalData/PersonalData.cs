using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Reports;

/// <summary>The kinds of personal data that are looked for in a text.</summary>
public enum PersonalDataKind
{
    /// <summary>A Norwegian identity number («fødselsnummer»), a D-number, or a number that hospitals give.</summary>
    IdentityNumber,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A bank account number.</summary>
    AccountNumber,

    /// <summary>A street with a number.</summary>
    StreetAddress,

    /// <summary>The name of a person.</summary>
    PersonName,
}

/// <summary>Something in a text that may point at one person.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public readonly record struct PersonalFind(PersonalDataKind Kind, int Start, int Length);

/// <summary>
/// Finds what may point at one person in running text, before it is published. It only warns. So it rather misses an unusual form than
/// warns about an amount, a year, a case number, a municipality or the digits of a web address.
/// </summary>
public static class PersonalData
{
    /// <summary>What is found, in the order of the text. No two finds overlap: what says most stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Names that may stand in it, such as those of the speakers; or null.</param>
    public static ImmutableList<PersonalFind> Find(PlainText text, IReadOnlySet<string>? known = null)
    {
        var value = text.Value;
        // Text that somebody pasted without a blank is no text to read for ever.
        IEnumerable<PersonalFind> all = [.. NumbersInText.In(value), .. AddressesInText.In(value), .. NamesInText.In(value, known)];
        var finds = new List<PersonalFind>();
        foreach (var find in all.OrderBy(find => find.Kind is PersonalDataKind.PersonName).ThenBy(find => find.Start))
            if (!finds.Exists(other => other.Start < find.Start + find.Length && find.Start < other.Start + other.Length)) finds.Add(find);
        return [.. finds.OrderBy(find => find.Start)];
    }

    /// <summary>The kinds found in a text, each once, in the order of <see cref="PersonalDataKind"/>.</summary>
    public static ImmutableList<PersonalDataKind> In(PlainText text, IReadOnlySet<string>? known = null) =>
        [.. Find(text, known).Select(find => find.Kind).Distinct().Order()];
}
