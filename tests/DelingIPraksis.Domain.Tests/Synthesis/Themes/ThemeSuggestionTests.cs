using CsCheck;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.ThemesBenchmark;

namespace DelingIPraksis.Domain.Tests.Synthesis.Themes;

public sealed class ThemeSuggestionTests
{
    private static readonly IReadOnlyList<PlainText> Written = [.. LabelledNotes.Read("open").Notes, .. LabelledNotes.Read("fresh").Notes];

    // Real notes, pieces of them, and notes of words that no lexicon knows.
    private static readonly Gen<List<PlainText>> AnyNotes = Gen.OneOf(
        OneOf(Written),
        Gen.Select(OneOf(Written), Gen.Int[1, 30]).Select(cut => new PlainText(cut.Item1.Value[..Math.Min(cut.Item2, cut.Item1.Length)])),
        OneOf([
            "kirkegulvet", "bryggeriet vårt", "xylofonen", "xylofoner og bryggeri", "akvarell", "akvareller", "mandolin",
            "mandolinen i akvarellen",
        ]),
        Gen.String.Select(text => new PlainText(text))).List[0, 40];

    [Theory]
    [InlineData("Innkjøpsreglementet må endres", "procurement")]
    [InlineData("Vi treng betre klimarekneskap", "climate")]
    [InlineData("Manglar kompetanse", "competence")]
    [InlineData("Manglar kompetnase", "competence")]
    [InlineData("Har ikke nok folk", "capacity")]
    [InlineData("Skulane manglar lærarar", "school")]
    [InlineData("Skolene mangler lærere", "school")]
    [InlineData("Bruke om igjen", "circular")]
    [InlineData("Hver etat sitter i sin silo", "organisation")]
    [InlineData("VASSVERKET ER GAMALT", "water")]
    public void A_note_is_put_under_what_it_is_about_in_either_written_language(string note, string key) =>
        Assert.Equal(key, ThemeOf(note));

    [Theory]
    [InlineData("Dette er vann på mølla for oss")]
    [InlineData("Mat for tanken")]
    [InlineData("Vi er på rett vei")]
    [InlineData("Automaten har feil format")]
    [InlineData("God kaffe")]
    [InlineData("???")]
    [InlineData("")]
    public void A_word_that_misleads_and_a_note_that_says_nothing_give_no_theme(string note) => Assert.Null(ThemeOf(note));

    [Fact]
    public void The_head_of_a_compound_weighs_more_than_the_rest()
    {
        Assert.Equal("finances", ThemeOf("Skolebudsjettet"));
        Assert.Equal("school", ThemeOf("Budsjettskolen"));
    }

    [Fact]
    public void A_theme_tells_the_words_that_caused_it_as_they_were_written()
    {
        var theme = Assert.Single(ThemeSuggestions.Suggest(["Budsjettet er stramt", "For lite PENGAR her"], Lexicon.Standard).Themes);
        Assert.Equal(["Budsjettet", "PENGAR"], theme.Words.Order(StringComparer.Ordinal));
        Assert.Equal(["PENGAR"], theme.Notes[1].Words);
    }

    [Fact]
    public void What_no_lexicon_knows_becomes_a_theme_when_several_share_it()
    {
        var proposal = ThemeSuggestions.Suggest(
            ["Xylofonen er borte", "Flere xylofoner", "God dag", "Hvor er xylofonen?"],
            Lexicon.Standard
        );
        var theme = Assert.Single(proposal.Themes);
        Assert.Equal((null, "Xylofonen"), (theme.Key, theme.Name.In("nn")));
        Assert.Equal([0, 1, 3], theme.Notes.Select(note => note.Index));
        Assert.Equal([2], proposal.Unthemed);
    }

    [Fact]
    public void Every_note_is_in_one_theme_or_without() => AnyNotes.Sample(notes =>
    {
        var proposal = ThemeSuggestions.Suggest(notes, Lexicon.Standard);
        Assert.Equal(
            Enumerable.Range(0, notes.Count),
            proposal.Themes.SelectMany(theme => theme.Notes).Select(note => note.Index).Concat(proposal.Unthemed).Order()
        );
        Assert.All(proposal.Themes, theme =>
        {
            Assert.NotEmpty(theme.Words);
            Assert.All(
                theme.Notes,
                note =>
                    Assert.All(
                        note.Words,
                        word => Assert.Contains(word.Split(' ')[0], notes[note.Index].Value, StringComparison.Ordinal)
                    )
            );
        });
    }, iter: 300);

    [Fact]
    public void Notes_that_come_later_move_none_that_were_there() => Gen.Select(AnyNotes, AnyNotes).Sample((before, later) =>
    {
        var (first, both) = (Grouped(before), Grouped([.. before, .. later]));
        for (var a = 0; a < before.Count; a++)
            for (var b = 0; b < a; b++)
                if (first[a] is { } theme && first[b] == theme) Assert.Equal(both[a], both[b]);
                else if (first[a] is { } one && first[b] is { } other && one != other) Assert.NotEqual(both[a], both[b]);
    }, iter: 200);

    [Fact]
    public void The_order_of_the_notes_plays_no_part_for_the_themes_of_the_lexicon() =>
        Gen.Select(AnyNotes, Gen.Int)
            .Sample(
                (notes, seed) =>
    {
        var order = Enumerable.Range(0, notes.Count).OrderBy(index => HashCode.Combine(index, seed)).ToList();
        var (given, shuffled) = (Keys(notes), Keys([.. order.Select(index => notes[index])]));
        Assert.Equal(order.Select(index => given[index]), shuffled);
    }, iter: 200);

    [Fact]
    public void Themes_agree_with_people_on_the_notes_that_the_lexicon_was_improved_by()
    {
        foreach (var name in new[] { "open", "fresh" })
        {
            var set = LabelledNotes.Read(name);
            var (found, truth) = (Quality.Suggested(set), set.Truth());
            Assert.InRange(Agreement.AdjustedRand(found, truth), 0.65, 1);
            Assert.InRange(Agreement.Purity(found, truth), 0.85, 1);
        }
    }

    [Fact]
    public void Every_theme_of_the_lexicon_has_names_in_three_languages_and_a_rich_vocabulary()
    {
        Assert.InRange(Lexicon.Standard.Themes.Count, 40, 60);
        Assert.Equal(Lexicon.Standard.Themes.Count, Lexicon.Standard.Themes.Select(theme => theme.Key).Distinct().Count());
        Assert.All(Lexicon.Standard.Themes, theme =>
        {
            Assert.All(new[] { "nb", "nn", "en" }, language => Assert.NotEmpty(theme.Name.In(language)));
            Assert.InRange(theme.Words.Count, 50, 1_000);
            Assert.All(theme.Words, word => Assert.InRange(word.Weight, 1, 3));
        });
    }

    private static Gen<PlainText> OneOf(IReadOnlyList<PlainText> notes) => Gen.Int[0, notes.Count - 1].Select(index => notes[index]);

    private static string? ThemeOf(string note) => ThemeSuggestions.Suggest([note], Lexicon.Standard).Themes.SingleOrDefault()?.Key;

    private static string?[] Grouped(IReadOnlyList<PlainText> notes)
    {
        var groups = new string?[notes.Count];
        foreach (var theme in ThemeSuggestions.Suggest(notes, Lexicon.Standard).Themes)
            foreach (var note in theme.Notes) groups[note.Index] = theme.Key ?? $"found {theme.Notes[0].Index}";
        return groups;
    }

    private static string?[] Keys(IReadOnlyList<PlainText> notes)
    {
        var keys = new string?[notes.Count];
        foreach (var theme in ThemeSuggestions.Suggest(notes, Lexicon.Standard).Themes.Where(theme => theme.Key is not null))
            foreach (var note in theme.Notes) keys[note.Index] = theme.Key;
        return keys;
    }
}
