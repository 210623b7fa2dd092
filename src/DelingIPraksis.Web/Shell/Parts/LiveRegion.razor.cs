using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>The page's only polite live region. Texts that come at almost the same time become one message.</summary>
public partial class LiveRegion(Announcer announcer, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(4);
    private readonly Lock _gate = new();
    private readonly List<string> _waiting = [];
    private readonly Dictionary<string, (int Count, Func<int, string> Words)> _counted = [];
    private ITimer? _timer;
    private ITimer? _counting;
    private string _words = "";
    private int _turn;
    private bool _live;

    protected override void OnInitialized()
    {
        _timer = time.CreateTimer(_ => _ = InvokeAsync(Speak), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _counting = time.CreateTimer(_ => _ = InvokeAsync(CountUp), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        announcer.Announced += Hear;
        announcer.Counted += Count;
    }

    // Without a circuit nothing comes after the first render.
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        _live = true;
        StateHasChanged();
    }

    public void Dispose()
    {
        announcer.Announced -= Hear;
        announcer.Counted -= Count;
        _timer?.Dispose();
        _counting?.Dispose();
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

    private void Count(string what, int more, Func<int, string> words)
    {
        lock (_gate)
        {
            if (_counted.Count == 0)
                _counting?.Change(Calm, Timeout.InfiniteTimeSpan);
            _counted[what] = (_counted.GetValueOrDefault(what).Count + more, words);
        }
    }

    private void CountUp()
    {
        List<(int Count, Func<int, string> Words)> counted;
        lock (_gate)
        {
            counted = [.. _counted.Values];
            _counted.Clear();
        }
        foreach (var (count, words) in counted) Hear(words(count));
    }

    private void Speak()
    {
        lock (_gate)
        {
            _words = string.Join(" ", _waiting);
            _waiting.Clear();
        }
        // Without a new element, a screen reader does not repeat the same sentence.
        _turn++;
        StateHasChanged();
    }
}
