using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

// The frames may change in a later version of the framework. SharedMarkupTests then says so.
#pragma warning disable BL0006

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Renders a part of a component to one string that all circuits share: <c>@SharedMarkup.Of(@&lt;p&gt;…&lt;/p&gt;)</c>. In the render tree
/// of each circuit it is one frame of 40 bytes, where an element takes one, and each of its attributes and texts another. The part keeps
/// its scoped styles (tests/Load, P1).
/// </summary>
/// <remarks>
/// Hazard: when the string changes, the browser gets new elements, and whatever it kept in the old ones is gone: focus, what is typed, a
/// box that was ticked. So a part that changes must not hold any of these.
/// </remarks>
internal static class SharedMarkup
{
    private const int MostStrings = 4096;

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly ConcurrentDictionary<string, string> _strings = new(StringComparer.Ordinal);

    // Elements without content, which have no end tag: https://html.spec.whatwg.org/#void-elements
    private static readonly HashSet<string> _void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"];

    /// <summary>The part as one string.</summary>
    /// <exception cref="NotSupportedException">It has a component, an event handler or a reference, which a string cannot have.</exception>
    public static MarkupString Of(RenderFragment part)
    {
        using var builder = new RenderTreeBuilder();
        part(builder);
        var frames = builder.GetFrames();
        var made = new StringBuilder();
        Write(made, frames.Array.AsSpan(0, frames.Count));
        return new(Text(made.ToString()));
    }

    /// <summary>The equal string that another circuit already has; otherwise this one.</summary>
    public static string Text(string made)
    {
        if (_strings.TryGetValue(made, out var shared)) return shared;
        // Those who are open keep theirs. Only what is opened later is shared anew.
        if (_strings.Count >= MostStrings) _strings.Clear();
        return _strings.GetOrAdd(made, made);
    }

    private static void Write(StringBuilder made, ReadOnlySpan<RenderTreeFrame> frames)
    {
        for (var at = 0; at < frames.Length;)
        {
            ref readonly var frame = ref frames[at];
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Element:
                    WriteElement(made, frame.ElementName, frames.Slice(at + 1, frame.ElementSubtreeLength - 1));
                    at += frame.ElementSubtreeLength;
                    continue;
                case RenderTreeFrameType.Text:
                    made.Append(_encoder.Encode(frame.TextContent));
                    break;
                case RenderTreeFrameType.Markup:
                    made.Append(frame.MarkupContent);
                    break;
                case RenderTreeFrameType.Region:
                    break;
                default:
                    throw new NotSupportedException($"A shared string has no {frame.FrameType}.");
            }

            at++;
        }
    }

    private static void WriteElement(StringBuilder made, string name, ReadOnlySpan<RenderTreeFrame> inner)
    {
        made.Append('<').Append(name);
        var at = 0;
        for (; at < inner.Length && inner[at].FrameType == RenderTreeFrameType.Attribute; at++) WriteAttribute(made, inner[at]);
        made.Append('>');
        if (_void.Contains(name)) return;
        Write(made, inner[at..]);
        made.Append("</").Append(name).Append('>');
    }

    private static void WriteAttribute(StringBuilder made, in RenderTreeFrame frame)
    {
        if (frame.AttributeEventHandlerId != 0 || frame.AttributeValue is Delegate or EventCallback)
            throw new NotSupportedException($"A shared string has no handler of {frame.AttributeName}.");
        made.Append(' ').Append(frame.AttributeName);
        if (frame.AttributeValue is true) return;
        // The builder has made texts of all other values.
        made.Append("=\"").Append(_encoder.Encode((string)frame.AttributeValue)).Append('"');
    }
}
