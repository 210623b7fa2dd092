using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Tests.Storage;

public class DraftsTests : IAsyncLifetime
{
    private readonly Id<Person> _anne = new(Guid.CreateVersion7());
    private TestStore _store = null!;
    private Drafts _drafts = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await OpenAsync();
        _drafts = new Drafts(_store.Database, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        if (Directory.Exists(_store.Folder.Path)) Directory.Delete(_store.Folder.Path, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_kept_draft_is_there_after_a_restart()
    {
        await _drafts.KeepAsync(_anne, "note:barrier", "Vi mangler 👩🏽‍🔧 og tid");
        _store = await _store.AgainAsync();
        Assert.Equal("Vi mangler 👩🏽‍🔧 og tid", (await new Drafts(_store.Database, TimeProvider.System).OfAsync(_anne))["note:barrier"]);
    }

    [Fact]
    public async Task An_empty_text_takes_the_draft_away()
    {
        await _drafts.KeepAsync(_anne, "a", "x");
        await _drafts.KeepAsync(_anne, "b", "y");
        await _drafts.KeepAsync(_anne, "a", "");
        Assert.Equal("b", Assert.Single((await _drafts.OfAsync(_anne)).Keys));
    }

    [Fact]
    public async Task Of_many_keystrokes_at_once_the_last_stands()
    {
        await Task.WhenAll(Enumerable.Range(0, 500).Select(number => _drafts.KeepAsync(_anne, "a", $"{number}")));
        Assert.Equal("499", (await _drafts.OfAsync(_anne))["a"]);
    }

    [Theory]
    [InlineData("Vi\0 mangler")]
    [InlineData("Vi mangler \ud83d")]
    [InlineData("\udc69Vi mangler")]
    public async Task A_draft_with_a_sign_that_is_none_does_not_take_the_others_with_it(string text)
    {
        Id<Person> other = new(Guid.CreateVersion7());
        await Task.WhenAll(
            _drafts.KeepAsync(other, "a", "x"), _drafts.KeepAsync(_anne, "a", text), _drafts.KeepAsync(_anne, "b", "y"));
        Assert.Equal(("x", "y"), ((await _drafts.OfAsync(other))["a"], (await _drafts.OfAsync(_anne))["b"]));
        Assert.Contains("mangler", (await _drafts.OfAsync(_anne))["a"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_never_somebody_elses()
    {
        await _drafts.KeepAsync(_anne, "a", "x");
        Assert.Empty(await _drafts.OfAsync(new(Guid.CreateVersion7())));
    }

    [Fact]
    public async Task A_draft_that_cannot_be_kept_is_said_not_to_be_and_the_next_one_is()
    {
        await _store.WhileGoneAsync(async () =>
        {
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => _drafts.KeepAsync(_anne, "a", "x"));
            Assert.True(StoreFault.Is(fault), fault.ToString());
        });
        await _drafts.KeepAsync(_anne, "a", "y");
        Assert.Equal("y", (await _drafts.OfAsync(_anne))["a"]);
    }

    private protected virtual Task<TestStore> OpenAsync() => TestStore.OpenAsync();
}
