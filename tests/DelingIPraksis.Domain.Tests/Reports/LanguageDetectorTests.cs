using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.ThemesBenchmark;

namespace DelingIPraksis.Domain.Tests.Reports;

/// <summary>
/// Measured on short notes of the kind that people write, some with names of places and people: <c>tests/corpora/written-form.txt</c>.
/// </summary>
public sealed class LanguageDetectorTests
{
    private static readonly ILookup<string, string> Notes = Read();

    [Fact]
    public void No_bokmal_note_is_told_to_be_nynorsk() =>
        Assert.Equal([], Notes["nb"].Where(note => LanguageDetector.Of(note, Language.Bokmal) != Language.Bokmal));

    [Fact]
    public void No_nynorsk_note_in_a_nynorsk_report_is_told_to_be_bokmal() =>
        Assert.Equal([], Notes["nn"].Where(note => LanguageDetector.Of(note, Language.Nynorsk) != Language.Nynorsk));

    [Fact]
    public void Fewer_than_one_nynorsk_note_in_twenty_is_missed()
    {
        var missed = Notes["nn"].Where(note => LanguageDetector.Of(note, Language.Bokmal) != Language.Nynorsk).ToList();
        Assert.True(20 * missed.Count < Notes["nn"].Count(), string.Join('\n', missed));
        Assert.True(Notes["nn"].Count() >= 60 && Notes["nb"].Count() >= 60);
    }

    [Theory]
    [InlineData("ikkje", Language.Nynorsk)]
    [InlineData("Frå Stad", Language.Nynorsk)]
    [InlineData("Dei unge", Language.Nynorsk)]
    [InlineData("KOMMUNANE", Language.Nynorsk)]
    [InlineData("Sogn og Fjordane", Language.English)]
    [InlineData("Ragnar og Einar", Language.English)]
    [InlineData("Ikke her", Language.Bokmal)]
    [InlineData("hvorfor?", Language.Bokmal)]
    [InlineData("We have not asked them", Language.English)]
    [InlineData("Senter for Research and Development er ikke åpent", Language.Bokmal)]
    public void One_sure_word_is_enough(string text, Language language) =>
        Assert.Equal(language, LanguageDetector.Of(text, Language.English));

    /// <summary>
    /// The labelled notes of the themes, which nobody wrote for this: a note that says bokmål by one sure word never says nynorsk by
    /// another.
    /// </summary>
    [Theory]
    [InlineData("ikke")]
    [InlineData("hvor")]
    [InlineData("noe")]
    public void A_note_with_a_sure_bokmal_word_is_not_told_to_be_nynorsk(string word) =>
        Assert.Equal(
            [],
            new[] { "open", "kept-aside", "fresh" }
                .SelectMany(set => LabelledNotes.Read(set).Notes)
                .Where(note => note.Value.Split(' ').Contains(word) && LanguageDetector.Of(note, Language.Bokmal) == Language.Nynorsk)
                .Select(note => note.Value)
        );

    private static ILookup<string, string> Read()
    {
        using var reader = new StreamReader(typeof(LanguageDetectorTests).Assembly.GetManifestResourceStream("written-form.txt")!);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToLookup(line => line[0], line => line[1]);
    }
}
