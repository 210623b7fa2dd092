using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>
/// Parses links as people write and paste them: one on each line, with words before the address or without, «[words](address)», several
/// addresses in one line, or the words on the line above the address.
/// </summary>
internal static partial class LinkLines
{
    /// <summary>The links, in order; null when there are words without an address.</summary>
    public static ImmutableList<Link>? Read(string text)
    {
        var links = ImmutableList.CreateBuilder<Link>();
        var words = "";
        foreach (var line in AutosavedText.Plain(text).Split('\n'))
        {
            var before = links.Count;
            var tokens = Unwrapped(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            // «stad.kommune.no/fil.pdf» without https is an address when no other in the line is one.
            var last = tokens.Any(IsAddress) ? null : tokens.LastOrDefault(token => Domain().IsMatch(token));
            foreach (var token in tokens)
            {
                if ((IsAddress(token) || ReferenceEquals(token, last)) && InputFormat.Address(token.Trim('<', '>')) is { } address)
                {
                    links.Add(new Link(Clean(words), address));
                    words = "";
                }
                else
                {
                    words = $"{words} {token}";
                }
            }

            // «https://… Kristine Dahl»: the words came after.
            if (links.Count == before || Clean(words).IsEmpty || !links[^1].Words.IsEmpty) continue;
            links[^1] = links[^1] with { Words = Clean(words) };
            words = "";
        }

        return Clean(words).IsEmpty ? links.ToImmutable() : null;
    }

    /// <summary>One link on each line: its words, and its address.</summary>
    public static string Write(IEnumerable<Link> links) => string.Join('\n', links.Select(link =>
        link.Words.IsEmpty ? link.Address.OriginalString : $"{link.Words.OnOneLine} {link.Address.OriginalString}"));

    /// <summary>The displayed form of links. What is not understood stays as it was written.</summary>
    public static string Form(string text) => Read(text) is { } links ? Write(links) : AutosavedText.Plain(text);

    private static string Unwrapped(string line)
    {
        foreach (var link in TextLinks.In(line).Where(link => !link.IsBare).Reverse())
            line = $"{line[..link.Start]} {link.Words} {link.Address.OriginalString} {line[link.End..]}";
        return line;
    }

    private static bool IsAddress(string token) => Web().IsMatch(token);

    private static PlainText Clean(string words) => words.Trim(' ', '\t', ':', '–', '—', '-', ',', ';', '|', '•', '·');

    [GeneratedRegex(@"^<?(?:https?://|www\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Web();

    [GeneratedRegex(@"^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
