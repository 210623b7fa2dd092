using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>
/// One open page of a report that is being corrected: the report, what was before, and whether the last correction is kept. Corrections are
/// kept one after the other, the newest last.
/// </summary>
internal sealed class EarlierSession(EarlierDrafts drafts, Guid id, Id<User> owner, string name, EarlierReport report) : IDisposable
{
    // Each is the whole report, but the pieces that are alike are shared.
    private const int MostBefore = 100;

    private readonly Stack<EarlierReport> _before = new();
    private readonly SemaphoreSlim _turn = new(1);

    public Guid Id => id;

    public Id<User> Owner => owner;

    public string Name => name;

    public EarlierReport Report { get; private set; } = report;

    /// <summary>The piece whose fields are open, or null.</summary>
    public int? Open { get; set; }

    /// <summary>Whether the newest correction is on the disk.</summary>
    public bool IsKept { get; private set; } = true;

    public bool CanUndo => _before.Count > 0;

    /// <summary>Makes a correction and keeps it. It stands on the page also when it could not be kept.</summary>
    public Task CorrectAsync(Func<EarlierReport, EarlierReport> correct)
    {
        var after = correct(Report);
        if (ReferenceEquals(after, Report)) return Task.CompletedTask;
        if (_before.Count < MostBefore) _before.Push(Report);
        Report = after;
        return KeepAsync();
    }

    /// <summary>Shows the report as it was before the last correction.</summary>
    public Task UndoAsync()
    {
        if (!_before.TryPop(out var before)) return Task.CompletedTask;
        Report = before;
        return KeepAsync();
    }

    public void Dispose() => _turn.Dispose();

    private async Task KeepAsync()
    {
        IsKept = false;
        var newest = Report;
        await _turn.WaitAsync();
        try
        {
            // A later correction has the earlier ones in it.
            if (ReferenceEquals(newest, Report)) IsKept = await drafts.WriteAsync(id, owner, newest) && ReferenceEquals(newest, Report);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // The page says that it is not kept, and the next correction tries again.
        }
        finally
        {
            _turn.Release();
        }
    }
}
