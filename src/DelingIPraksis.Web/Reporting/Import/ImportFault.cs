using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>A fault in a file that is imported.</summary>
/// <param name="Where">
/// The field, by its path in the file, such as <c>notes[3].origin.party</c>; empty when the fault concerns the whole file.
/// </param>
/// <param name="Text">The name of the text in <see cref="ImportTexts"/>.</param>
/// <param name="Figures">The values in the text.</param>
internal sealed record ImportFault(string Where, string Text, params object[] Figures)
{
    private static readonly ResourceManager Texts = new(typeof(ImportTexts));
    private static readonly ResourceManager Refusals = new(typeof(RefusalTexts));

    /// <summary>The refusal of a file whose fields are all correct.</summary>
    public static ImportFault Of(Refusal refusal) => new("", "Refused", refusal);

    /// <summary>The fault as a sentence that names the field.</summary>
    public string Say(CultureInfo culture)
    {
        var figures = Array.ConvertAll(
            Figures,
            figure => figure is Refusal refusal ? Word(Refusals, refusal.Reason.ToString(), culture, refusal.Limit ?? 0) : figure
        );
        var sentence = Word(Texts, Text, culture, figures);
        return Where.Length == 0 ? sentence : $"{Where}: {sentence}";
    }

    private static string Word(ResourceManager texts, string key, CultureInfo culture, params object[] figures) =>
        string.Format(new CountFormat(culture), texts.GetString(key, culture) ?? throw new MissingManifestResourceException(key), figures);
}
