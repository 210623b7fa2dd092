using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Makes markup of a template, <c>MarkupBuilder.Of($"…")</c>, without a render tree. What is put into the template is words and is
/// encoded, in text and between the quotes of an attribute. Only a <see cref="MarkupString"/> goes in as it is.
/// </summary>
/// <remarks>An attribute that takes words must have quotes, and never be one that runs (<c>onclick</c>, <c>href</c>).</remarks>
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
