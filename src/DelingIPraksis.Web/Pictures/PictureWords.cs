using System.Globalization;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Pictures;

/// <summary>Why a picture was not taken in, in the language of the one who chose it.</summary>
internal static class PictureWords
{
    public static string Say(this IStringLocalizer<PictureTexts> texts, PictureOutcome.Refused refused) => refused.Why switch
    {
        PictureRefusal.TooLarge => texts["TooLarge", FileWords.Size(PictureEncoder.MostBytes)],
        PictureRefusal.TooManyPixels => texts["TooManyPixels", Number(refused.Width), Number(refused.Height)],
        _ => texts[refused.Why.ToString()],
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
