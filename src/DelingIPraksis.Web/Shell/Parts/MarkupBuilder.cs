using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Makes markup from a template, <c>MarkupBuilder.Of($"…")</c>, without a render tree. Every inserted value is encoded, for text and for a
/// quoted attribute. Only a <see cref="MarkupString"/> is inserted unencoded.
/// </summary>
/// <remarks>
/// An attribute with an inserted value must have quotes. It must never be one that can run code (<c>onclick</c>, <c>href</c>).
/// </remarks>
[InterpolatedStringHandler]
internal readonly ref struct MarkupBuilder(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _made = new(literalLength + (formattedCount * 32));

    public static MarkupString Of(MarkupBuilder made) => new(made._made.ToString());

    public void AppendLiteral(string markup) => _made.Append(markup);

    public void AppendFormatted(string? words) => _made.Append(_encoder.Encode(words ?? ""));

    public void AppendFormatted(MarkupString markup) => _made.Append(markup.Value);
}
