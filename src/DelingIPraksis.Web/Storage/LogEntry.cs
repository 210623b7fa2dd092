using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>An accepted change as it stands in the database. Never changed once written.</summary>
internal sealed class LogEntry
{
    public required Id<Gathering> StreamId { get; init; }

    public required long Sequence { get; init; }

    public required Guid ChangeId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The stable name of the change, also inside the payload; here for those who read the database.</summary>
    public required string Verb { get; init; }

    public required string Actor { get; init; }

    public required string Payload { get; init; }

    public static LogEntry From(Id<Gathering> stream, Entry entry) => new()
    {
        StreamId = stream,
        Sequence = entry.Sequence,
        ChangeId = entry.ChangeId,
        At = entry.At,
        Verb = Verbs.NameOf(entry.Change),
        Actor = GatheringJson.Write(entry.Actor),
        Payload = GatheringJson.Write(entry.Change),
    };

    public Entry ToEntry() => new(Sequence, ChangeId, At, GatheringJson.Read<Actor>(Actor), GatheringJson.Read<Change>(Payload));
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("Log");
        // The key is the belt to the room's braces: two rooms for one gathering can never fork it, nor keep one change twice.
        builder.HasKey(entry => new { entry.StreamId, entry.Sequence });
        builder.HasIndex(entry => new { entry.StreamId, entry.ChangeId }).IsUnique();
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Verb).HasMaxLength(60);
    }
}
