using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// Who has the desk of a gathering open, and which point each edits. In this node's memory, as all presence: made again by the desks
/// that are open, never in the rules, never on disk.
/// </summary>
internal sealed class DeskPresence
{
    private readonly ConcurrentDictionary<Id<Gathering>, Table> _tables = new();

    /// <summary>Registers an open desk. Dispose the seat when the desk is closed.</summary>
    public DeskSeat Sit(Id<Gathering> gathering, string name, Func<Task> onChange)
    {
        var table = _tables.GetOrAdd(gathering, _ => new Table());
        var seat = new DeskSeat(table, name, new CoalescedListener(onChange));
        table.Change(seats => seats.Add(seat), seat);
        return seat;
    }

    internal sealed class Table
    {
        private ImmutableList<DeskSeat> _seats = [];

        public ImmutableList<DeskSeat> Seats => Volatile.Read(ref _seats);

        public void Change(Func<ImmutableList<DeskSeat>, ImmutableList<DeskSeat>> change, DeskSeat by)
        {
            ImmutableInterlocked.Update(ref _seats, change);
            Tell(by);
        }

        /// <summary>Notifies the other desks, not the one that changed.</summary>
        public void Tell(DeskSeat by)
        {
            foreach (var seat in Seats)
                if (seat != by) seat.Listener.Signal();
        }
    }
}

/// <summary>A place at the desk.</summary>
internal sealed class DeskSeat(DeskPresence.Table table, string name, CoalescedListener listener) : IDisposable
{
    private Id<Point>? _at;

    public CoalescedListener Listener => listener;

    /// <summary>The others at the desk, each name once, in the order they came.</summary>
    public IEnumerable<string> Others => table.Seats.Where(seat => seat != this).Select(seat => seat.Name).Distinct();

    /// <summary>The others and where each is, as one value to compare.</summary>
    public string Company => string.Join('\n', table.Seats.Where(seat => seat != this).Select(seat => $"{seat.Name} {seat._at}"));

    private string Name => name;

    /// <summary>Who else edits a point, or null.</summary>
    public string? WhoIsAt(Id<Point> point) => table.Seats.Find(seat => seat != this && seat._at == point)?.Name;

    /// <summary>Sets the point that is edited here, or null.</summary>
    public void IsAt(Id<Point>? point)
    {
        if (_at == point) return;
        _at = point;
        table.Tell(this);
    }

    public void Dispose() => table.Change(seats => seats.Remove(this), this);
}
