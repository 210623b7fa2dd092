using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// A link that hands over a network. It is found by its hash. The link itself is stored encrypted, so that its owner can see it again, and
/// a copy of the database gives no access.
/// </summary>
internal sealed class HandoverLink
{
    public required string TokenHash { get; init; }

    public required string Sealed { get; init; }

    public required Id<Network> Network { get; init; }

    /// <summary>The owner who made it. It is of no use when that account no longer owns the network.</summary>
    public required Id<User> From { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class HandoverLinkConfiguration : IEntityTypeConfiguration<HandoverLink>
{
    public void Configure(EntityTypeBuilder<HandoverLink> builder)
    {
        builder.ToTable("HandoverLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasIndex(link => link.Network);
    }
}
