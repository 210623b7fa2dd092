using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Reporting.Earlier;

public sealed class EarlierDraftsTests : IAsyncLifetime
{
    private static readonly Id<User> _owner = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly Id<User> _other = new(new Guid(2, 0, 0, new byte[8]));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;
    private EarlierDrafts _drafts = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.OpenAsync();
        _drafts = new EarlierDrafts(_store.Database, _store.Compaction, _time);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_is_corrected_is_there_when_the_page_is_opened_again()
    {
        var id = (await AddAsync())!.Value;
        using (var session = new EarlierSession(_drafts, id, _owner, "stad.txt", (await _drafts.FindAsync(id, _owner))!.Value.Report))
        {
            await session.CorrectAsync(report => report.With(ReportFact.Title, "Femte samling"));
            await session.CorrectAsync(report => report.WithRole(report.Pieces[2].Number, PieceRole.Closing));
            Assert.True(session.IsKept);
            await session.UndoAsync();
        }

        var again = (await _drafts.FindAsync(id, _owner))!.Value.Report;
        Assert.Equal("Femte samling", again.FactOf(ReportFact.Title).Text.Value);
        Assert.NotEqual(PieceRole.Closing, again.Pieces[2].Role);
    }

    [Fact]
    public async Task A_report_is_the_same_when_it_has_been_kept()
    {
        var report = CorpusTests.Read(CorpusTests.Text("tromso-2023.html"));
        var id = (await AddAsync(report))!.Value;
        var kept = (await _drafts.FindAsync(id, _owner))!.Value.Report;
        Assert.Empty(KnownFacts.Read(CorpusTests.Text("tromso-2023.truth")).CorrectionsTo(kept));
        Assert.Equal(report.Pieces.Select(piece => piece.Original), kept.Pieces.Select(piece => piece.Original));
        Assert.Equal(ReportOutline.Of(report).Talks[0].Links, ReportOutline.Of(kept).Talks[0].Links);
    }

    [Fact]
    public async Task Nobody_else_sees_it_changes_it_or_removes_it()
    {
        var id = (await AddAsync())!.Value;
        Assert.Null(await _drafts.FindAsync(id, _other));
        Assert.Null(await _drafts.ContentAsync(id, _other));
        Assert.Empty(await _drafts.OfAsync(_other));
        var report = (await _drafts.FindAsync(id, _owner))!.Value.Report;
        Assert.False(await _drafts.WriteAsync(id, _other, report.With(ReportFact.Title, "x")));
        await _drafts.RemoveAsync(id, _other);
        Assert.Equal("stad.txt", Assert.Single(await _drafts.OfAsync(_owner)).Name);
    }

    [Fact]
    public async Task An_account_has_a_limited_number_and_they_go_when_nobody_has_touched_them()
    {
        for (var number = 0; number < EarlierDrafts.Most; number++) Assert.NotNull(await AddAsync());
        Assert.Null(await AddAsync());
        _time.Advance(EarlierDrafts.Kept + TimeSpan.FromDays(1));
        Assert.NotNull(await AddAsync());
        Assert.True(await _drafts.EraseOldAsync());
        Assert.Single(await _drafts.OfAsync(_owner));
    }

    [Fact]
    public async Task One_that_nobody_has_touched_is_erased_without_anybody_asking_and_no_byte_of_it_is_left()
    {
        var data = Directory.CreateTempSubdirectory("deling-").FullName;
        var owner = new Id<User>(Guid.CreateVersion7());
        await using (var before = TestApplication.Started(data, _time))
        {
            var report = CorpusTests.Read(CorpusTests.Text("stad-2021.txt"));
            await before.Services.GetRequiredService<EarlierDrafts>().AddAsync(owner, "stad.txt", "zqxjvk"u8.ToArray(), report);
            Assert.True(Bytes.Of(data).Hold("zqxjvk"));
        }

        _time.Advance(EarlierDrafts.Kept + TimeSpan.FromDays(1));
        await using (var after = TestApplication.Started(data, _time))
        {
            // The time has leapt, so the service runs a day on it before it erases anything.
            var drafts = after.Services.GetRequiredService<EarlierDrafts>();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while ((await drafts.OfAsync(owner)).Count > 0 || Bytes.Of(data).Hold("zqxjvk"))
            {
                _time.Advance(RetentionService.ShortPause);
                await Task.Delay(20, patience.Token);
            }
        }

        Directory.Delete(data, recursive: true);
    }

    private Task<Guid?> AddAsync(EarlierReport? report = null) =>
        _drafts.AddAsync(_owner, "stad.txt", [1, 2, 3], report ?? CorpusTests.Read(CorpusTests.Text("stad-2021.txt")));
}
