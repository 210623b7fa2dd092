using System.Globalization;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>
/// Says whether the machine's time of day may be acted on by whoever erases for good. A time that lies close after what was believed before
/// may; one that has
/// leapt far ahead only after the service has run for a day on it, so that somebody can see that the clock is wrong, and set it.
/// </summary>
/// <remarks>
/// Both what was believed and how long a doubted time has run are kept in the database: a machine that is started for an hour a day comes
/// there too.
/// </remarks>
internal sealed class ClockTrust(Database database, TimeProvider time, ILogger<ClockTrust> logger) : IDisposable
{
    /// <summary>A service that was away for so long is believed at once.</summary>
    public static readonly TimeSpan Plausible = TimeSpan.FromDays(30);

    /// <summary>How long a service must run on a time of day that is not plausible.</summary>
    public static readonly TimeSpan Enough = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (DateTimeOffset Clock, long Timestamp)? _lastLook;

    /// <summary>Looks at the clock now, and says whether it is believed.</summary>
    public async Task<bool> LookAsync()
    {
        // Two looks at once would each count the time that has run since the one before.
        await _turn.WaitAsync();
        try
        {
            return await LookInTurnAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> LookInTurnAsync()
    {
        var (now, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        var ran = _lastLook is { } last ? time.GetElapsedTime(last.Timestamp, timestamp) : TimeSpan.Zero;
        var believed = false;
        await database.WriteAsync(async context =>
        {
            var trusted = await TrustedAsync(context, now);
            var doubted = Doubt.Read(await context.NoteAsync(HousekeepingNote.DoubtedClock));
            // A time that was doubted and has gone on from there is the same time; one that has leapt again is a new doubt.
            var since = doubted is not null && IsPlausible(doubted.Clock, now, ran) ? doubted.Ran + ran : TimeSpan.Zero;
            believed = IsPlausible(trusted, now, ran) || since >= Enough;
            if (believed) await context.NoteAsync(HousekeepingNote.TrustedClock, now.ToString("O", CultureInfo.InvariantCulture));
            else if (doubted is null) AccessLog.ClockDoubted(logger, (int)(now - trusted).TotalDays);
            await context.NoteAsync(HousekeepingNote.DoubtedClock, believed ? null : new Doubt(now, since).Write());
        });
        _lastLook = (now, timestamp);
        return believed;
    }

    private static bool IsPlausible(DateTimeOffset before, DateTimeOffset now, TimeSpan ran) => now - before <= Plausible + ran;

    /// <summary>What was believed last; in a database that has never been asked, the newest thing in it; in an empty one, now.</summary>
    private static async Task<DateTimeOffset> TrustedAsync(AppDbContext context, DateTimeOffset now) =>
        Time(await context.NoteAsync(HousekeepingNote.TrustedClock))
        ?? await context.Log.MaxAsync(entry => (DateTimeOffset?)entry.At)
        ?? now;

    private static DateTimeOffset? Time(string? written) =>
        DateTimeOffset.TryParseExact(written, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private sealed record Doubt(DateTimeOffset Clock, TimeSpan Ran)
    {
        public static Doubt? Read(string? written) =>
            written?.Split(' ') is [var clock, var ran]
            && Time(clock) is { } at
            && TimeSpan.TryParseExact(ran, "c", CultureInfo.InvariantCulture, out var so)
                ? new(at, so)
                : null;

        public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Clock:O} {Ran:c}");
    }
}
