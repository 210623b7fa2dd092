using System.Globalization;

namespace DelingIPraksis.Web.Texts;

/// <summary>
/// The language of one reader. What begins on the reader's circuit has it already; news from a room or a timer comes on a thread that
/// speaks no language, and is to be drawn inside <see cref="Run"/>.
/// </summary>
public sealed record ReaderCulture(CultureInfo Formats, CultureInfo Words)
{
    /// <summary>The language of whoever is asking now.</summary>
    public static ReaderCulture Current => new(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>Does something in the reader's language.</summary>
    public void Run(Action act)
    {
        var before = Current;
        Set(this);
        try
        {
            act();
        }
        finally
        {
            Set(before);
        }
    }

    private static void Set(ReaderCulture culture) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture.Formats, culture.Words);
}
