using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// A gathering folded up to a place in its log, so that it opens fast. It can always be deleted, because it can be made again from the log.
/// </summary>
internal sealed class Snapshot
{
    /// <summary>
    /// Increase it when the shape of the state changes, or when the rules fold the same log to another state. Older snapshots are then not
    /// read.
    /// </summary>
    public const int Current = 6;

    private static readonly JsonSerializerOptions _json = new(GatheringJson.Options) { IgnoreReadOnlyProperties = true };

    public required Id<Gathering> StreamId { get; init; }

    public required long Sequence { get; init; }

    public required int SchemaVersion { get; init; }

    public required byte[] State { get; init; }

    /// <summary>SHA-256 of the state and its place. It detects a snapshot that is damaged, moved or edited.</summary>
    public required byte[] Checksum { get; init; }

    public static Snapshot Of(Gathering gathering)
    {
        var state = JsonSerializer.SerializeToUtf8Bytes(gathering, _json);
        return new()
        {
            StreamId = gathering.Id,
            Sequence = gathering.Sequence,
            SchemaVersion = Current,
            State = state,
            Checksum = ChecksumOf(gathering.Id, gathering.Sequence, state),
        };
    }

    /// <summary>The gathering, or null when the checksum is wrong.</summary>
    public Gathering? ToGathering()
    {
        if (!Checksum.AsSpan().SequenceEqual(ChecksumOf(StreamId, Sequence, State))) return null;
        try
        {
            return
                JsonSerializer.Deserialize<Gathering>(State, _json) is { } gathering
                && gathering.Id == StreamId
                && gathering.Sequence == Sequence
                ? gathering
                : null;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] ChecksumOf(Id<Gathering> stream, long sequence, byte[] state)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{stream} {sequence} {Current} ")));
        hash.AppendData(state);
        return hash.GetHashAndReset();
    }
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
