using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// The presence of the screens of one circuit. Hazard: a circuit is kept for minutes after its connection is lost, so that the page can
/// come back. A page without a connection is not present. The server counts the connection as lost when the page has been silent longer
/// than the hub allows.
/// </summary>
internal sealed class CircuitPresence(Presence presence) : CircuitHandler
{
    private readonly List<Screen> _screens = [];
    private readonly Lock _gate = new();
    private bool _hasLine = true;

    /// <summary>Registers an open screen of this circuit. Dispose it when the screen closes.</summary>
    public IDisposable Enter(Id<Gathering> gathering, Id<Person> person, Id<Party> party)
    {
        var screen = new Screen(this, () => presence.Enter(gathering, person, party));
        lock (_gate)
        {
            _screens.Add(screen);
            screen.Set(_hasLine);
        }

        return screen;
    }

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(hasLine: true);

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(hasLine: false);

    private Task SetAsync(bool hasLine)
    {
        lock (_gate)
        {
            _hasLine = hasLine;
            foreach (var screen in _screens) screen.Set(hasLine);
        }

        return Task.CompletedTask;
    }

    private sealed class Screen(CircuitPresence circuit, Func<IDisposable> enter) : IDisposable
    {
        private IDisposable? _here;

        /// <summary>Call this only inside the circuit's gate.</summary>
        public void Set(bool isHere)
        {
            if (isHere) _here ??= enter();
            else Leave();
        }

        public void Dispose()
        {
            lock (circuit._gate)
            {
                circuit._screens.Remove(this);
                Leave();
            }
        }

        private void Leave()
        {
            _here?.Dispose();
            _here = null;
        }
    }
}
