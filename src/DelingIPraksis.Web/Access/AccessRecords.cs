using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Access;

/// <summary>The code that opens a gathering's door.</summary>
internal sealed class JoinCode
{
    public required string Code { get; init; }

    public required Id<Gathering> Gathering { get; init; }
}

/// <summary>
/// A link that somebody is invited by: a municipality to its own place, or a colleague to a role. It opens by its hash; the link itself is
/// kept
/// sealed, so that the organiser can be shown it again and a copy of the database opens nothing.
/// </summary>
internal sealed class InvitationLink
{
    public required string TokenHash { get; init; }

    public required string Sealed { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    /// <summary>The party it is for, or null when it is for a colleague.</summary>
    public Id<Party>? Party { get; init; }

    /// <summary>What a colleague becomes, or None.</summary>
    public required Role Role { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A party's link to what it is quoted on. It opens by its hash, and is kept sealed so that it can be shown again.</summary>
internal sealed class QuoteLink
{
    public required string TokenHash { get; init; }

    public required string Sealed { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    public required Id<Party> Party { get; init; }
}

/// <summary>The one-time link that makes the first organiser; only the hash of its token is kept.</summary>
internal sealed class SetupLink
{
    public required string TokenHash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class AccessConfiguration
    : IEntityTypeConfiguration<JoinCode>,
        IEntityTypeConfiguration<InvitationLink>,
    IEntityTypeConfiguration<QuoteLink>, IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<JoinCode> builder)
    {
        builder.ToTable("JoinCodes");
        builder.HasKey(code => code.Code);
        builder.Property(code => code.Code).HasMaxLength(20);
        builder.HasIndex(code => code.Gathering);
    }

    public void Configure(EntityTypeBuilder<InvitationLink> builder)
    {
        builder.ToTable("InvitationLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.Property(link => link.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(link => link.Gathering);
    }

    public void Configure(EntityTypeBuilder<QuoteLink> builder)
    {
        builder.ToTable("QuoteLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasIndex(link => link.Gathering);
    }

    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.ToTable("SetupLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
    }
}
