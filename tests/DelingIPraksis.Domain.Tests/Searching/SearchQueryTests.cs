using CsCheck;
using DelingIPraksis.Domain.Searching;

namespace DelingIPraksis.Domain.Tests.Searching;

public sealed class SearchQueryTests
{
    // Samples are tried on several threads, and a reader is for one.
    private static readonly ThreadLocal<SearchReader> _readers = new(() => new SearchReader());

    private static SearchReader Reader => _readers.Value!;

    [Theory]
    [InlineData("mulighet", "Moglegheitene er mange")]
    [InlineData("moglegheit", "Mulighetene er mange")]
    [InlineData("skole", "Skulane våre står tomme om sommaren")]
    [InlineData("avfall", "Avfallsplanen er gammel")]
    [InlineData("plan", "Avfallsplanen er gammel")]
    [InlineData("avfallsplan", "Vi mangler en plan for avfall")]
    [InlineData("avfallspl", "Avfallsplanen er gammel")]
    [InlineData("kommu", "Kommunen kan ikke alene")]
    [InlineData("KJØP", "Felles kjøp av varer")]
    [InlineData("gaivuotna", "Gáivuotna har fjorder")]
    [InlineData("Kárášjohka", "vi var i karasjohka")]
    [InlineData("ŋ", "stuoraŋ ŋ")]
    [InlineData("idé", "En ide til")]
    [InlineData("plan avfall", "Avfall uten plan")]
    [InlineData("2026", "Innen 2026")]
    public void A_text_is_found_in_any_form_of_the_word(string typed, string text) => Assert.True(Finds(typed, text));

    [Theory]
    [InlineData("plan", "Plantene våre")]
    [InlineData("mat", "Automaten er tom")]
    [InlineData("avfall transport", "Avfall uten plan")]
    [InlineData("kom ", "Kommunen kan ikke alene")]
    [InlineData("by", "Bygda er liten")]
    [InlineData("skog", "Skole")]
    [InlineData("øre", "ore")]
    public void Another_word_is_not_found(string typed, string text) => Assert.False(Finds(typed + " ", text));

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("NEAR(a b, 2)")]
    [InlineData("a AND NOT b*")]
    [InlineData("Stems:avfall ^avfall {x}")]
    [InlineData("\0\u0001\uFFFF")]
    [InlineData("😀🏳️‍🌈")]
    [InlineData("\uD800")]
    [InlineData("e\u0301\u0301\u0301")]
    [InlineData("漢字 العربية עברית")]
    public void Whatever_is_typed_becomes_words_of_letters_and_digits(string typed)
    {
        var query = SearchQuery.Read(typed, Reader);
        Assert.All(query.Terms, term => Assert.True(term.Stem.Length > 0 && term.Stem.All(char.IsLetterOrDigit)));
    }

    [Fact]
    public void Any_text_is_read_and_marked_without_losing_a_letter() => Gen.Select(Gen.String, Gen.String, Gen.Int[40, 200]).Sample(
        (typed, written, longest) =>
        {
            var text = new PlainText(written);
            var query = SearchQuery.Read(typed, Reader);
            var shown = string.Concat(SearchReading.Excerpt(text, query, Reader, longest).Select(piece => piece.Text));
            return text.Value.Length > longest ? shown.Length <= longest + 4 : shown == text.Value;
        });

    [Fact]
    public void A_word_of_a_text_finds_the_text() => Gen.Int[0, 5].Select(Gen.Int[1, 6], (from, count) => (from, count)).Sample((part) =>
    {
        string[] words = ["Ingen", "eier", "ombruket", "av", "skolemøblene", "kjøpt", "inn", "sammen"];
        var text = new PlainText(string.Join(' ', words));
        var typed = string.Join(' ', words.Skip(part.from).Take(part.count));
        var query = SearchQuery.Read(typed, Reader);
        return query.IsEmpty || SearchReading.Answers(new SearchText("x", SearchKind.Prose, text), query, Reader);
    });

    [Fact]
    public void The_words_that_were_searched_for_are_marked_in_the_middle_of_what_is_shown()
    {
        var text = new PlainText($"{string.Join(' ', Enumerable.Repeat("noe annet", 100))} avfallsplanen vår {new string('x', 50)}");
        var pieces = SearchReading.Excerpt(text, SearchQuery.Read("plan", Reader), Reader, 120);
        Assert.Equal(["avfallsplanen"], pieces.Where(piece => piece.IsMarked).Select(piece => piece.Text));
        Assert.Equal("… ", pieces[0].Text);
    }

    [Theory]
    [InlineData("\"sirkulær økonomi\"", "Vi vil ha Sirkulær  økonomi, nå")]
    [InlineData("«felles innkjøp» ombruk", "Ombruk, og felles innkjøp av møbler")]
    [InlineData("“plan for avfall”", "Vi har en plan for avfall")]
    [InlineData("\"avfall", "avfallet")]
    [InlineData("\"gaivuotna\"", "Gáivuotna")]
    [InlineData("\"\" avfall", "Avfall")]
    public void Words_in_quotation_marks_are_found_where_they_stand_just_so(string typed, string text) => Assert.True(Finds(typed, text));

    [Theory]
    [InlineData("\"sirkulær økonomi\"", "Sirkulære økonomier")]
    [InlineData("\"sirkulær økonomi\"", "Økonomi som er sirkulær")]
    [InlineData("«plan for avfall»", "En plan mot avfall")]
    [InlineData("\"avfall\"", "Avfallsplanen")]
    [InlineData("\"kommu\"", "kommune")]
    [InlineData("\"felles innkjøp\" \"møbler av tre\"", "felles innkjøp av møbler")]
    public void Other_forms_and_another_order_are_not(string typed, string text) => Assert.False(Finds(typed, text));

    [Fact]
    public void A_phrase_does_not_go_from_the_text_into_what_stands_beside_it() => Assert.False(SearchReading.Answers(
        new SearchText("x", SearchKind.Point, "felles") { Heading = "innkjøp" }, SearchQuery.Read("\"innkjøp felles\"", Reader), Reader));

    [Fact]
    public void A_search_of_small_words_only_says_so()
    {
        Assert.True(SearchReader.HasOnlyStopWords("og som det er"));
        Assert.False(SearchReader.HasOnlyStopWords("og avfall"));
        Assert.False(SearchReader.HasOnlyStopWords("…"));
        Assert.True(SearchQuery.Read("og som det er", Reader).IsEmpty);
    }

    private static bool Finds(string typed, string text) =>
        SearchReading.Answers(new SearchText("x", SearchKind.Prose, text), SearchQuery.Read(typed, Reader), Reader);
}
