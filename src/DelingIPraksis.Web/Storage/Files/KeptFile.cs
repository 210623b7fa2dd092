using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// A small file that a user has stored in the service and that belongs to no gathering: a plan template, a newer register.
/// </summary>
internal sealed class KeptFile
{
    /// <summary>The kind of an account's own plans; their names begin with the account's number and a slash.</summary>
    public const string OwnPlan = "own-plan";

    public required string Kind { get; init; }

    /// <summary>Its name, unique within its kind.</summary>
    public required string Name { get; init; }

    public required byte[] Content { get; set; }

    public required DateTimeOffset At { get; set; }
}

internal sealed class KeptFileConfiguration : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("KeptFiles");
        builder.HasKey(file => new { file.Kind, file.Name });
        builder.Property(file => file.Kind).HasMaxLength(20);
        builder.Property(file => file.Name).HasMaxLength(120);
    }
}

internal sealed class KeptFiles(Database database, TimeProvider time)
{
    /// <summary>Stores a file in place of the one with the same name.</summary>
    public Task PutAsync(string kind, string name, byte[] content) => database.WriteAsync(async context =>
    {
        if (await context.Set<KeptFile>().FindAsync(kind, name) is { } there) (there.Content, there.At) = (content, time.GetUtcNow());
        else context.Add(new KeptFile { Kind = kind, Name = name, Content = content, At = time.GetUtcNow() });
    });

    /// <summary>All files of a kind, by name.</summary>
    public Task<List<KeptFile>> AllAsync(string kind) =>
        database.ReadAsync(context => context.Set<KeptFile>().Where(file => file.Kind == kind).OrderBy(file => file.Name).ToListAsync());

    public Task RemoveAsync(string kind, string name) =>
        database.WriteAsync(context => context.Set<KeptFile>().Where(file => file.Kind == kind && file.Name == name).ExecuteDeleteAsync());
}
