using System.Globalization;
using System.Resources;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Reporting.Earlier.Formats;

/// <summary>Why a report could not be read, where there is no page: in bokmål, as all that the command line says.</summary>
internal static class EarlierWords
{
    private static readonly ResourceManager _texts = new(typeof(EarlierTexts));
    private static readonly CultureInfo _norwegian = CultureInfo.GetCultureInfo("nb-NO");

    public static string Say(SourceResult read) =>
        string.Format(new CountFormat(_norwegian), _texts.GetString(read.Fault!, _norwegian)!, read.Figures);
}
