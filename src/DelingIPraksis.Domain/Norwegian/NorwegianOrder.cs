using System.Globalization;

namespace DelingIPraksis.Domain.Norwegian;

/// <summary>
/// Compares text in Norwegian alphabetical order: æ, ø and å last, aa as å, capitals next to small letters. It is the same in all
/// languages of the screen, because the names are Norwegian. Text that only programs read is compared by ordinal.
/// </summary>
public sealed class NorwegianOrder : IComparer<string>
{
    private static readonly CompareInfo Alphabet = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    /// <summary>The comparer.</summary>
    public static NorwegianOrder Comparer { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var order = Alphabet.Compare(x, y, CompareOptions.None);
        // Texts that are equal in the alphabet still get a fixed order, so that a list does not depend on how it was made.
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }
}
