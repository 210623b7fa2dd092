using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Briefs;

/// <summary>The texts of a brief, in the language that its party has chosen and not in the reader's.</summary>
internal sealed class BriefWords(Language language)
{
    private const string Municipal = " kommune";
    private const string OfCounty = " fylkeskommune";

    private static readonly ResourceManager Resources = new(typeof(BriefTexts));

    public Language Language { get; } = language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language.Culture());

    /// <summary>A text, with its arguments inserted.</summary>
    public string this[string key, params object[] arguments] => string.Format(
        new CountFormat(Culture),
        Resources.GetString(key, Culture) ?? throw new MissingManifestResourceException(key),
        arguments
    );

    /// <summary>«Stad kommune»: the name of an organisation as it writes itself.</summary>
    public string Official(PlainText name, PartyKind kind)
    {
        var there = name.OneLine();
        return kind switch
        {
            PartyKind.Municipality when !there.EndsWith(Municipal, StringComparison.OrdinalIgnoreCase) => this["Municipality", there],
            PartyKind.County when !there.EndsWith(OfCounty, StringComparison.OrdinalIgnoreCase) => this["County", there],
            _ => there,
        };
    }

    /// <summary>The name of a partner, or that it is another one when it does not want to be named.</summary>
    public string Partner(PlainText? name, PartyKind kind) => name is { IsEmpty: false } named
        ? Official(named, kind)
        : this[kind is PartyKind.Municipality or PartyKind.County ? $"Another{kind}" : "AnotherOther"];

    /// <summary>«A, B og C».</summary>
    public string List(IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : this["And", string.Join(", ", names.SkipLast(1)), names[^1]];
}
