using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.Data.Sqlite;
using static DelingIPraksis.Web.Storage.SearchFile;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// What the index knows of the texts beside their words, kept in memory: some 80 bytes for each text. A search without words counts every
/// text that one may see, and a common word is in half of them; to read that many rows from the file was most of such a search
/// (docs/search.md).
/// </summary>
/// <remarks>Whether it is that of the file is seen from the revision of each gathering, within the transaction that reads.</remarks>
internal sealed class IndexRows
{
    /// <summary>How many texts a gathering can have in the index. The rest of a number says which gathering it is.</summary>
    private const int BitsOfPlace = 24;

    private readonly ConcurrentDictionary<Id<Gathering>, Kept> _kept = new();

    private sealed record Kept(string Revision, IndexRow[] Rows);

    /// <summary>The number that the index gives the gathering of a text.</summary>
    public static long GatheringOf(long text) => text >> BitsOfPlace;

    /// <summary>The number of the first text of a gathering.</summary>
    public static long FirstOf(long gathering) => gathering << BitsOfPlace;

    /// <summary>The row with a number, or null.</summary>
    /// <param name="rows">Rows by number.</param>
    /// <param name="number">Which.</param>
    public static IndexRow? Find(IndexRow[] rows, long number)
    {
        int from = 0, to = rows.Length - 1;
        while (from <= to)
        {
            var middle = (from + to) / 2;
            if (rows[middle].Number == number) return rows[middle];
            if (rows[middle].Number < number) from = middle + 1;
            else to = middle - 1;
        }

        return null;
    }

    /// <summary>The rows of gatherings, by the number of the gathering. What has been indexed since is read first.</summary>
    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="gatherings">Which.</param>
    public Dictionary<long, IndexRow[]> Of(SqliteConnection connection, IEnumerable<Id<Gathering>> gatherings)
    {
        var wanted = gatherings.ToHashSet();
        var rows = new Dictionary<long, IndexRow[]>();
        var stale = new List<(Id<Gathering> Id, long Number, string Revision)>();
        using (var all = Command(connection, "SELECT Number, Id, Revision FROM Gathering"))
        using (var row = all.ExecuteReader())
            while (row.Read())
            {
                var (number, id, revision) = (row.GetInt64(0), SearchRows.IdOf(row.GetString(1)), row.GetString(2));
                if (!wanted.Contains(id)) continue;
                if (_kept.TryGetValue(id, out var kept) && kept.Revision == revision) rows[number] = kept.Rows;
                else stale.Add((id, number, revision));
            }

        foreach (var (id, number, revision) in stale)
        {
            var kept = new Kept(revision, Read(connection, id, number));
            _kept[id] = kept;
            rows[number] = kept.Rows;
        }

        return rows;
    }

    /// <summary>Forgets a gathering that has been erased.</summary>
    public void Forget(Id<Gathering> gathering) => _kept.TryRemove(gathering, out _);

    private static IndexRow[] Read(SqliteConnection connection, Id<Gathering> id, long gathering)
    {
        using var command = Command(
            connection,
            "SELECT Number, Readers, Kind, Year, Party, Theme FROM Text WHERE Number >= $first AND Number < $next ORDER BY Number"
        );
        command.Parameters.AddWithValue("$first", FirstOf(gathering));
        command.Parameters.AddWithValue("$next", FirstOf(gathering + 1));
        using var row = command.ExecuteReader();
        var rows = new List<IndexRow>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (row.Read())
            rows.Add(
                new(
                    id,
                    row.GetInt64(0),
                    (Readers)row.GetInt32(1),
                    row.GetInt32(2),
                    row.GetInt32(3),
                    Shared(row.GetString(4)),
                    Shared(row.GetString(5))
                )
            );
        return [.. rows];

        // Names come again for every text of a party.
        string Shared(string name) => names.TryGetValue(name, out var same) ? same : names[name] = name;
    }
}
