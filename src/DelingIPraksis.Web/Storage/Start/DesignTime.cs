using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DelingIPraksis.Web.Storage;

/// <summary>For <c>dotnet ef migrations add … --output-dir Storage/Migrations/Sqlite</c>, without starting the application.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        SqliteDatabase.Use(options, SqliteDatabase.Connection("design-time.db"));
        return new AppDbContext(options.Options, new WriteGate());
    }
}
