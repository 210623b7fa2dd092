using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>A gathering folded up to a place in its log, so that it opens fast. Can always be thrown away: the log is the truth.</summary>
internal sealed class Snapshot
{
    /// <summary>Raised whenever the state's shape or the rules change what the same log folds to; older snapshots are then not read.</summary>
    public const int Current = 4;

    private static readonly JsonSerializerOptions _json = new(GatheringJson.Options) { IgnoreReadOnlyProperties = true };

    public required Id<Gathering> StreamId { get; init; }

    public required long Sequence { get; init; }

    public required int SchemaVersion { get; init; }

    public required byte[] State { get; init; }

    public static Snapshot Of(Gathering gathering) => new()
    {
        StreamId = gathering.Id,
        Sequence = gathering.Sequence,
        SchemaVersion = Current,
        State = JsonSerializer.SerializeToUtf8Bytes(gathering, _json),
    };

    public Gathering ToGathering() => JsonSerializer.Deserialize<Gathering>(State, _json) ?? throw new JsonException("The snapshot is empty.");
}

internal sealed class SnapshotConfiguration : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("Snapshots");
        builder.HasKey(snapshot => new { snapshot.StreamId, snapshot.Sequence });
        builder.Property(snapshot => snapshot.Sequence).ValueGeneratedNever();
    }
}
