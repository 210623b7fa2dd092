using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Api.Hooks;

/// <summary>What a receiver is told of. The names stand in the database.</summary>
internal enum WebhookEvent
{
    /// <summary>The receiver has just been set up.</summary>
    Ping,

    /// <summary>The group work of a gathering was closed.</summary>
    Closed,

    /// <summary>A report was published, or published again with a correction.</summary>
    Published,
}

/// <summary>Why a receiver did not take a message. The names stand in the database.</summary>
internal enum WebhookFault
{
    /// <summary>It answered something else than 2xx.</summary>
    Refused,

    /// <summary>It did not answer, or not in time, or its certificate is not trusted.</summary>
    Unreachable,

    /// <summary>Its address is of an inner network that the administrator has not opened.</summary>
    Inner,
}

/// <summary>A receiver of a network: another program that is told when something happens.</summary>
internal sealed class Webhook
{
    public required Guid Id { get; init; }

    public required Id<Network> Network { get; init; }

    /// <summary>An https address.</summary>
    public required string Address { get; init; }

    /// <summary>The secret that messages are signed with, encrypted.</summary>
    public required string Sealed { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it last took a message.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Why it did not take the last one, or null.</summary>
    public WebhookFault? Fault { get; init; }

    /// <summary>The status of its last answer, or null.</summary>
    public int? Status { get; init; }

    /// <summary>When a message was last given up, since it last took one.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }
}

/// <summary>A message that waits to be taken by a receiver. It goes with its gathering.</summary>
internal sealed class WebhookMessage
{
    public required Guid Id { get; init; }

    public required Guid Webhook { get; init; }

    public Id<Gathering>? Gathering { get; init; }

    public required WebhookEvent Event { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset NextTryAt { get; init; }

    public int Tries { get; init; }
}

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookMessage>
{
    /// <summary>The longest address, in characters.</summary>
    public const int LongestAddress = 500;

    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.HasKey(hook => hook.Id);
        builder.Property(hook => hook.Id).ValueGeneratedNever();
        builder.Property(hook => hook.Address).HasMaxLength(LongestAddress);
        builder.Property(hook => hook.Fault).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(hook => hook.Network);
    }

    public void Configure(EntityTypeBuilder<WebhookMessage> builder)
    {
        builder.ToTable("WebhookMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Event).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(message => message.Webhook);
        builder.HasIndex(message => message.NextTryAt);
        builder.HasIndex(message => message.Gathering);
    }
}
