using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access;

/// <summary>
/// Faults that are nobody's mistake: the disk is full, the folder is gone, the database is away. They become a sentence and a new try.
/// </summary>
internal static class Storing
{
    public static bool IsAway(Exception fault) => fault is DbException or DbUpdateException or IOException;
}
