using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>A person who has joined. The name is not in the log, so that it can be erased.</summary>
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

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<ReentryLink>
{
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
}
