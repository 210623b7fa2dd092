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

/// <summary>Somebody who has joined, with the name apart from the log so that it can be erased.</summary>
internal sealed class Participant
{
    public required Id<Person> Person { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    public required Id<Party> Party { get; set; }

    public string? Name { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>A person's own way back in; only the hash of its token is kept.</summary>
internal sealed class ReentryLink
{
    public required string TokenHash { get; init; }

    public required Id<Person> Person { get; init; }
}

/// <summary>The one-time link that makes the first organiser; only the hash of its token is kept.</summary>
internal sealed class SetupLink
{
    public required string TokenHash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<JoinCode>, IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<ReentryLink>, IEntityTypeConfiguration<SetupLink>
{
    public void Configure(EntityTypeBuilder<JoinCode> builder)
    {
        builder.ToTable("JoinCodes");
        builder.HasKey(code => code.Code);
        builder.Property(code => code.Code).HasMaxLength(20);
        builder.HasIndex(code => code.Gathering);
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("Participants");
        builder.HasKey(participant => participant.Person);
        builder.Property(participant => participant.Person).ValueGeneratedNever();
        builder.HasIndex(participant => participant.Gathering);
        builder.Property(participant => participant.Name).HasMaxLength(Limits.Name);
    }

    public void Configure(EntityTypeBuilder<ReentryLink> builder)
    {
        builder.ToTable("ReentryLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasIndex(link => link.Person);
    }

    public void Configure(EntityTypeBuilder<SetupLink> builder)
    {
        builder.ToTable("SetupLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
    }
}
