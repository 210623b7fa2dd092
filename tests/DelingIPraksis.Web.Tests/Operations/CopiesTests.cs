using DelingIPraksis.Support;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Operations;

/// <summary>K1: copies on a schedule and the trial of the newest, in the real service, on a clock that the test moves.</summary>
public sealed class CopiesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-copies-").FullName;

    private string Copies => Path.Combine(_folder, "kopier");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_copy_is_taken_when_it_is_time_and_the_oldest_of_ours_goes()
    {
        string[] others = ["deling-kopi-fra-i-fjor", "deling-20260101-090000"];
        foreach (var other in others) Directory.CreateDirectory(Path.Combine(Copies, other));
        // What a stop in the middle of a copy has left.
        Directory.CreateDirectory(Path.Combine(Copies, "deling-20261101-090000.abcdefgh.ijk.ny"));
        await using var application = Started();
        await application.Rooms.GivenGatheringAsync();
        await Until.SoAsync(() => Task.FromResult(Names() is ["deling-20261130-090000"]));
        _time.Advance(TimeSpan.FromHours(24));
        await Until.SoAsync(() => Task.FromResult(Names() is ["deling-20261130-090000", "deling-20261201-090000"]));
        _time.Advance(TimeSpan.FromHours(24));
        await Until.SoAsync(() => Task.FromResult(Names() is ["deling-20261201-090000", "deling-20261202-090000"]));
        Assert.Equal(
            others.Concat(Names()).Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Copies).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(
            Directory.EnumerateFileSystemEntries(Path.Combine(Copies, Names()[0]), "*", SearchOption.AllDirectories),
            path => Assert.False(PrivateFiles.IsOpenToOthers(path), path)
        );

        // A copy that the clock was wrong for, does not put the next one off.
        var taker = application.Services.GetRequiredService<CopyTaker>();
        Directory.Move(Path.Combine(Copies, Names()[1]), Path.Combine(Copies, "deling-20990101-000000"));
        Assert.True(taker.IsDue);
        _time.Advance(TimeSpan.FromHours(1));
        await Until.SoAsync(() => Task.FromResult(Names() is ["deling-20261202-100000", "deling-20990101-000000"]));
        Assert.False(taker.IsDue);
    }

    [Fact]
    public async Task The_newest_copy_is_restored_as_a_trial_each_month_and_the_result_is_kept()
    {
        TrialResult first;
        await using (var application = Started())
        {
            await application.Rooms.GivenBoardAsync();
            var trial = application.Services.GetRequiredService<RestoreTrial>();
            await Until.SoAsync(async () => await trial.LastAsync() is not null);
            await application.Services.GetRequiredService<CopyTaker>().TakeAsync();
            first = (await trial.LastAsync())!;
            Assert.Equal(("deling-20261130-090000", (CopyFault?)null), (first.Copy, first.Fault));
        }

        await using var again = Started();
        Assert.False(await again.Services.GetRequiredService<RestoreTrial>().IsDueAsync());
        _time.Advance(TimeSpan.FromDays(31));
        await Until.SoAsync(async () => (await LastAsync(again))!.At > first.At);
        var second = (await LastAsync(again))!;
        Assert.Equal(("deling-20261231-090000", 1, (CopyFault?)null), (second.Copy, second.Gatherings, second.Fault));
        Assert.True(second.Entries > 2);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Copies), path => path.EndsWith(".ny", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("gap")]
    [InlineData("file")]
    public async Task A_copy_that_cannot_be_used_is_found_by_the_trial(string damage)
    {
        await using var application = Started();
        var trial = application.Services.GetRequiredService<RestoreTrial>();
        await Until.SoAsync(async () => await trial.LastAsync() is not null);
        await application.Rooms.GivenBoardAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await application.Services.GetRequiredService<CopyTaker>().TakeAsync());
        var copy = new DataFolder(Path.Combine(Copies, "deling-20261130-090001"));
        if (damage == "text") await File.WriteAllTextAsync(copy.Database, "Dette er ikke en database.", Token);
        else
            Storage.TestStore.Tamper(
                copy.Path,
                damage == "gap"
                    ? "DELETE FROM Log WHERE Sequence = 2;"
                    : "INSERT INTO Files (Id, Hash, Gathering, Kind, Name, Format, Size, At) SELECT Id, '" + new string('a', 64)
                        + "', Id, 'Presentation', 'x', 'Pdf', 1, 0 FROM Gatherings;"
            );
        Assert.Equal(CopyFault.Damaged, (await trial.RunAsync())!.Fault);
        Assert.Equal(CopyFault.Damaged, (await trial.LastAsync())!.Fault);
        // The next day there is another copy, and the trial is of that one.
        await Until.SoAsync(async () =>
        {
            _time.Advance(CopyService.Pause);
            return (await trial.LastAsync())!.Fault is null;
        });
    }

    [Fact]
    public async Task A_copy_that_fails_is_told_and_tried_again()
    {
        // The administrator of the tests may write anywhere, so a file stands where the folder should be.
        await File.WriteAllTextAsync(Copies, "", Token);
        await using var application = Started();
        var taker = application.Services.GetRequiredService<CopyTaker>();
        await Until.SoAsync(() => Task.FromResult(taker.Fault is not null));
        Assert.Equal(CopyFault.NoAccess, taker.Fault);
        File.Delete(Copies);
        _time.Advance(CopyService.Pause);
        await Until.SoAsync(() => Task.FromResult(taker.Fault is null));
        Assert.Equal(["deling-20261130-100000"], Names());
    }

    [Theory]
    [InlineData("/srv/kopier", "1.00:00:00", 1, null)]
    [InlineData("/srv/deling/../kopier", "00:01:00", 1000, null)]
    [InlineData("/srv/deling-kopier", "31.00:00:00", 14, null)]
    [InlineData("/srv/deling", "1.00:00:00", 14, "datamappa")]
    [InlineData("/srv/deling/kopier", "1.00:00:00", 14, "datamappa")]
    [InlineData("/srv/kopier", "24:00", 14, null)]
    [InlineData("/srv/kopier", "744:00:00", 14, null)]
    [InlineData("/srv/kopier", "00:00:01", 14, "Copies:Every")]
    [InlineData("/srv/kopier", "daglig", 14, "Copies:Every")]
    [InlineData("/srv/kopier", "", 14, "Copies:Every")]
    [InlineData("/srv/kopier", "32.00:00:00", 14, "Copies:Every")]
    [InlineData("/srv/kopier", "1.00:00:00", 0, "Copies:Keep")]
    public void A_setting_that_cannot_be_right_is_told(string folder, string every, int keep, string? told)
    {
        var validator = new CopyOptionsValidator(Options.Create(new StartOptions { Data = "/srv/deling" }));
        var options = new CopyOptions
        {
            Folder = folder,
            Every = every,
            Keep = keep,
        };
        var result = validator.Validate(null, options);
        if (told is null) Assert.True(result.Succeeded);
        else Assert.Contains(told, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<TrialResult?> LastAsync(TestApplication application) =>
        application.Services.GetRequiredService<RestoreTrial>().LastAsync();

    private TestApplication Started() =>
        new TestApplication(
            Path.Combine(_folder, "data"),
            _time,
            settings: [("Copies:Folder", Copies), ("Copies:Every", "24:00:00"), ("Copies:Keep", "2")]
        ).Start();

    /// <summary>The copies, the oldest first.</summary>
    private string[] Names() => [.. new CopyFolder(Copies).Copies.Select(copy => Path.GetFileName(copy.Path)).Reverse()];
}
