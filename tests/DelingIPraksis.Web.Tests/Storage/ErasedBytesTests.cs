using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Api.Hooks;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Rehearsal;
using DelingIPraksis.Web.Reporting.Kept;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Pictures;
using DelingIPraksis.Web.Tests.Storage.Kept;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>
/// S9: erased means erased. After each way of erasing, the bytes of the folder and of a later copy are searched, not its rows.
/// </summary>
public sealed class ErasedBytesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;
    private readonly string _copies = Directory.CreateTempSubdirectory("deling-copy-").FullName;

    public void Dispose()
    {
        Directory.Delete(_data, recursive: true);
        Directory.Delete(_copies, recursive: true);
    }

    [Fact]
    public async Task No_byte_is_left_of_a_gathering_that_is_erased_among_many_others()
    {
        // Rows that SQLite moves from page to page leave copies behind: it takes many, of many lengths, written among each other.
        await using var application = TestApplication.Started(_data, _time);
        var random = new Random(20261128);
        List<(TestGathering Gathering, string Word)> all = [];
        for (var number = 0; number < 8; number++) all.Add(await GivenAsync(application, $"Hemmelighet{number:000}xq"));
        for (var change = 0; change < 1_000; change++)
        {
            var (gathering, word) = all[random.Next(all.Count)];
            await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, change % 4 == 0
                ? new ReportTextWritten(Domain.Reports.ReportText.About, $"{word} {new string('y', random.Next(2_000))}")
                : new MessageSent($"{word} {new string('x', random.Next(250))}"));
        }

        foreach (var (gathering, word) in all.Where((_, place) => place % 2 == 0))
        {
            Assert.True(Bytes.Of(_data).Hold(word));
            await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
            Assert.False(Bytes.Of(_data).Hold(word), $"{word} is still in the files.");
            Assert.False(Bytes.Of(_data).Hold($"Kari{word}"));
        }

        Assert.All(all.Where((_, place) => place % 2 == 1), kept => Assert.True(Bytes.Of(_data).Hold(kept.Word)));
        var copy = Path.Combine(_copies, "kopi");
        Assert.Equal((ExitCode.Done, ""), await ApplicationProcess.RunToEndAsync("backup", copy, "--data", _data));
        Assert.All(all.Where((_, place) => place % 2 == 0), erased => Assert.False(Bytes.Of(copy).Hold(erased.Word)));
        Assert.All(all.Where((_, place) => place % 2 == 1), kept => Assert.True(Bytes.Of(copy).Hold(kept.Word)));
    }

    [Fact]
    public async Task No_byte_is_left_of_names_whose_time_is_out_and_what_was_written_stays()
    {
        await using var application = TestApplication.Started(_data, _time);
        var (gathering, word) = await GivenAsync(application, "Ordsomstår");
        await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new RetentionSet(new Retention(1, null)));
        Assert.True(Bytes.Of(_data).Hold($"Kari{word}"));
        _time.Advance(TimeSpan.FromDays(31));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (GatheringView.For(await application.Rooms.ReadAsync(gathering.Id), gathering.Owner).RetentionDates.NamesErasedAt is null)
            patience.Token.ThrowIfCancellationRequested();
        Assert.False(Bytes.Of(_data).Hold($"Kari{word}"));
        Assert.False(Bytes.Of(_data).Hold($"Utkast{word}"));
        Assert.True(Bytes.Of(_data).Hold(word));
        Assert.Empty(await application.Services.GetRequiredService<IPeople>().NamesAsync(gathering.Id));
    }

    /// <summary>A brief is made when it is asked for and is stored nowhere, so there is none to look for.</summary>
    [Fact]
    public async Task No_byte_is_left_of_what_lies_beside_the_log_the_index_presentations_pictures_letters_and_messages()
    {
        const string Word = "Vedsidenavxq";
        await using var application = TestApplication.Started(_data);
        var gathering = await application.Rooms.GivenGatheringAsync();
        var talk = new Talk(new(Guid.CreateVersion7()), Word, [], "");
        await DoAsync(new BlockPut(new Block(new(Guid.CreateVersion7()), "Bolk", "", [talk], false)));
        byte[] presentation = [.. Samples.Pdf(), .. System.Text.Encoding.UTF8.GetBytes($"%{Word}")];
        var file = Guid.CreateVersion7();
        var kept = Assert.IsType<FileOutcome.Kept>(await Get<FileStore>().KeepAsync(
            file, FileOwner.OfGathering(gathering.Id), FileKind.Presentation, $"{Word}.pdf", new MemoryStream(presentation)));
        await DoAsync(new TalkFilePut(talk.Id, new TalkFile(new(file), $"{Word}.pdf", "pdf", kept.File.Size, kept.File.Hash)));
        var (picture, _) = await Get<IReportPictures>().KeepAsync(
            gathering.Id, $"{Word}.png", new MemoryStream(PictureEncoderTests.Drawn(80, 40, SkiaSharp.SKEncodedImageFormat.Png)));
        await DoAsync(new PicturePut(picture! with { Alternative = Word }));
        await Get<MailOutbox>().QueueAsync(
            gathering.Id, "lofter", [new(gathering.Seats[0].Party, $"{Word}@stad.example", "Emne", "Tekst")], DateTimeOffset.UtcNow);
        await Get<Database>().WriteAsync(context =>
        {
            context.Add(new WebhookMessage
            {
                Id = Guid.CreateVersion7(),
                Webhook = Guid.NewGuid(),
                Gathering = gathering.Id,
                Event = WebhookEvent.Closed,
                At = DateTimeOffset.UtcNow,
                NextTryAt = DateTimeOffset.MaxValue,
            });
            return Task.CompletedTask;
        });
        var newest = (await application.Rooms.ReadAsync(gathering.Id)).Sequence;
        var index = Get<ISearchIndex>();
        while (!(await index.IndexedAsync()).TryGetValue(gathering.Id, out var indexed) || indexed.Sequence < newest)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        var files = Directory.GetFiles(Path.Combine(_data, "filer"), "*", SearchOption.AllDirectories).Length;
        Assert.True(files >= 2);
        Assert.True(Bytes.Of(_data).Hold(Word));

        await DoAsync(new GatheringErased());

        foreach (var left in new[] { Word, Word.ToLowerInvariant(), gathering.Seats[0].Party.ToString() })
            Assert.False(Bytes.Of(_data).Hold(left), $"{left} is still in the files.");
        Assert.Empty(Directory.GetFiles(Path.Combine(_data, "filer"), "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(gathering.Id, (await index.IndexedAsync()).Keys);
        Assert.Equal(0, await Get<Database>().ReadAsync(context => context.Set<WebhookMessage>().CountAsync()));

        T Get<T>() where T : notnull => application.Services.GetRequiredService<T>();
        Task DoAsync(Change change) => application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, change);
    }

    [Fact]
    public async Task No_byte_is_left_of_a_rehearsal()
    {
        await using var application = TestApplication.Started(_data, _time);
        var held = await application.Rooms.GivenGatheringAsync("Stad", "Arendal");
        var rehearsals = application.Services.GetRequiredService<Rehearsals>();
        var id = new Id<Gathering>(Guid.CreateVersion7());
        await rehearsals.MakeAsync(
            GatheringView.For(await application.Rooms.ReadAsync(held.Id), held.Owner),
            held.Owner,
            id,
            "Generalprøvetittel",
            5
        );
        Assert.True(Bytes.Of(_data).Hold("Generalprøvetittel"));
        Assert.IsType<Reply.Kept>(await rehearsals.EraseAsync(id, held.Owner));
        Assert.False(Bytes.Of(_data).Hold("Generalprøvetittel"));
    }

    [Fact]
    public async Task No_byte_is_left_of_an_account_that_is_erased_beside_a_service_that_runs()
    {
        await using var application = TestApplication.Started(_data);
        const string Email = "hemmeligkonto@kommune.example";
        await using (var scope = application.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            foreach (var (email, name) in new[] { (Email, "Karihemmeligkonto"), ("ola@kommune.example", "Olasomstår") })
            {
                var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = name };
                Assert.True((await users.CreateAsync(user, "fjorden er blank i dag")).Succeeded);
            }
        }

        // The bytes are read last: a file that is closed in this process gives up the locks of the service, and the command would empty the
        // log.
        foreach (var what in new[] { "close", "erase" })
            Assert.Equal(ExitCode.Done, (await ApplicationProcess.RunToEndAsync("account", what, Email, "--data", _data)).ExitCode);
        Assert.True(Bytes.Of(_data).Hold("Olasomstår"));
        foreach (var word in new[] { "Karihemmeligkonto", Email, Email.ToUpperInvariant() })
            Assert.False(Bytes.Of(_data).Hold(word), $"{word} is still in the files.");
    }

    [Fact]
    public async Task A_draft_that_came_after_its_gathering_was_erased_goes_within_days()
    {
        await using var application = TestApplication.Started(_data, _time);
        var (gathering, _) = await GivenAsync(application, "Borte");
        await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
        await application.Services.GetRequiredService<IDrafts>().KeepAsync(gathering.Seats[0].Person, "note:barrier", "Forsentkommet");
        _time.Advance(TimeSpan.FromDays(2));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Bytes.Of(_data).Hold("Forsentkommet")) patience.Token.ThrowIfCancellationRequested();
    }

    [Fact]
    public async Task A_snapshot_that_is_late_does_not_bring_an_erased_gathering_back()
    {
        await using var application = TestApplication.Started(_data, _time);
        var (gathering, word) = await GivenAsync(application, "Forsentbilde");
        var late = Snapshot.Of(await application.Rooms.ReadAsync(gathering.Id));
        await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
        await application.Services.GetRequiredService<GatheringLog>().KeepSnapshotAsync(late);
        Assert.False(Bytes.Of(_data).Hold(word));
    }

    /// <summary>A gathering that has a word of its own in its title, a name, a draft, a code and a snapshot.</summary>
    private static async Task<(TestGathering Gathering, string Word)> GivenAsync(TestApplication application, string word)
    {
        var gathering = await application.Rooms.GivenGatheringAsync();
        var facts = (await application.Rooms.ReadAsync(gathering.Id)).Facts;
        await application.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new GatheringDescribed(facts with { Title = $"Samling {word}" })
        );
        var code = await application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id);
        using var browser = new Browser(application.Address);
        var person = await browser.JoinAsync(code.ToString(), gathering.Seats[0].Party, $"Kari{word}");
        await application.Services.GetRequiredService<IDrafts>().KeepAsync(person, "note:barrier", $"Utkast{word}");
        await application
            .Services.GetRequiredService<GatheringLog>()
            .KeepSnapshotAsync(Snapshot.Of(await application.Rooms.ReadAsync(gathering.Id)));
        return (gathering, word);
    }
}
