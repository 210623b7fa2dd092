using System.Globalization;

namespace DelingIPraksis.Web.Texts;

/// <summary>
/// The culture of one reader. Hazard: `CurrentCulture` and `CurrentUICulture` are the reader's only on its own circuit. A callback from a
/// room or a timer runs on a thread with another culture, so it must render inside <see cref="Run"/>.
/// </summary>
public sealed record ReaderCulture(CultureInfo Formats, CultureInfo Words)
{
    /// <summary>The culture of the current caller.</summary>
    public static ReaderCulture Current => new(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>Runs an action in the reader's culture.</summary>
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
