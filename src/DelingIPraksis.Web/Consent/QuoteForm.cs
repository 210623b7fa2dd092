using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Reports;
using Microsoft.Extensions.Primitives;

namespace DelingIPraksis.Web.Consent;

/// <summary>
/// The content of the answer form. The name of a field tells the quote and the words that were read, so that an answer is never used for
/// other words.
/// </summary>
internal sealed class QuoteForm
{
    private readonly Dictionary<string, StringValues> _fields;
    private readonly bool _all;

    private QuoteForm(Dictionary<string, StringValues> fields, bool all) => (_fields, _all) = (fields, all);

    /// <summary>A form that has not been sent. It shows the earlier answers.</summary>
    public static QuoteForm Empty { get; } = new([], false);

    private bool WasSent => _fields.Count > 0;

    public static QuoteForm Of(IFormCollection sent) => new(sent.ToDictionary(), sent.ContainsKey("alt"));

    public static string Verdict(Quote quote) => $"valg-{Key(quote)}-{Read(quote.Words)}";

    public static string Instead(Quote quote) => $"ord-{Key(quote)}";

    public FormAnswer Read(Quote quote)
    {
        if (!WasSent) return new(quote.Verdict, quote.Instead, IsOfTheseWords: true);
        var prefix = $"valg-{Key(quote)}-";
        var name = _fields.Keys.FirstOrDefault(field => field.StartsWith(prefix, StringComparison.Ordinal));
        QuoteVerdict? chosen =
            name is not null && Enum.TryParse<QuoteVerdict>(_fields[name], out var verdict) && Enum.IsDefined(verdict) ? verdict : null;
        if (_all && chosen is null && quote.Verdict == QuoteVerdict.Open) chosen = QuoteVerdict.Approved;
        PlainText instead = chosen == QuoteVerdict.Softened ? _fields.GetValueOrDefault(Instead(quote)).ToString() : "";
        return new(chosen, instead, name is null || name == Verdict(quote));
    }

    private static string Key(Quote quote) => $"{quote.Ref.Kind}-{quote.Ref.Of:N}-{quote.Ref.Part}-{quote.Ref.About}";

    private static string Read(PlainText words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.Value)).AsSpan(0, 6));
}

/// <summary>The answer of a form about one quote.</summary>
/// <param name="Verdict">What was chosen, or null.</param>
/// <param name="Instead">The replacement text.</param>
/// <param name="IsOfTheseWords">False when the words have changed since the form was rendered.</param>
public sealed record FormAnswer(QuoteVerdict? Verdict, PlainText Instead, bool IsOfTheseWords);
