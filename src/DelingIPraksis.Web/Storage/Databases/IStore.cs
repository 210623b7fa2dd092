using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// The database under the storage: a file with SQLite, or a server with PostgreSQL. What differs between the two stands behind this, in
/// <see cref="Tables"/> and in <see cref="StoreFault"/>; all else is the same model and the same queries.
/// </summary>
internal interface IStore
{
    /// <summary>What the administrator calls it: a path, or a name and a server. Never a password.</summary>
    string Name { get; }

    /// <summary>Sets how a context reaches it.</summary>
    void Use(DbContextOptionsBuilder options);

    /// <summary>Makes it ready for this version, or changes nothing and says why not.</summary>
    /// <exception cref="StartRefusedException">It cannot be used.</exception>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>A sentence for each log in which an entry is missing.</summary>
    Task<IReadOnlyList<string>> GapsAsync();

    /// <summary>Checks that it is still there.</summary>
    /// <exception cref="IOException">It is not.</exception>
    void Require();

    /// <summary>Checks that it is still there, and that this process is still the one that may write to it.</summary>
    /// <exception cref="IOException">It is not.</exception>
    Task RequireToWriteAsync();

    /// <summary>Whether it has been made ready for this version.</summary>
    Task<bool> IsReadyAsync(AppDbContext context);

    /// <summary>
    /// Writes what is stored anew without what has been deleted, outside any transaction. False when somebody who reads prevents it.
    /// </summary>
    Task<bool> RewriteAsync(DbConnection connection);

    /// <summary>Lets go of it when the service stops.</summary>
    ValueTask ReleaseAsync();
}
