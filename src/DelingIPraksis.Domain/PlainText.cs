using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain;

/// <summary>
/// User text in the one form that every store and file keeps unchanged: Unicode normal form C, line feeds as line breaks, no control
/// characters except tab and line feed, no lone surrogates, no noncharacters, no blanks at either end.
/// </summary>
/// <remarks>
/// Text becomes <see cref="PlainText"/> before a rule sees it, so that nothing inside has to ask again. NUL is refused by PostgreSQL and
/// cuts SQLite's <c>length()</c>; XML writers throw on lone surrogates, U+FFFE and U+FFFF; all of them can be pasted into a browser.
/// </remarks>
[JsonConverter(typeof(PlainTextJsonConverter))]
public readonly record struct PlainText : IComparable<PlainText>
{
    private readonly string? _value;

    /// <summary>Normalises text of any form.</summary>
    /// <param name="raw">Anything, also null.</param>
    public PlainText(string? raw) => _value = Normalise(raw);

    /// <summary>The empty text.</summary>
    public static PlainText Empty => default;

    /// <summary>The text; never null.</summary>
    public string Value => _value ?? "";

    /// <summary>Length in UTF-16 units, the unit that browsers count in too.</summary>
    public int Length => Value.Length;

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>Normalises text of any form.</summary>
    public static implicit operator PlainText(string? raw) => new(raw);

    /// <summary>The text on one line, for single-line fields: line breaks become spaces.</summary>
    public PlainText OnOneLine => Value.Contains('\n', StringComparison.Ordinal) ? new(Value.Replace('\n', ' ')) : this;

    /// <summary>Compares in Norwegian alphabetical order, because lists of texts are shown to people.</summary>
    public int CompareTo(PlainText other) => NorwegianOrder.Comparer.Compare(Value, other.Value);

    /// <summary>Texts are equal when they are equal character by character.</summary>
    public bool Equals(PlainText other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Earlier in alphabetical order.</summary>
    public static bool operator <(PlainText left, PlainText right) => left.CompareTo(right) < 0;

    /// <summary>Later in alphabetical order.</summary>
    public static bool operator >(PlainText left, PlainText right) => left.CompareTo(right) > 0;

    /// <summary>Earlier in alphabetical order, or equal.</summary>
    public static bool operator <=(PlainText left, PlainText right) => left.CompareTo(right) <= 0;

    /// <summary>Later in alphabetical order, or equal.</summary>
    public static bool operator >=(PlainText left, PlainText right) => left.CompareTo(right) >= 0;

    private static string Normalise(string? raw)
    {
        if (string.IsNullOrEmpty(raw)) return "";
        var kept = new StringBuilder(raw.Length);
        // EnumerateRunes gives U+FFFD for a lone surrogate. String.Normalize throws on one, so it must come after.
        foreach (var rune in raw.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
            if (Meant(rune) is { } meant) kept.Append(meant);
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // A control character between two words must not join them. Word uses U+0007 to end a cell and U+001E for a non-breaking hyphen.
    private static Rune? Meant(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => rune,
        0x0007 => new Rune('\t'),
        0x001E => new Rune('-'),
        _ when rune.IsBmp && TextMarks.IsBreak((char)rune.Value) => new Rune('\n'),
        _ => Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF or 0xFEFF ? null : rune,
    };
}

internal sealed class PlainTextJsonConverter : JsonConverter<PlainText>
{
    public override PlainText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, PlainText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
