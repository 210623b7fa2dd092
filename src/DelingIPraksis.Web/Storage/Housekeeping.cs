using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>A value that the service stores for itself, by name. Never text that somebody wrote.</summary>
internal sealed class HousekeepingNote
{
    /// <summary>Set in the transaction that erases data, and removed when the file has been rewritten without it.</summary>
    public const string CompactionPending = "compaction-owed";

    /// <summary>The last trusted time of day.</summary>
    public const string TrustedClock = "trusted-clock";

    /// <summary>How long the service has run with a time of day that is not trusted yet.</summary>
    public const string DoubtedClock = "doubted-clock";

    /// <summary>Set when the gatherings of versions without networks have got theirs.</summary>
    public const string NetworksMade = "networks-made";

    /// <summary>How the last trial of a copy went.</summary>
    public const string RestoreTrial = "restore-trial";

    /// <summary>A number by chance that says which database this is, so that a folder of files is not used with another one.</summary>
    public const string DatabaseMark = "database-mark";

    /// <summary>Written by each readiness check.</summary>
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

internal static class Housekeeping
{
    public static async Task<string?> NoteAsync(this AppDbContext context, string name) =>
        (await context.Set<HousekeepingNote>().FindAsync(name))?.Value;

    /// <summary>Stores a value; null removes it.</summary>
    public static async Task NoteAsync(this AppDbContext context, string name, string? value)
    {
        var there = await context.Set<HousekeepingNote>().FindAsync(name);
        if (value is null && there is not null) context.Remove(there);
        else if (value is not null && there is not null) there.Value = value;
        else if (value is not null) context.Add(new HousekeepingNote { Name = name, Value = value });
    }
}
