using System.Globalization;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>
/// Decides whether the machine's clock can be trusted for permanent erasures. A time close after the last trusted time is trusted. A time
/// far ahead is trusted only after the service has run for a day with it, so that the administrator can notice and correct a wrong clock.
/// </summary>
/// <remarks>
/// The last trusted time, and how long a doubted time has run, are stored in the database. So a machine that runs for an hour a day gets
/// there too.
/// </remarks>
internal sealed class ClockTrust(Database database, TimeProvider time, ILogger<ClockTrust> logger) : IDisposable
{
    /// <summary>The longest jump ahead that is trusted at once.</summary>
    public static readonly TimeSpan Plausible = TimeSpan.FromDays(30);

    /// <summary>How long the service must run with a doubted time before it is trusted.</summary>
    public static readonly TimeSpan Enough = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (DateTimeOffset Clock, long Timestamp)? _lastLook;

    /// <summary>Checks the clock now, and returns whether it is trusted.</summary>
    public async Task<bool> LookAsync()
    {
        // Two checks at the same time would each count the time since the check before.
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
            // A doubted time that has run on from there is the same doubt. A time that has jumped again is a new doubt.
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

    /// <summary>The last trusted time; in a database that has none, the newest time stored in it; in an empty database, now.</summary>
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
