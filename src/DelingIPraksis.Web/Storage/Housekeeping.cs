using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>Something the service notes for itself, by name. Never anything that somebody has written.</summary>
internal sealed class HousekeepingNote
{
    /// <summary>Set in the transaction that erases something, and taken away when the file has been written anew without it.</summary>
    public const string CompactionOwed = "compaction-owed";

    /// <summary>The last time of day that was believed.</summary>
    public const string TrustedClock = "trusted-clock";

    /// <summary>How long the service has run on a time of day that is not believed yet.</summary>
    public const string DoubtedClock = "doubted-clock";

    /// <summary>Written by each probe of readiness.</summary>
    public const string Probe = "probe";

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class HousekeepingConfiguration : IEntityTypeConfiguration<HousekeepingNote>
{
    public void Configure(EntityTypeBuilder<HousekeepingNote> builder)
    {
        builder.ToTable("Housekeeping");
        builder.HasKey(note => note.Name);
        builder.Property(note => note.Name).HasMaxLength(60);
    }
}

/// <summary>Reads and writes the notes.</summary>
internal static class Housekeeping
{
    public static async Task<string?> NoteAsync(this AppDbContext context, string name) =>
        (await context.Set<HousekeepingNote>().FindAsync(name))?.Value;

    /// <summary>Notes a value; null takes the note away.</summary>
    public static async Task NoteAsync(this AppDbContext context, string name, string? value)
    {
        var there = await context.Set<HousekeepingNote>().FindAsync(name);
        if (value is null && there is not null) context.Remove(there);
        else if (value is not null && there is not null) there.Value = value;
        else if (value is not null) context.Add(new HousekeepingNote { Name = name, Value = value });
    }
}
