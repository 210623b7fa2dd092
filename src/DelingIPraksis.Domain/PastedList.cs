using System.Globalization;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain;

/// <summary>
/// Splits a pasted list into its items. The text comes from Word, an e-mail, a chat or a PDF, with many kinds of bullets, dashes or
/// numbers, or one item per line. The user decides whether to split it, because a single note may have two lines.
/// </summary>
/// <remarks>
/// <c>wwwroot-assets/js/writing/pasted-list.js</c> does the same in the browser, also without a network;
/// <c>tests/corpora/pasted-lists.json</c> holds both to it.
/// </remarks>
public static partial class PastedList
{
    /// <summary>
    /// The items without their marks, in order. Fewer than two when the text is not a list; then leave the text as it is.
    /// </summary>
    public static IReadOnlyList<string> Items(string? text)
    {
        var lines = BetweenBullets().Replace(text ?? "", "\n").Split('\n');
        var counts = IsCount([
            .. lines
                .Select(line => Number().Match(line))
                .Where(number => number.Success)
                .Select(number => int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)),
        ]);
        var marks = lines
            .Select(line =>
                Bullet().Match(line) is { Success: true } bullet ? bullet.Length
                : counts && Number().Match(line) is { Success: true } number ? number.Length
                : 0
            )
            .ToList();
        var marked = marks.Count(mark => mark > 0) > 1;
        var items = new List<string>();
        var goesOn = false;
        foreach (var (line, mark) in lines.Zip(marks))
        {
            var words = Rule().Replace(Blanks().Replace(marked ? line[mark..] : line, " ").Trim(), "");
            // In a list with marks, a line without a mark belongs to the item above, unless a blank line stands between.
            if (marked && mark == 0 && goesOn && words.Length > 0) items[^1] = $"{items[^1]} {words}".Trim();
            else if (mark > 0 || words.Length > 0) items.Add(words);
            goesOn = mark > 0 || words.Length > 0;
        }

        return [.. items.Where(item => item.Length > 0)];
    }

    // 1 2 3, starting again from 1 in an inner list. Dates and house numbers do not count up, so they stay in the text.
    private static bool IsCount(IReadOnlyList<int> numbers) =>
        (numbers.Count > 1 || numbers is [1])
        && numbers.Index().All(number => number.Item == 1 || number.Index == 0 || number.Item == numbers[number.Index - 1] + 1);

    // Line ends, and bullets that begin an item in the middle of a line.
    [GeneratedRegex(@"\r\n|[\r\n\f\u0085\u2029]|(?<=\S)[ \t]+(?=[•●▪◦‣]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenBullets();

    // Word's bullets become «o» and «§» when copied. The private-use characters come from its Symbol and Wingdings fonts.
    [GeneratedRegex(
        @"^\s*(?:[•‣◦▪▫●○■□►▶➢➤✓✔☐☑·∙\uF000-\uF0FF]\s*|[-–—*o](?:\s+|$)|[-–—](?=\p{L})|§\t\s*|\[[ xX]?\]\s+|[a-z]\)\s+)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*\(?([0-9]{1,2})[.)](?:\s+|(?=\p{L}))", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // A line made only of dashes and the like.
    [GeneratedRegex(@"^[\s\-–—_=*•]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
