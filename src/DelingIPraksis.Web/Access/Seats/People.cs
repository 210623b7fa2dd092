using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>The names, read once for each gathering and updated when people join, because a thousand screens ask for them.</summary>
internal sealed class People : IPeople
{
    private readonly ConcurrentDictionary<Id<Gathering>, Names> _gatherings = new();
    private readonly Database _database;

    public People(Database database, GatheringErasure erasure)
    {
        _database = database;
        erasure.NamesGone += gathering => _gatherings.TryRemove(gathering, out _);
    }

    public async ValueTask<IReadOnlyDictionary<Id<Person>, string>> NamesAsync(Id<Gathering> gathering)
    {
        var names = _gatherings.GetOrAdd(gathering, static _ => new Names());
        if (!names.Read) await ReadAsync(gathering, names);
        return names.ByPerson;
    }

    /// <summary>Updates a name after it was given, changed or removed durably.</summary>
    public void Learn(Id<Gathering> gathering, Id<Person> person, string? name)
    {
        var names = _gatherings.GetOrAdd(gathering, static _ => new Names());
        if (string.IsNullOrEmpty(name)) names.ByPerson.TryRemove(person, out _);
        else names.ByPerson[person] = name;
    }

    private async Task ReadAsync(Id<Gathering> gathering, Names names)
    {
        var rows = await _database.ReadAsync(context => context.Set<Participant>()
            .Where(participant => participant.Gathering == gathering && participant.RemovedAt == null && participant.Name != null)
            .Select(participant => new { participant.Person, participant.Name })
            .ToListAsync());
        // A name that was learnt during this read is newer.
        foreach (var row in rows) names.ByPerson.TryAdd(row.Person, row.Name!);
        names.Read = true;
    }

    private sealed class Names
    {
        public readonly ConcurrentDictionary<Id<Person>, string> ByPerson = new();

        public volatile bool Read;
    }
}
