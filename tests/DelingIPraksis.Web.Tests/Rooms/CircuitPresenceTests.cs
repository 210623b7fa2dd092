using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>A page without a line is nobody who is here, however long its circuit is kept.</summary>
public sealed class CircuitPresenceTests
{
    private static readonly Id<Gathering> Gathering = new(Guid.NewGuid());
    private static readonly Id<Person> Person = new(Guid.NewGuid());
    private static readonly Id<Party> Party = new(Guid.NewGuid());
    private readonly Presence _presence = new();

    [Fact]
    public async Task Who_loses_the_line_is_gone_at_once_and_here_again_when_it_is_back()
    {
        var circuit = new CircuitPresence(_presence);
        using var screen = circuit.Enter(Gathering, Person, Party);
        Assert.Contains(Party, _presence.Of(Gathering).Parties);
        await circuit.OnConnectionDownAsync(null!, default);
        Assert.Empty(_presence.Of(Gathering).Parties);
        // A line that is told of twice counts once.
        await circuit.OnConnectionUpAsync(null!, default);
        await circuit.OnConnectionUpAsync(null!, default);
        Assert.Equal(1, _presence.Of(Gathering).CountOf(Party));
        screen.Dispose();
        Assert.Empty(_presence.Of(Gathering).Parties);
    }

    [Fact]
    public async Task A_screen_that_closes_while_the_line_is_down_never_comes_back()
    {
        var circuit = new CircuitPresence(_presence);
        var screen = circuit.Enter(Gathering, Person, Party);
        await circuit.OnConnectionDownAsync(null!, default);
        screen.Dispose();
        await circuit.OnConnectionUpAsync(null!, default);
        Assert.Empty(_presence.Of(Gathering).Parties);
    }

    [Fact]
    public async Task Somebody_with_two_pages_is_here_until_both_have_lost_the_line()
    {
        var (one, other) = (new CircuitPresence(_presence), new CircuitPresence(_presence));
        using var first = one.Enter(Gathering, Person, Party);
        using var second = other.Enter(Gathering, Person, Party);
        await one.OnConnectionDownAsync(null!, default);
        Assert.Contains(Party, _presence.Of(Gathering).Parties);
        await other.OnConnectionDownAsync(null!, default);
        Assert.Empty(_presence.Of(Gathering).Parties);
    }
}
