using System.Net;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>
/// What is told at the door of how long things are kept is what happens, in the real service and its database, on a clock that the test
/// moves.
/// </summary>
public sealed class RetentionServiceTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;

    [Fact]
    public async Task Names_go_on_the_day_that_was_told_at_the_door_and_what_was_written_stays()
    {
        await using var application = Started();
        var (told, later, never) = (
            await GivenAsync(application, new Retention(1, null)),
            await GivenAsync(application, new Retention(1, null)),
            await GivenAsync(application, new Retention(null, null))
        );
        Assert.Contains("navnet ditt fjernes 25. desember 2026.", await DoorAsync(application, told), StringComparison.Ordinal);
        Assert.Contains("til arrangøren sletter samlingen.", await DoorAsync(application, never), StringComparison.Ordinal);
        await application.Rooms.MustKeepAsync(told.Id, told.Seats[0].Actor, new HelpAsked(Domain.GroupWork.HelpReason.Unsure));
        // One may change one's mind at any time before the day.
        await application.Rooms.MustKeepAsync(later.Id, later.Owner, new RetentionSet(new Retention(2, null)));

        _time.Advance(TimeSpan.FromDays(31));
        await UntilAsync(async () => await NamesAsync(application, told) == 0);

        var seen = GatheringView.For(await application.Rooms.ReadAsync(told.Id), told.Owner);
        Assert.NotNull(seen.RetentionDates.NamesErasedAt);
        Assert.NotNull(seen.ProgressOf(told.Seats[0].Party)!.Help);
        Assert.Equal(3, seen.Joined().Values.Sum());
        Assert.Empty(await application.Services.GetRequiredService<IPeople>().NamesAsync(told.Id));
        Assert.Equal(1, await NamesAsync(application, later));
        Assert.Equal(1, await NamesAsync(application, never));

        _time.Advance(TimeSpan.FromDays(31));
        await UntilAsync(async () => await NamesAsync(application, later) == 0);
    }

    [Fact]
    public async Task A_day_that_passes_while_the_service_is_down_is_taken_when_it_starts()
    {
        TestGathering due, kept;
        await using (var before = Started())
        {
            (due, kept) = (await GivenAsync(before, new Retention(null, 1)), await GivenAsync(before, new Retention(null, 3)));
            Assert.Contains("alt slettes 25. desember 2026, også navnet ditt.", await DoorAsync(before, due), StringComparison.Ordinal);
        }

        _time.Advance(TimeSpan.FromDays(29));
        await using (var early = Started()) await LookedAsync(early);
        _time.Advance(TimeSpan.FromDays(11));
        await using var after = Started();
        await UntilAsync(async () => (await after.RowsOfAsync(due.Id)).TrueForAll(there => there.Rows == 0));
        Assert.False((await after.Rooms.ReadAsync(due.Id)).Exists);
        Assert.True((await after.Rooms.ReadAsync(kept.Id)).Exists);
        Assert.Equal(1, await NamesAsync(after, kept));
    }

    [Fact]
    public async Task An_erasure_that_a_stop_came_in_the_middle_of_is_finished()
    {
        TestGathering erased;
        await using (var before = Started())
        {
            erased = await GivenAsync(before, Retention.Usual);
            // As a kill between the entry and the emptying leaves it.
            var last = new Entry(
                (await before.Rooms.ReadAsync(erased.Id)).Sequence + 1,
                Guid.CreateVersion7(),
                _time.GetUtcNow(),
                erased.Owner,
                new GatheringErased()
            );
            await before.Services.GetRequiredService<GatheringLog>().AppendAsync(erased.Id, [last], [LogEntry.From(erased.Id, last)]);
            // The other rows are left, and no list shows it any more.
            Assert.DoesNotContain(
                await before.Services.GetRequiredService<GatheringLists>().OfAsync(erased.Owner.User),
                listed => listed.Id == erased.Id
            );
            Assert.Contains(await before.RowsOfAsync(erased.Id), there => there.Rows > 0);
        }

        await using var after = Started();
        await UntilAsync(async () => (await after.RowsOfAsync(erased.Id)).TrueForAll(there => there.Rows == 0));
    }

    [Fact]
    public async Task What_is_erased_is_gone_before_it_is_answered_by_whatever_way_it_was_asked()
    {
        await using var application = Started();
        var erased = await GivenAsync(application, Retention.Usual);
        await application.Rooms.MustKeepAsync(erased.Id, erased.Owner, new GatheringErased());
        Assert.All(await application.RowsOfAsync(erased.Id), there => Assert.Equal((there.Table, 0), there));
        Assert.Empty(await application.Services.GetRequiredService<IPeople>().NamesAsync(erased.Id));
    }

    [Fact]
    public async Task A_clock_that_leaps_erases_nothing_before_the_service_has_run_a_day_on_it()
    {
        TestGathering due;
        await using (var before = Started())
        {
            due = await GivenAsync(before, new Retention(null, 1));
            await LookedAsync(before);
        }

        _time.Advance(TimeSpan.FromDays(400));
        await using var wrong = Started();
        await LookedAsync(wrong);
        var first = await DoubtAsync(wrong);
        Assert.NotNull(first);
        _time.Advance(TimeSpan.FromHours(20));
        await MinuteByMinuteAsync(async () => await DoubtAsync(wrong) != first);
        Assert.NotNull(await DoubtAsync(wrong));
        Assert.True((await wrong.Rooms.ReadAsync(due.Id)).Exists);
        Assert.Equal(1, await NamesAsync(wrong, due));
        await MinuteByMinuteAsync(async () => (await wrong.RowsOfAsync(due.Id)).TrueForAll(there => there.Rows == 0));
        Assert.Null(await DoubtAsync(wrong));
    }

    [Fact]
    public async Task A_clock_that_was_wrong_and_is_set_right_is_believed_at_once()
    {
        TestGathering due;
        await using (var before = Started())
        {
            due = await GivenAsync(before, new Retention(null, 1));
            await LookedAsync(before);
        }

        var ahead = new FakeTimeProvider(_time.GetUtcNow().AddDays(400));
        await using (var wrong = TestApplication.Started(_data, ahead)) await LookedAsync(wrong, ahead);
        await using (var right = Started())
        {
            await LookedAsync(right);
            Assert.True((await right.Rooms.ReadAsync(due.Id)).Exists);
            Assert.Null(await DoubtAsync(right));
        }

        // Wrong again, and as far ahead: it has not run a day.
        ahead.Advance(TimeSpan.FromDays(2));
        await using var again = TestApplication.Started(_data, ahead);
        await LookedAsync(again, ahead);
        Assert.True((await again.Rooms.ReadAsync(due.Id)).Exists);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    /// <summary>The keeper has looked at the clock as it is now.</summary>
    private static Task LookedAsync(TestApplication application, TimeProvider time) =>
        UntilAsync(async () =>
            await application
                .Services.GetRequiredService<Database>()
                .ReadAsync(async context =>
        (await context.NoteAsync(HousekeepingNote.TrustedClock) ?? "").StartsWith(Written(time), StringComparison.Ordinal)
        || (await context.NoteAsync(HousekeepingNote.DoubtedClock) ?? "").StartsWith(Written(time), StringComparison.Ordinal)));

    private static Task<string?> DoubtAsync(TestApplication application) =>
        application.Services.GetRequiredService<Database>().ReadAsync(context => context.NoteAsync(HousekeepingNote.DoubtedClock));

    // The keeper sets its next look when it has ended the one before: time goes on until then.
    private Task MinuteByMinuteAsync(Func<Task<bool>> isSo) => UntilAsync(async () =>
    {
        if (await isSo()) return true;
        _time.Advance(TimeSpan.FromMinutes(1));
        return false;
    });

    private static string Written(TimeProvider time) => time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private Task LookedAsync(TestApplication application) => LookedAsync(application, _time);

    private TestApplication Started() => TestApplication.Started(_data, _time);

    /// <summary>A gathering that is kept so long, where somebody has come in by the door with a name.</summary>
    private static async Task<TestGathering> GivenAsync(TestApplication application, Retention retention)
    {
        var gathering = await application.Rooms.GivenGatheringAsync();
        await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new RetentionSet(retention));
        var code = await application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id);
        using var browser = new Support.Browser(application.Address);
        await browser.JoinAsync(code.ToString(), gathering.Seats[0].Party, "Kari Nordmann");
        return gathering;
    }

    private static async Task<string> DoorAsync(TestApplication application, TestGathering gathering)
    {
        using var browser = new Support.Browser(application.Address);
        var code = await application.Services.GetRequiredService<JoinCodes>().OfAsync(gathering.Id);
        return WebUtility.HtmlDecode(await browser.Http.GetStringAsync(new Uri($"/k/{code}", UriKind.Relative)));
    }

    private static async Task<int> NamesAsync(TestApplication application, TestGathering gathering)
    {
        await using var context = await application.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await context.Set<Participant>().CountAsync(person => person.Gathering == gathering.Id && person.Name != null);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo()) patience.Token.ThrowIfCancellationRequested();
    }
}
