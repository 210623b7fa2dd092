using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>The page's one polite live region. What is said within the same moment is said as one message.</summary>
public partial class LiveRegion(Announcer announcer, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);
    private readonly Lock _gate = new();
    private readonly List<string> _waiting = [];
    private ITimer? _timer;
    private string _words = "";
    private int _turn;
    private bool _live;

    protected override void OnInitialized()
    {
        _timer = time.CreateTimer(_ => _ = InvokeAsync(Speak), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        announcer.Announced += Hear;
    }

    // Only where there is a circuit does anything come after the first render.
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        _live = true;
        StateHasChanged();
    }

    public void Dispose()
    {
        announcer.Announced -= Hear;
        _timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Hear(string words)
    {
        lock (_gate)
        {
            if (!_waiting.Contains(words))
                _waiting.Add(words);
            if (_waiting.Count == 1)
                _timer?.Change(Moment, Timeout.InfiniteTimeSpan);
        }
    }

    private void Speak()
    {
        lock (_gate)
        {
            _words = string.Join(" ", _waiting);
            _waiting.Clear();
        }
        // A new element each time: the same sentence twice is otherwise heard once.
        _turn++;
        StateHasChanged();
    }
}
