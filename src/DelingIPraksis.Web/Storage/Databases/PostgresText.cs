using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Makes every text that goes to PostgreSQL one that it can store. Hazard: it refuses the sign NUL, and half of a pair of surrogates, and
/// all that was to be written together with such a text, of others too, would be lost with it. NUL is left out, and half a pair becomes
/// «�», as in SQLite.
/// </summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
            if (parameter.Value is string text)
                parameter.Value = Storable(text);
    }

    /// <summary>The text as PostgreSQL stores it; nearly always the same.</summary>
    internal static string Storable(string text) => IsStorable(text)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal)));

    private static bool IsStorable(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] == '\0') return false;
            if (!char.IsSurrogate(text[place])) continue;
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1])) return false;
            place++;
        }

        return true;
    }
}
