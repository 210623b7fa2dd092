using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>The data for lists of gatherings: a projection of the log, written in the same transaction as its entries.</summary>
internal sealed class GatheringIndex
{
    public required Id<Gathering> Id { get; init; }

    public required string Title { get; set; }

    /// <summary>What its network was called when it was held.</summary>
    public required string Network { get; set; }

    public required DateOnly Date { get; set; }

    /// <summary>The network that it belongs to; a projection of the logs of networks. Null for none.</summary>
    public Id<Network>? BelongsTo { get; set; }

    public required bool IsDemo { get; init; }

    /// <summary>
    /// The name in addresses, made from the first title and year. It stays when the title changes, because links must still work.
    /// </summary>
    public required string Slug { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The place in the log that the published report shows, or null when none is published now.</summary>
    public long? PublishedSequence { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}

/// <summary>The staff of a gathering, so that a user's own gatherings can be listed without opening each.</summary>
internal sealed class GatheringStaff
{
    public required Id<Gathering> Gathering { get; init; }

    public required Id<User> User { get; init; }

    public required Role Role { get; set; }
}

internal sealed class GatheringIndexConfiguration : IEntityTypeConfiguration<GatheringIndex>, IEntityTypeConfiguration<GatheringStaff>
{
    public void Configure(EntityTypeBuilder<GatheringIndex> builder)
    {
        builder.ToTable("Gatherings");
        builder.HasKey(gathering => gathering.Id);
        builder.Property(gathering => gathering.Id).ValueGeneratedNever();
        builder.HasIndex(gathering => gathering.Slug).IsUnique();
        builder.HasIndex(gathering => gathering.BelongsTo);
        builder.Property(gathering => gathering.Slug).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<GatheringStaff> builder)
    {
        builder.ToTable("GatheringStaff");
        builder.HasKey(staff => new { staff.Gathering, staff.User });
        builder.HasIndex(staff => staff.User);
        builder.Property(staff => staff.Role).HasConversion<string>().HasMaxLength(20);
    }
}
