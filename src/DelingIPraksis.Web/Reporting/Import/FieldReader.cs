using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>Reads fields one by one, and collects their faults.</summary>
internal sealed class FieldReader
{
    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<ImportFault> Faults => _faults;

    public void Say(string where, string text, params object[] figures)
    {
        if (_faults.Count < ArchiveFile.MostFaults) _faults.Add(new ImportFault(where, text, Array.ConvertAll(figures, Shown)));
    }

    public PlainText Text(string where, string? raw, int limit)
    {
        PlainText text = raw;
        if (text.Length > limit) Say(where, "TooLong", limit, text.Length);
        return text;
    }

    public PlainText Needed(string where, string? raw, int limit)
    {
        var text = Text(where, raw, limit);
        if (text.IsEmpty) Say(where, "Missing");
        return text;
    }

    public Uri? Address(string where, string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return null;
        if (raw.Length <= 2_000 && Uri.TryCreate(raw, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return new Uri(raw);
        Say(where, "NoAddress");
        return null;
    }

    // A quotation from a file must fit in one line, without characters that hide letters or change their direction.
    private static object Shown(object figure)
    {
        if (figure is not string text) return figure;
        var letters = new PlainText(text)
            .Value.EnumerateRunes()
            .Select(rune =>
                System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? " " : rune.ToString()
            );
        return string.Concat(letters.Take(Limits.Theme));
    }
}
