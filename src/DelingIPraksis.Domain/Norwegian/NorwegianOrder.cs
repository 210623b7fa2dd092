using System.Globalization;

namespace DelingIPraksis.Domain.Norwegian;

/// <summary>
/// The order of the Norwegian alphabet, in which people look things up: æ, ø, å at the end, aa as å, capitals beside small letters. The
/// same
/// for all languages of the screen, because the names are Norwegian. What only machines read is in ordinal order.
/// </summary>
public sealed class NorwegianOrder : IComparer<string>
{
    private static readonly CompareInfo Alphabet = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    /// <summary>The order.</summary>
    public static NorwegianOrder Comparer { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var order = Alphabet.Compare(x, y, CompareOptions.None);
        // What the alphabet takes for the same still has one order: a list must not depend on how it was made.
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }
}
