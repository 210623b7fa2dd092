using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Tests.Texts;

/// <summary>Bokmål, nynorsk and English are complete, in every set of texts.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Sets => [.. ResxFiles.Sets];

    [Theory, MemberData(nameof(Sets))]
    public void Every_text_is_there_in_every_language(string set)
    {
        var keys = ResxFiles.Read(set, "nb").Keys.Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(keys);
        Assert.All(ResxFiles.LanguagesOf(set), language => Assert.Equal(keys, ResxFiles.Read(set, language).Keys.Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Sets))]
    public void No_text_is_empty(string set) =>
        Assert.Empty(
            from language in ResxFiles.LanguagesOf(set)
            from text in ResxFiles.Read(set, language)
            where string.IsNullOrWhiteSpace(text.Value)
            select $"{text.Key} ({language})");

    [Theory, MemberData(nameof(Sets))]
    public void The_languages_agree_on_the_placeholders(string set)
    {
        var bokmaal = ResxFiles.Read(set, "nb");
        Assert.Empty(
            from language in ResxFiles.LanguagesOf(set)
            from text in ResxFiles.Read(set, language)
            where bokmaal.ContainsKey(text.Key) && Placeholders(text.Value) != Placeholders(bokmaal[text.Key])
            select $"{text.Key} ({language}): {text.Value}");
    }

    [Theory, MemberData(nameof(Sets))]
    public void No_text_begs_or_blames(string set) =>
        Assert.Empty(
            from language in ResxFiles.LanguagesOf(set)
            from text in ResxFiles.Read(set, language)
            where OfficeLanguage().IsMatch(text.Value)
            select $"{text.Key} ({language}): {text.Value}");

    [Theory, MemberData(nameof(Sets))]
    public void Every_set_has_a_marker_that_finds_its_texts(string set)
    {
        var marker = typeof(CommonTexts).Assembly.GetType($"DelingIPraksis.Web.Texts.{set}");
        Assert.NotNull(marker);
        var resources = new ResourceManager(marker);
        Assert.All(ResxFiles.LanguagesOf(set), language =>
            Assert.All(ResxFiles.Read(set, language), text => Assert.Equal(text.Value, resources.GetString(text.Key, new CultureInfo(language)))));
    }

    private static string Placeholders(string text) =>
        string.Join(" ", PlaceholderPattern().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"\b(vennligst|venlegast|ugyldige?|please|invalid)\b|\bfeil \d", RegexOptions.IgnoreCase)]
    private static partial Regex OfficeLanguage();
}
