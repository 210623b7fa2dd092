using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access;

/// <summary>
/// Errors that are not the user's fault: the disk is full, the folder is missing, the database is not available. They become a message and
/// a new attempt.
/// </summary>
internal static class StorageErrors
{
    public static bool IsTransient(Exception fault) => fault is DbException or DbUpdateException or IOException;
}
