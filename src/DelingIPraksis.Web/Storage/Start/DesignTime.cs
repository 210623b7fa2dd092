using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// For <c>dotnet ef migrations add … --context AppDbContext --output-dir Storage/Migrations/Sqlite</c>, without starting the application.
/// A change of the model needs a migration of the same name for <see cref="PostgresDbContext"/> too.
/// </summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        SqliteDatabase.Use(options, SqliteDatabase.Connection("design-time.db"));
        return new AppDbContext(options.Options, new WriteGate());
    }
}

/// <summary>For <c>dotnet ef migrations add … --context PostgresDbContext --output-dir Storage/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDbContext>
{
    public PostgresDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDbContext>();
        options.UseNpgsql("Host=design-time");
        return new PostgresDbContext(options.Options, new WriteGate());
    }
}
