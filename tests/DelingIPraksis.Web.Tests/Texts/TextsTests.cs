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
        Assert.All(
            ResxFiles.LanguagesOf(set),
            language => Assert.Equal(keys, ResxFiles.Read(set, language).Keys.Order(StringComparer.Ordinal))
        );
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
        var marker = Assert.Single(typeof(CommonTexts).Assembly.GetTypes(), type => type.Name == set);
        Assert.True(File.Exists(Path.Combine(ResxFiles.FolderOf(set), $"{set}.cs")), $"The marker {set} does not lie beside its texts.");
        var resources = new ResourceManager(marker);
        Assert.All(ResxFiles.LanguagesOf(set), language =>
                Assert.All(
                    ResxFiles.Read(set, language),
                    text => Assert.Equal(text.Value, resources.GetString(text.Key, new CultureInfo(language)))
                )
        );
    }

    // «1 pairs» is wrong in all three languages. A bound, such as «at most 40 characters», is never one.
    [Theory, MemberData(nameof(Sets))]
    public void What_is_counted_is_right_for_one_too(string set) =>
        Assert.Empty(
            from language in ResxFiles.LanguagesOf(set)
            let texts = ResxFiles.Read(set, language)
            from text in texts
            where !HasOneBeside(texts, text.Key)
            from Match counted in CountedPattern().Matches(text.Value)
            where !BoundPattern().IsMatch(text.Value[..counted.Index])
            select $"{text.Key} ({language}): {text.Value}");

    [Theory]
    [InlineData("{0} {0:note|notes}", 1, "1 note")]
    [InlineData("{0} {0:note|notes}", 0, "0 notes")]
    [InlineData("{0} par, {0:nytt|nye}", 2, "2 par, nye")]
    [InlineData("{0:00} min", 1, "01 min")]
    public void Words_are_chosen_by_the_count(string text, int count, string said) =>
        Assert.Equal(said, string.Format(new CountFormat(new CultureInfo("nb-NO")), text, count));

    private static bool HasOneBeside(IReadOnlyDictionary<string, string> texts, string key) =>
        texts.ContainsKey($"{key}One")
        || texts.ContainsKey($"{key}Once")
        || (key.EndsWith("Many", StringComparison.Ordinal) && texts.ContainsKey($"{key[..^4]}One"))
        || (key.EndsWith('s') && texts.ContainsKey(key[..^1]));

    private static string Placeholders(string text) =>
        string.Join(
            " ",
            PlaceholderPattern().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(
        @"\{\d\} (?:\p{Ll}+ )?(?:kommun[ea]r|lapp[ea]r|lapp[ea]ne|punkter|temaer|minutter|person[ea]r|grupp[ea]r|stemmer|røyster|måneder"
            + @"|månader|fylker|lenkj?[ea]r|måt[ea]r|samling[ea]r|rapport[ea]r|"
            + @"(?:pair|note|point|theme|minute|group|vote|month|year|count(?:y|ie)|municipalitie|link|way|gathering|character|word|step"
            + @"|phase|talk|thing|quote|suggestion|meeting|day)s|people)\b"
    )]
    private static partial Regex CountedPattern();

    [GeneratedRegex(
        @"\b(høyst|høgst|minst|opptil|plass til|at most|at least|up to|room for|all|alle|alle de|de|dei|can be) $",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BoundPattern();

    [GeneratedRegex(@"\b(vennligst|venlegast|ugyldige?|please|invalid)\b|\bfeil \d", RegexOptions.IgnoreCase)]
    private static partial Regex OfficeLanguage();
}
