using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Tests.Storage;
using DelingIPraksis.Web.Themes;

namespace DelingIPraksis.Web.Tests.Themes;

public sealed class NetworkLexiconsTests : IAsyncLifetime
{
    private static readonly PlainText Network = "Kortreist Kvalitet";
    private static readonly OwnWord Gryteramme = new("finances", new LexiconWord("gryteramme", 2, new WordOrigin("Samling i Stad", 3)));

    private TestStore _store = null!;

    private NetworkLexicons Lexicons => new(_store.Database, TimeProvider.System);

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        if (Directory.Exists(_store.Folder.Path)) Directory.Delete(_store.Folder.Path, recursive: true);
    }

    [Fact]
    public async Task What_a_network_has_added_is_there_after_a_restart_for_that_network_alone()
    {
        await Lexicons.ChangeAsync(Network, lexicon => lexicon.With(Gryteramme).Without("waste", "slagg"));
        await _store.DisposeAsync();
        _store = await TestStore.OpenAsync(_store.Folder.Path);

        var kept = await Lexicons.OfAsync("kortreist kvalitet");
        Assert.Equal([Gryteramme], kept.Words);
        Assert.True(kept.HasRemoved("waste", "slagg"));
        Assert.Single(ThemeSuggestions.Suggest(["Gryteramma"], await Lexicons.LexiconOfAsync(Network)).Themes);
        Assert.Same(Lexicon.Standard, await Lexicons.LexiconOfAsync("Et annet nettverk"));
    }

    [Fact]
    public async Task What_was_learnt_from_an_accepted_theme_changes_the_next_suggestion_after_a_restart()
    {
        AcceptedGrouping accepted = new("finances", ThemeName.AsWritten("Økonomi"), ["Gryteramma er for stram", "Mer til gryteramma"]);
        Assert.Empty(ThemeSuggestions.Suggest(["Gryterammene"], await Lexicons.LexiconOfAsync(Network)).Themes);
        await Lexicons.ChangeAsync(Network, lexicon => lexicon.Learn(Lexicon.Standard, [accepted], "Samling i Stad"));
        await _store.DisposeAsync();
        _store = await TestStore.OpenAsync(_store.Folder.Path);
        Assert.Equal("finances", ThemeSuggestions.Suggest(["Gryterammene"], await Lexicons.LexiconOfAsync(Network)).Themes.Single().Key);
    }

    [Fact]
    public async Task What_could_not_be_read_again_never_takes_the_place_of_what_can()
    {
        await Lexicons.ChangeAsync(Network, lexicon => lexicon.With(Gryteramme));
        var after = await Lexicons.ChangeAsync(Network, lexicon => lexicon with { Words = lexicon.Words.AddRange(Enumerable.Repeat(Gryteramme, 20_000)) });
        Assert.Equal([Gryteramme], after.Words);
        Assert.Equal([Gryteramme], (await Lexicons.OfAsync(Network)).Words);
    }

    [Fact]
    public async Task Many_editors_at_once_lose_nothing_of_each_others()
    {
        var lexicons = Lexicons;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            lexicons.ChangeAsync(Network, lexicon => lexicon.With(Gryteramme with { Word = Gryteramme.Word with { Text = $"gryte{number}" } }))));
        Assert.Equal(20, (await lexicons.OfAsync(Network)).Words.Count);
    }

    [Fact]
    public async Task A_change_is_read_by_at_once()
    {
        var lexicons = Lexicons;
        await lexicons.ChangeAsync(Network, lexicon => lexicon.With(Gryteramme));
        var before = await lexicons.LexiconOfAsync(Network);
        Assert.Same(before, await lexicons.LexiconOfAsync(Network));
        await lexicons.ChangeAsync(Network, lexicon => lexicon.Without("finances", "gryterammer"));
        Assert.Empty(ThemeSuggestions.Suggest(["Gryteramma"], await lexicons.LexiconOfAsync(Network)).Themes);
    }

    [Fact]
    public void Exported_words_are_read_again_as_they_were()
    {
        var lexicon = NetworkLexicon.Empty.With(new OwnTheme("own-kirke", ThemeName.AsWritten("Kirke"))).With(Gryteramme).Without("waste", "slagg");
        var read = LexiconJson.Read(LexiconJson.Write(lexicon))!;
        Assert.Equal((lexicon.Themes.Single(), lexicon.Words.Single(), lexicon.Removed.Single()), (read.Themes.Single(), read.Words.Single(), read.Removed.Single()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"words\": null}")]
    [InlineData("{\"words\": [null]}")]
    [InlineData("{\"words\": [{\"theme\": \"a\", \"word\": {\"text\": \" \", \"weight\": 2}}]}")]
    [InlineData("{\"words\": [{\"theme\": \"a\", \"word\": {\"text\": \"b\", \"weight\": 900}}]}")]
    [InlineData("{\"themes\": [{\"key\": \"a\"}]}")]
    public void What_is_no_such_file_is_refused(string text) => Assert.Null(LexiconJson.Read(text));
}
