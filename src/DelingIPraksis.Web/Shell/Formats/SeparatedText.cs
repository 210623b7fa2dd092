namespace DelingIPraksis.Web.Shell;

/// <summary>Finds the separator of a text with columns. Norwegian spreadsheets write semicolons, others write commas or tabs.</summary>
internal static class SeparatedText
{
    private const string Hint = "sep=";

    /// <summary>
    /// The text without Excel's line <c>sep=;</c>, and the separator that the line names. Without that line: the most frequent separator in
    /// the first line, which has no running text. A text with one column has no separator, and its commas are content.
    /// </summary>
    public static (string Text, char Separator) Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = text.TrimStart('\uFEFF', '\r', '\n');
        var first = FirstLine(whole);
        if (first.Trim('"').StartsWith(Hint, StringComparison.OrdinalIgnoreCase))
        {
            var named = first.Trim('"')[Hint.Length..];
            return (
                whole[first.Length..].TrimStart('\r', '\n'),
                named.Length > 0 ? named[0] : Oftenest(FirstLine(whole[first.Length..].TrimStart('\r', '\n')))
            );
        }

        return (whole, Oftenest(first));
    }

    private static string FirstLine(string text) => text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? text[..end] : text;

    private static char Oftenest(string line)
    {
        const char None = '\u001f';
        var (best, most) = (None, 0);
        foreach (var separator in ";\t,")
            if (line.Count(letter => letter == separator) is var count && count > most) (best, most) = (separator, count);
        return best;
    }
}
