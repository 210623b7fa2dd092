using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Tests.Storage;
using DelingIPraksis.Web.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Themes;

public sealed class NetworkLexiconsTests : IAsyncLifetime
{
    private static readonly LexiconKey Network = new("kortreist kvalitet");
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

        var kept = await Lexicons.OfAsync(new LexiconKey("kortreist kvalitet"));
        Assert.Equal([Gryteramme], kept.Words);
        Assert.True(kept.HasRemoved("waste", "slagg"));
        Assert.Single(ThemeSuggestions.Suggest(["Gryteramma"], await Lexicons.LexiconOfAsync(Network)).Themes);
        Assert.Same(Lexicon.Standard, await Lexicons.LexiconOfAsync(new LexiconKey("et annet nettverk")));
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
        var after = await Lexicons.ChangeAsync(
            Network,
            lexicon => lexicon with { Words = lexicon.Words.AddRange(Enumerable.Repeat(Gryteramme, 20_000)) }
        );
        Assert.Equal([Gryteramme], after.Words);
        Assert.Equal([Gryteramme], (await Lexicons.OfAsync(Network)).Words);
    }

    [Fact]
    public async Task Many_editors_at_once_lose_nothing_of_each_others()
    {
        var lexicons = Lexicons;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
                    lexicons.ChangeAsync(
                        Network,
                        lexicon => lexicon.With(Gryteramme with { Word = Gryteramme.Word with { Text = $"gryte{number}" } })
                    )
                )
        );
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
        var lexicon = NetworkLexicon
            .Empty.With(new OwnTheme("own-kirke", ThemeName.AsWritten("Kirke")))
            .With(Gryteramme)
            .Without("waste", "slagg");
        var read = LexiconJson.Read(LexiconJson.Write(lexicon))!;
        Assert.Equal(
            (lexicon.Themes.Single(), lexicon.Words.Single(), lexicon.Removed.Single()),
            (read.Themes.Single(), read.Words.Single(), read.Removed.Single())
        );
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

    [Fact]
    public async Task The_name_of_a_network_opens_no_words_and_an_organiser_of_both_shares_them()
    {
        await using var application = TestApplication.Started();
        var lexicons = application.Services.GetRequiredService<INetworkLexicons>();
        var (first, strangers, next) = (
            await application.Rooms.GivenGatheringAsync(),
            await application.Rooms.GivenGatheringAsync(),
            await application.Rooms.GivenGatheringAsync()
        );
        // By a link: the application appoints the account that accepts it.
        await application.Rooms.MustKeepAsync(
            next.Id,
            new Actor.Application(),
            new Change.StaffAppointed(first.Owner.User, Role.Organiser)
        );
        await lexicons.ChangeAsync(await lexicons.KeyOfAsync(first.Id), lexicon => lexicon.With(Gryteramme));

        Assert.Equal([Gryteramme], (await lexicons.OfAsync(await lexicons.KeyOfAsync(first.Id))).Words);
        Assert.Equal([Gryteramme], (await lexicons.OfAsync(await lexicons.KeyOfAsync(next.Id))).Words);
        var theirs = await lexicons.KeyOfAsync(strangers.Id);
        Assert.Empty((await lexicons.OfAsync(theirs)).Words);
        await lexicons.ChangeAsync(theirs, lexicon => lexicon.Without("waste", "slagg"));
        Assert.False((await lexicons.OfAsync(await lexicons.KeyOfAsync(first.Id))).HasRemoved("waste", "slagg"));
        Assert.True((await lexicons.OfAsync(await lexicons.KeyOfAsync(strangers.Id))).HasRemoved("waste", "slagg"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_appoints_an_organiser_unasked_neither_reads_nor_changes_her_words(bool demo)
    {
        await using var application = TestApplication.Started();
        var lexicons = application.Services.GetRequiredService<INetworkLexicons>();
        var hers = await application.Rooms.GivenGatheringAsync();
        var stranger = new Actor.Account(new Id<User>(Guid.CreateVersion7()));
        var theirs = new Id<Gathering>(Guid.CreateVersion7());
        await application.Rooms.MustKeepAsync(
            theirs,
            stranger,
            new Change.GatheringCreated((await application.Rooms.ReadAsync(hers.Id)).Facts, IsDemo: demo)
        );
        await application.Rooms.MustKeepAsync(theirs, stranger, new Change.StaffAppointed(hers.Owner.User, Role.Organiser));
        await lexicons.ChangeAsync(await lexicons.KeyOfAsync(theirs), lexicon => lexicon.Without("waste", "slagg"));

        // Nor do the stranger's words come to her.
        var key = await lexicons.KeyOfAsync(hers.Id);
        Assert.False((await lexicons.OfAsync(key)).HasRemoved("waste", "slagg"));
        await lexicons.ChangeAsync(key, lexicon => lexicon.With(Gryteramme));
        Assert.Empty((await lexicons.OfAsync(await lexicons.KeyOfAsync(theirs))).Words);
    }

    [Fact]
    public async Task A_demo_of_an_organisers_own_has_other_words_than_the_real_network()
    {
        await using var application = TestApplication.Started();
        var lexicons = application.Services.GetRequiredService<INetworkLexicons>();
        var hers = await application.Rooms.GivenGatheringAsync();
        var trial = new Id<Gathering>(Guid.CreateVersion7());
        await application.Rooms.MustKeepAsync(
            trial,
            hers.Owner,
            new Change.GatheringCreated((await application.Rooms.ReadAsync(hers.Id)).Facts, IsDemo: true)
        );
        Assert.NotEqual(await lexicons.KeyOfAsync(hers.Id), await lexicons.KeyOfAsync(trial));
    }
}
