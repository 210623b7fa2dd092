using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain;

/// <summary>A link in a text, as it is written.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is as written, brackets and address included.</param>
/// <param name="Words">What a reader sees: the words, or the address itself when it stands alone.</param>
/// <param name="WordsStart">Where the words begin in the text.</param>
/// <param name="Address">Where it leads, http or https.</param>
/// <param name="IsBare">Whether the address stands alone, without words.</param>
public sealed record TextLink(int Start, int Length, string Words, int WordsStart, Uri Address, bool IsBare)
{
    /// <summary>The place after its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A piece of a text: words, and where they lead.</summary>
/// <param name="Words">The words as a reader sees them.</param>
/// <param name="Address">The address of a link, or null for other words.</param>
public readonly record struct TextRun(string Words, Uri? Address);

/// <summary>
/// Finds the links that people write in running text: an address alone («https://stad.kommune.no», «www.stad.kommune.no»), or words with
/// an address («[nettsiden](https://stad.kommune.no)»). The text is stored as it was written. Pages and files show the links.
/// </summary>
/// <remarks>
/// Only http and https become links. An address with a user name («https://bank.no@example.org») does not, because it leads somewhere
/// else than it seems to. What is not a link stays in the text as it was written.
/// </remarks>
public static partial class TextLinks
{
    private const string Label = "words";

    /// <summary>The links of a text, in order.</summary>
    public static IReadOnlyList<TextLink> In(string text)
    {
        // Most texts have no link, and a report has ten thousand of them.
        if (!text.Contains("://", StringComparison.Ordinal) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase)) return [];
        var found = new List<TextLink>();
        foreach (Match match in Pattern().Matches(text))
        {
            var words = match.Groups[Label];
            var typed = words.Success ? match.Groups["address"].Value : match.Value.TrimEnd(_after);
            if (AddressOf(typed) is not { } address) continue;
            found.Add(
                words.Success
                    ? new(match.Index, match.Length, words.Value, words.Index, address, IsBare: false)
                    : new(match.Index, typed.Length, typed, match.Index, address, IsBare: true)
            );
        }

        return found;
    }

    /// <summary>The text as a reader sees it: words in order, some of them links. Never empty pieces.</summary>
    public static IReadOnlyList<TextRun> Runs(string text)
    {
        if (In(text) is not { Count: > 0 } links) return text.Length == 0 ? [] : [new(text, null)];
        var runs = new List<TextRun>();
        var read = 0;
        foreach (var link in links)
        {
            if (link.Start > read) runs.Add(new(text[read..link.Start], null));
            runs.Add(new(link.Words, link.Address));
            read = link.End;
        }

        if (read < text.Length) runs.Add(new(text[read..], null));
        return runs;
    }

    /// <summary>The text without the addresses that have words: what a reader sees, in one string.</summary>
    public static string Read(string text) =>
        In(text) is { Count: > 0 } ? string.Concat(Runs(text).Select(run => run.Words)) : text;

    /// <summary>The text that gives a link with these words: brackets and line breaks in the words would end it.</summary>
    public static string Write(string words, Uri address)
    {
        var plain = Breaking().Replace(words, " ").Trim();
        return plain.Length == 0 ? address.AbsoluteUri : $"[{plain}]({address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)})";
    }

    /// <summary>
    /// The text with a link in it: around the words where they already stand, outside other links, and otherwise at the end.
    /// </summary>
    public static string Insert(string text, string words, Uri address)
    {
        var (link, plain, links) = (Write(words, address), words.Trim(), In(text));
        for (var at = 0; plain.Length > 0 && (at = text.IndexOf(plain, at, StringComparison.Ordinal)) >= 0; at += plain.Length)
        {
            var end = at + plain.Length;
            if (links.All(other => other.End <= at || end <= other.Start)) return $"{text[..at]}{link}{text[end..]}";
        }

        return text.Length == 0 ? link : $"{text.TrimEnd(' ')}{(text.EndsWith('\n') ? "" : " ")}{link}";
    }

    private static readonly char[] _after = [.. ".,;:!?…'*_"];

    /// <summary>The address that somebody has typed, with https put before one that lacks it; null when it is none.</summary>
    public static Uri? AddressOf(string typed)
    {
        typed = typed.Trim();
        if (typed.Length > 2_000 || typed.Any(char.IsWhiteSpace)) return null;
        var whole = typed.Contains("://", StringComparison.Ordinal) ? typed : "https://" + typed;
        return Uri.TryCreate(whole, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && (address.Host.Contains('.', StringComparison.Ordinal) || address.IsLoopback)
                ? address
                : null;
    }

    // Parentheses belong to an address when they are closed in it. Invisible characters end it, so that no address looks like another.
    [GeneratedRegex(
        @"\[(?<words>[^\[\]\n]{1,300})\]\((?<address>(?:https?://|www\.)(?:[^\s()<>\p{C}]|\([^\s()<>\p{C}]{0,200}\)){1,2000})\)"
            + @"|(?<![\p{L}\p{Nd}@./-])(?:https?://|www\.)(?:[^\s()<>\[\]«»""“”\p{C}]|\([^\s()<>\p{C}]{0,200}\)){1,2000}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(@"[\[\]\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Breaking();
}
