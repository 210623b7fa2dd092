using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Tests.Synthesis.Themes;

/// <summary>A network's own words on top of the lexicon: added, learnt from what its editors accept, and taken away.</summary>
public sealed class NetworkLexiconTests
{
    private static readonly ThemeName Church = ThemeName.AsWritten("Xylofoner");

    private static readonly AcceptedGrouping[] Accepted =
    [
        new(
            "finances",
            new ThemeName("Økonomi", "Økonomi", "Finances"),
            ["Gryteramma er for stram", "Mer til gryteramma", "Gryteramme og xylofon"]
        ),
        new(null, Church, ["Xylofonen", "Flere xylofoner nå", "Mandolin"]),
    ];

    [Fact]
    public void Learns_the_words_that_several_notes_of_a_group_share_and_says_where_from()
    {
        var learnt = NetworkLexicon.Empty.Learn(Lexicon.Standard, Accepted, "Samling i Stad");
        var word = Assert.Single(learnt.Words, word => word.Theme == "finances");
        Assert.Equal(("gryteramma", new WordOrigin("Samling i Stad", 3)), (word.Word.Text, word.Word.Origin));
        Assert.Equal("finances", ThemeOf("Gryterammene våre", learnt));
    }

    [Fact]
    public void A_word_that_other_groups_have_as_well_is_not_learnt() =>
        Assert.DoesNotContain(
            NetworkLexicon.Empty.Learn(Lexicon.Standard, Accepted, "her").Words,
            word => word.Word.Text.StartsWith("xylofon", StringComparison.Ordinal)
        );

    [Fact]
    public void A_theme_of_their_own_comes_with_its_words()
    {
        var learnt = NetworkLexicon.Empty.Learn(Lexicon.Standard, [Accepted[1]], "her");
        Assert.Equal(Church, Assert.Single(learnt.Themes).Name);
        Assert.Equal("Xylofoner", Assert.Single(ThemeSuggestions.Suggest(["En xylofon"], learnt.On(Lexicon.Standard)).Themes).Name.Bokmal);
    }

    [Fact]
    public void Learning_twice_is_learning_once()
    {
        var once = NetworkLexicon.Empty.Learn(Lexicon.Standard, Accepted, "her");
        Assert.Equal(once.Words, once.Learn(Lexicon.Standard, Accepted, "der").Words);
    }

    [Fact]
    public void A_word_that_is_taken_away_tells_no_more_and_is_not_learnt_again()
    {
        var without = NetworkLexicon.Empty.Learn(Lexicon.Standard, Accepted, "her").Without("finances", "gryterammer");
        Assert.DoesNotContain(without.Words, word => word.Theme == "finances");
        Assert.DoesNotContain(without.Learn(Lexicon.Standard, Accepted, "der").Words, word => word.Theme == "finances");
        Assert.Null(ThemeOf("Gryteramma", without));
    }

    [Fact]
    public void A_word_of_the_products_own_can_be_taken_away_and_put_back()
    {
        Assert.Equal("waste", ThemeOf("Slaggen", NetworkLexicon.Empty));
        var without = NetworkLexicon.Empty.Without("waste", "slagg");
        Assert.Null(ThemeOf("Slaggen", without));
        Assert.Equal(
            "waste",
            ThemeOf("Slaggen", without.With(new OwnWord("waste", new LexiconWord("slagg", 2, new WordOrigin("for hånd", 0)))))
        );
    }

    [Fact]
    public void Notes_of_other_groups_hold_a_word_back() => Assert.DoesNotContain(
        NetworkLexicon.Empty.Learn(Lexicon.Standard, [Accepted[0]], "her", ["En gryteramme", "Gryterammene"]).Words,
        word => word.Theme == "finances"
    );

    [Fact]
    public void What_was_done_is_taken_back_and_what_came_since_stays()
    {
        var before = NetworkLexicon.Empty.Without("waste", "slagg");
        var after = before.Learn(Lexicon.Standard, [Accepted[1]], "her").With(Word("slagg"));
        var since = after.With(Word("fløyte"));
        var back = since.Revert(before, after);
        Assert.Equal([Word("fløyte")], back.Words);
        Assert.Empty(back.Themes);
        Assert.True(back.HasRemoved("waste", "slagg"));
    }

    [Fact]
    public void The_words_of_another_are_taken_in_and_where_the_two_disagree_the_other_is_right()
    {
        var mine = NetworkLexicon.Empty.With(Word("slagg")).Without("waste", "aske").With(Word("fløyte"));
        var both = mine.With(NetworkLexicon.Empty.With(Word("aske")).Without("waste", "slagget"));
        Assert.Equal(["aske", "fløyte"], both.Words.Select(word => word.Word.Text).Order());
        Assert.Equal(["slagget"], both.Removed.Select(word => word.Text));
    }

    private static OwnWord Word(string text) => new("waste", new LexiconWord(text, 2));

    private static string? ThemeOf(string note, NetworkLexicon network) =>
        ThemeSuggestions.Suggest([note], network.On(Lexicon.Standard)).Themes.SingleOrDefault()?.Key;
}
