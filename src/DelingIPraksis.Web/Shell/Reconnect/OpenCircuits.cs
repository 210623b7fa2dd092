using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Shell.Reconnect;

/// <summary>The circuits that have a line now, so that they can be asked to pause before the service stops.</summary>
internal sealed class OpenCircuits
{
    private static readonly TimeSpan _onItsWay = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<CircuitWatch, bool> _up = new();

    /// <summary>How many have a line.</summary>
    public int Count => _up.Count;

    public void Up(CircuitWatch circuit) => _up[circuit] = true;

    public void Down(CircuitWatch circuit) => _up.TryRemove(circuit, out _);

    /// <summary>
    /// Asks every page to pause its circuit, and waits until they have or the time is out. A page that has paused holds its own state,
    /// sealed with the keys in the data folder, and goes on with it when the service is back.
    /// </summary>
    public async Task PauseAsync(TimeSpan patience)
    {
        using var out_ = new CancellationTokenSource(patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        var asked = new HashSet<CircuitWatch>();
        try
        {
            do
            {
                // Also the one that came up just now: its page asked whether the service was ready a moment before it was to stop.
                foreach (var circuit in _up.Keys.Where(asked.Add)) _ = circuit.AskToPauseAsync(out_.Token);
            }
            while (!_up.IsEmpty && await look.WaitForNextTickAsync(out_.Token));

            // A circuit is down a moment before its page has what it goes on with: cut there, the page would be fetched anew.
            if (asked.Count > 0) await Task.Delay(_onItsWay, out_.Token);
        }
        catch (OperationCanceledException)
        {
            // Those that are left come back with a new page, and with their words.
        }
    }
}

/// <summary>Tells when one circuit gets its line and loses it.</summary>
internal sealed class CircuitWatch(OpenCircuits all, IJSRuntime js) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        all.Up(this);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        all.Down(this);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        all.Down(this);
        return Task.CompletedTask;
    }

    public async Task AskToPauseAsync(CancellationToken cancellation)
    {
        try
        {
            await js.InvokeVoidAsync("dip.pause", cancellation);
        }
        catch (Exception fault)
            when (fault
                    is JSException
                        or JSDisconnectedException
                        or OperationCanceledException
                        or InvalidOperationException
                        or ObjectDisposedException
            )
        {
            // It is gone, or does not answer: then it is cut off like any line that is lost.
            all.Down(this);
        }
    }
}

/// <summary>Lets the pages pause when the service is asked to stop, before their lines are cut.</summary>
/// <remarks>
/// What is registered last is called first, and the host waits for it; the framework, which cuts the lines, has registered when it was
/// mapped.
/// Together with the host's own time (<c>ShutdownTimeout</c>) it stays below ten seconds.
/// </remarks>
internal sealed class PauseBeforeStop(OpenCircuits circuits, IHostApplicationLifetime lifetime) : IHostedService
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => circuits.PauseAsync(_patience).Wait());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
