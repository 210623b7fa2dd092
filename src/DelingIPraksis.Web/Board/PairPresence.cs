using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// Who is here, as far as one board shows it: the people of its pair, where they write, and in a small gathering which parties have
/// come.
/// </summary>
public sealed class PairPresence : IEquatable<PairPresence>
{
    /// <summary>The most parties a gathering may have for everybody to see who has come.</summary>
    public const int Small = 24;

    public static readonly PairPresence None = new([], [], []);

    private PairPresence(
        ImmutableArray<KeyValuePair<Id<Person>, Id<Party>>> people,
        ImmutableArray<Writing> writing,
        ImmutableSortedSet<Id<Party>> parties
    ) => (People, Writing, Parties) = (people, writing, parties);

    /// <summary>The people of this board's pair, with the party each takes part for.</summary>
    public ImmutableArray<KeyValuePair<Id<Person>, Id<Party>>> People { get; }

    /// <summary>Where the people of this board's pair write.</summary>
    public ImmutableArray<Writing> Writing { get; }

    /// <summary>The parties that have somebody here; empty in a large gathering.</summary>
    public ImmutableSortedSet<Id<Party>> Parties { get; }

    public static PairPresence Of(PresenceSnapshot presence, ImmutableHashSet<Id<Party>> circle, bool all) => new(
        [.. presence.People.Where(person => circle.Contains(person.Value)).OrderBy(person => person.Key)],
        [.. presence.Writing.Where(writing => circle.Contains(writing.Party))],
        all ? [.. presence.People.Values] : []);

    public bool Equals(PairPresence? other) => other is not null
        && People.SequenceEqual(other.People) && Writing.SequenceEqual(other.Writing) && Parties.SetEquals(other.Parties);

    public override bool Equals(object? obj) => Equals(obj as PairPresence);

    public override int GetHashCode() => HashCode.Combine(People.Length, Writing.Length, Parties.Count);
}
