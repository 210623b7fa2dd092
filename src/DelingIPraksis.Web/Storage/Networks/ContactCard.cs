using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// A party says yes to be in contact with another municipality of its network, and whom that may ask. The other one reads the card when it
/// has said yes too, and not before. It is in no log, and goes with the names of the gathering, with the gathering, and when the party
/// takes it back.
/// </summary>
internal sealed class ContactCard : IErasedWithNames
{
    public required Guid Id { get; init; }

    /// <summary>The gathering whose link the party used.</summary>
    public required Id<Gathering> Gathering { get; init; }

    public required Id<Party> Party { get; init; }

    /// <summary>The municipality that says yes, by the key that it has in every gathering.</summary>
    public required string From { get; init; }

    /// <summary>The municipality that may read it.</summary>
    public required string To { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Phone { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ContactCardConfiguration : IEntityTypeConfiguration<ContactCard>
{
    public void Configure(EntityTypeBuilder<ContactCard> builder)
    {
        builder.ToTable("ContactCards");
        builder.HasKey(card => card.Id);
        builder.Property(card => card.Id).ValueGeneratedNever();
        builder.HasIndex(card => card.Gathering);
        builder.Property(card => card.From).HasMaxLength(Limits.Name);
        builder.Property(card => card.To).HasMaxLength(Limits.Name);
        builder.Property(card => card.Name).HasMaxLength(Limits.Name);
        builder.Property(card => card.Email).HasMaxLength(200);
        builder.Property(card => card.Phone).HasMaxLength(40);
    }
}
