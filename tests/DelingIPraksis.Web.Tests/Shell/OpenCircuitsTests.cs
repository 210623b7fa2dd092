using DelingIPraksis.Web.Shell.Reconnect;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>Before the service stops, every page is asked to pause, whenever its line came up.</summary>
public sealed class OpenCircuitsTests
{
    private readonly OpenCircuits _circuits = new();

    [Fact]
    public async Task A_page_that_comes_up_while_the_service_stops_is_asked_too()
    {
        Page late = new(_circuits), first = new(_circuits) { AfterAsked = () => late.Up() };
        first.Up();
        await _circuits.PauseAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 1, 0), (first.Asked, late.Asked, _circuits.Count));
    }

    [Fact]
    public async Task A_page_that_does_not_answer_is_asked_once_and_not_waited_for_longer_than_the_patience()
    {
        var silent = new Page(_circuits) { Pauses = false };
        silent.Up();
        await _circuits.PauseAsync(TimeSpan.FromMilliseconds(200));
        Assert.Equal((1, 1), (silent.Asked, _circuits.Count));
    }

    /// <summary>A browser's page that pauses when it is asked, as js/shell/start.js does.</summary>
    private sealed class Page : IJSRuntime
    {
        private readonly OpenCircuits _all;
        private readonly CircuitWatch _watch;

        public Page(OpenCircuits all) => (_all, _watch) = (all, new CircuitWatch(all, this));

        public int Asked { get; private set; }

        public bool Pauses { get; init; } = true;

        public Action AfterAsked { get; init; } = () => { };

        public void Up() => _all.Up(_watch);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            Assert.Equal("dip.pause", identifier);
            Asked++;
            AfterAsked();
            if (Pauses) _all.Down(_watch);
            return ValueTask.FromResult(default(TValue)!);
        }
    }
}
