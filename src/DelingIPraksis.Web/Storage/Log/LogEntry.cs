using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>An accepted change in the database. It is never changed.</summary>
internal sealed class LogEntry
{
    public required Id<Gathering> StreamId { get; init; }

    public required long Sequence { get; init; }

    public required Guid ChangeId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The stable name of the change. It is in the payload too; here it is for people who read the database.</summary>
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

    /// <summary>Deserializes the change.</summary>
    /// <exception cref="LogFaultException">This version cannot read it.</exception>
    public Entry ToEntry()
    {
        try
        {
            return new(Sequence, ChangeId, At, LogJson.Read<Actor>(Actor), LogJson.Read<Change>(Payload));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            throw new LogFaultException(
                StreamId,
                Sequence,
                LogJson.IsObject(Actor) && LogJson.IsObject(Payload) ? LogFault.FromNewerEdition : LogFault.Unreadable,
                fault
            );
        }
    }
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("Log");
        // The key also protects against a second room: two rooms for one gathering can never write the same place, nor the same change
        // twice.
        builder.HasKey(entry => new { entry.StreamId, entry.Sequence });
        builder.HasIndex(entry => new { entry.StreamId, entry.ChangeId }).IsUnique();
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Verb).HasMaxLength(60);
    }
}
