using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Access;

/// <summary>The code for joining a gathering.</summary>
internal sealed class JoinCode
{
    public required string Code { get; init; }

    public required Id<Gathering> Gathering { get; init; }
}

/// <summary>
/// An invitation link: for a municipality, or for a colleague to a role. It is found by its hash. The link itself is stored encrypted, so
/// that the organiser can see it again, and a copy of the database gives no access.
/// </summary>
internal sealed class InvitationLink
{
    public required string TokenHash { get; init; }

    public required string Sealed { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    /// <summary>The party it is for, or null when it is for a colleague.</summary>
    public Id<Party>? Party { get; init; }

    /// <summary>The role that a colleague gets, or None.</summary>
    public required Role Role { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A party's link to its quotes. It is found by its hash, and is stored encrypted so that it can be shown again.</summary>
internal sealed class QuoteLink
{
    public required string TokenHash { get; init; }

    public required string Sealed { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    public required Id<Party> Party { get; init; }
}

/// <summary>
/// A speaker's link to the own talk. It is found by its hash, and is stored encrypted so that it can be shown again. A talk has one at
/// most.
/// </summary>
internal sealed class SpeakerLink
{
    public required string TokenHash { get; init; }

    public required string Sealed { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    public required Id<Talk> Talk { get; init; }
}

/// <summary>The one-time link that creates the first organiser. Only the hash of its token is stored.</summary>
internal sealed class SetupLink
{
    public required string TokenHash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class AccessConfiguration
    : IEntityTypeConfiguration<JoinCode>,
        IEntityTypeConfiguration<InvitationLink>,
    IEntityTypeConfiguration<QuoteLink>, IEntityTypeConfiguration<SpeakerLink>, IEntityTypeConfiguration<SetupLink>
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

    public void Configure(EntityTypeBuilder<SpeakerLink> builder)
    {
        builder.ToTable("SpeakerLinks");
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
