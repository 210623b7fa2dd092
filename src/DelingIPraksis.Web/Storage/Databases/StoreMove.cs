using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Moves everything from one database to another that is empty: every table of the model, read, written and compared row by row. It is one
/// transaction, so that a move that is stopped halfway has moved nothing. What is moved from is not changed.
/// </summary>
internal static class StoreMove
{
    private const int RowsAtOnce = 500;

    /// <summary>Copies every table, and checks that each became the same.</summary>
    /// <param name="from">What is moved from. Nobody writes to it.</param>
    /// <param name="to">What is moved to, within a transaction.</param>
    /// <returns>How many rows were moved.</returns>
    /// <exception cref="StartRefusedException">The target has rows, or a table did not become the same.</exception>
    public static async Task<int> CopyAsync(AppDbContext from, AppDbContext to)
    {
        from.ChangeTracker.QueryTrackingBehavior = to.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var moved = 0;
        // What others refer to comes first.
        var tables = from.Model.GetEntityTypes().Where(table => !table.IsOwned()).OrderBy(table => table.GetForeignKeys().Count()).ToList();
        await to.Set<HousekeepingNote>().Where(note => note.Name != HousekeepingNote.DatabaseMark).ExecuteDeleteAsync();
        foreach (var table in tables)
            moved += await (Task<int>)typeof(StoreMove)
                .GetMethod(nameof(CopyTableAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(table.ClrType)
                .Invoke(null, [from, to, table])!;
        await to.ContinueNumbersAsync();
        return moved;
    }

    private static async Task<int> CopyTableAsync<T>(AppDbContext from, AppDbContext to, IEntityType table)
        where T : class
    {
        if (await Rows<T>(to).AnyAsync())
            throw new StartRefusedException(
                "Databasen som det skal flyttes til, er ikke tom. Ingenting er endret. Flytt til en tom database og en tom mappe."
            );
        var read = new Digest();
        await foreach (var rows in Rows<T>(from).AsAsyncEnumerable().Chunk(RowsAtOnce))
        {
            foreach (var row in rows) read.Add(table, row);
            to.AddRange(rows.AsEnumerable<object>());
            await to.SaveChangesAsync();
            to.ChangeTracker.Clear();
        }

        var written = new Digest();
        await foreach (var row in Rows<T>(to).AsAsyncEnumerable()) written.Add(table, row);
        if (read.Sum != written.Sum)
            throw new StartRefusedException(
                $"Tabellen {table.GetTableName()} ble ikke lik: {read.Count} rader lest, {written.Count} skrevet. Ingenting er flyttet."
            );
        return read.Count;
    }

    // The mark says which database it is, and stays where it is.
    private static IQueryable<T> Rows<T>(AppDbContext context)
        where T : class => typeof(T) == typeof(HousekeepingNote)
        ? (IQueryable<T>)context.Set<HousekeepingNote>().Where(note => note.Name != HousekeepingNote.DatabaseMark)
        : context.Set<T>();

    /// <summary>A number made of all rows of a table, in whatever order they come.</summary>
    private sealed class Digest
    {
        private readonly byte[] _sum = new byte[SHA256.HashSizeInBytes];

        public int Count { get; private set; }

        public string Sum => $"{Count} {Convert.ToHexString(_sum)}";

        public void Add(IEntityType table, object row)
        {
            var text = new StringBuilder();
            Write(text, table, row);
            foreach (var (place, part) in SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).Index()) _sum[place] ^= part;
            Count++;
        }

        private static void Write(StringBuilder text, ITypeBase type, object row)
        {
            foreach (var property in type.GetProperties().Where(property => property.PropertyInfo is not null))
            {
                var value = property.PropertyInfo!.GetValue(row);
                var stored = value is null ? null : property.GetValueConverter()?.ConvertToProvider(value) ?? value;
                text.Append(property.Name).Append('=').Append(TextOf(stored)).Append('\0');
            }

            if (type is not IEntityType entity) return;
            foreach (var owned in entity.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned()))
                if (owned.PropertyInfo?.GetValue(row) is { } part)
                    Write(text, owned.TargetEntityType, part);
        }

        private static string TextOf(object? value) => value switch
        {
            null => "null",
            // A draft may have signs that PostgreSQL leaves out.
            string text => $"«{PostgresText.Storable(text)}»",
            byte[] bytes => Convert.ToHexString(bytes),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable list => string.Join(',', list.Cast<object?>().Select(TextOf)),
            _ => value.ToString() ?? "",
        };
    }
}
