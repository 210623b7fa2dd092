using System.Collections.Concurrent;
using DelingIPraksis.Web.Shell.Watching;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Shell.Reconnect;

/// <summary>The connected circuits, so that they can be asked to pause before the service stops.</summary>
internal sealed class OpenCircuits
{
    private static readonly TimeSpan _onItsWay = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<CircuitWatch, bool> _up = new();

    /// <summary>The number of connected circuits.</summary>
    public int Count => _up.Count;

    public void Up(CircuitWatch circuit)
    {
        if (_up.TryAdd(circuit, true)) Measures.Circuits.Add(1);
    }

    public void Down(CircuitWatch circuit)
    {
        if (_up.TryRemove(circuit, out _)) Measures.Circuits.Add(-1);
    }

    /// <summary>
    /// Asks every page to pause its circuit, and waits until all have paused or the time is out. A paused page holds its own state, sealed
    /// with the keys in the data folder, and resumes when the service is back.
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
                // This includes a circuit that has just connected: its page may have checked that the service was ready right before the
                // stop.
                foreach (var circuit in _up.Keys.Where(asked.Add)) _ = circuit.AskToPauseAsync(out_.Token);
            }
            while (!_up.IsEmpty && await look.WaitForNextTickAsync(out_.Token));

            // A circuit disconnects shortly before its page has received the state to resume from. If the connection is cut then, the page
            // reloads.
            if (asked.Count > 0) await Task.Delay(_onItsWay, out_.Token);
        }
        catch (OperationCanceledException)
        {
            // The pages that have not paused reload, and keep their text.
        }
    }
}

/// <summary>Reports when a circuit connects and disconnects.</summary>
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
            // The page is gone, or does not answer. It is then cut off like any lost connection.
            all.Down(this);
        }
    }
}

/// <summary>Lets the pages pause when the service stops, before their connections are cut.</summary>
/// <remarks>
/// The host calls the last registered callback first, and waits for it. The framework, which cuts the connections, has registered its
/// callback earlier, when it was mapped. Together with the host's own time (<c>ShutdownTimeout</c>) the wait stays below ten seconds.
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
