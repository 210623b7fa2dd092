using DelingIPraksis.Support;

namespace DelingIPraksis.Web.Tests.Search;

/// <summary>The page of the search, with the text search of PostgreSQL.</summary>
public sealed class SearchPageOnPostgresTests : SearchPageTests
{
    /// <inheritdoc/>
    protected override async Task<string> DatabaseAsync() => await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
}

/// <summary>Who finds what, with the text search of PostgreSQL.</summary>
public sealed class WhoFindsWhatOnPostgresTests : WhoFindsWhatTests
{
    /// <inheritdoc/>
    protected override async Task<string> DatabaseAsync() => await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
}
