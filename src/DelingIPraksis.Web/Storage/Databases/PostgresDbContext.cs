using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// The model as its tables are made in PostgreSQL. It is used for the migrations alone, which EF finds by the type of the context; every
/// query goes through <see cref="AppDbContext"/>.
/// </summary>
/// <remarks>
/// Texts are <c>text</c> without a length, as SQLite stores them, and sorted by their bytes: so that each list has the same order as in
/// SQLite, and is not sorted anew when the operating system gets other rules for a language.
/// </remarks>
internal sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options, WriteGate gate) : AppDbContext(options, gate)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var stored = property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
            if (stored != typeof(string)) continue;
            property.SetMaxLength(null);
            property.SetCollation("C");
        }
    }
}
