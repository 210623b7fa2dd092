using System.Globalization;
using System.Resources;

namespace DelingIPraksis.Web.Shell.Start;

/// <summary>What is said to the one who starts the service, before there is a reader with a language.</summary>
public sealed class StartTexts;

/// <summary>Sentences about settings, in the language of the one who starts the service.</summary>
internal static class StartWords
{
    private static readonly ResourceManager _texts = new(typeof(StartTexts));

    public static string Say(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, _texts.GetString(key, CultureInfo.CurrentUICulture)!, values);
}
