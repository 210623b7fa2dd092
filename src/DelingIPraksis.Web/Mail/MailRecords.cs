using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Mail;

/// <summary>Where a party wants its letters, and in which language. Not in the log, so that it can be erased.</summary>
internal sealed class PartyAddress : IErasedWithNames
{
    public required Id<Gathering> Gathering { get; init; }

    public required Id<Party> Party { get; init; }

    /// <summary>The e-mail address; empty when only the language is chosen.</summary>
    public required string Email { get; set; }

    public required Language Language { get; set; }
}

/// <summary>How far a letter has come. The names stand in the database.</summary>
internal enum MailState
{
    /// <summary>It is sent when its time comes.</summary>
    Waiting,

    /// <summary>It is being handed to the server.</summary>
    Sending,

    /// <summary>The server has taken it.</summary>
    Sent,

    /// <summary>It will not be sent: the server refused it, or never answered.</summary>
    Failed,

    /// <summary>
    /// Nobody knows: the service or the server stopped in the middle. It is not sent again by itself, for nobody shall get it twice.
    /// </summary>
    Unsure,
}

/// <summary>Why a letter has not come further. The names stand in the database.</summary>
internal enum MailFault
{
    /// <summary>The server could not be reached.</summary>
    Unreachable,

    /// <summary>The server did not answer in time.</summary>
    Silent,

    /// <summary>The connection could not be protected.</summary>
    Unprotected,

    /// <summary>The server did not accept user and password.</summary>
    SignIn,

    /// <summary>The server asked to try later.</summary>
    Later,

    /// <summary>The server refused the address or the letter.</summary>
    Refused,

    /// <summary>The connection broke while the letter was handed over.</summary>
    Broken,
}

/// <summary>A letter to a party. At most one of a kind to a party: the same asked for twice is sent once.</summary>
internal sealed class MailRow : IErasedWithNames
{
    public required Guid Id { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    public required Id<Party> Party { get; init; }

    /// <summary>What kind of letter it is, such as <c>lofter</c>.</summary>
    public required string Kind { get; init; }

    public required string Email { get; set; }

    /// <summary>Subject and text, encrypted: the text has the party's link. Null when it is not to be sent any more.</summary>
    public string? Sealed { get; set; }

    public required DateTimeOffset QueuedAt { get; set; }

    public required DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }

    public required MailState State { get; set; }

    public MailFault? Fault { get; set; }

    /// <summary>What the server said, or null.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<PartyAddress>, IEntityTypeConfiguration<MailRow>
{
    public void Configure(EntityTypeBuilder<PartyAddress> builder)
    {
        builder.ToTable("PartyAddresses");
        builder.HasKey(address => new { address.Gathering, address.Party });
        builder.Property(address => address.Email).HasMaxLength(MailLimits.Address);
        builder.Property(address => address.Language).HasConversion<string>().HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("Mail");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Kind).HasMaxLength(20);
        builder.Property(mail => mail.Email).HasMaxLength(MailLimits.Address);
        builder.Property(mail => mail.Answer).HasMaxLength(MailLimits.Answer);
        builder.Property(mail => mail.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(mail => mail.Fault).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(mail => new { mail.Gathering, mail.Party, mail.Kind }).IsUnique();
        builder.HasIndex(mail => new { mail.State, mail.NextTryAt });
    }
}

internal static class MailLimits
{
    /// <summary>The longest address (RFC 5321, 4.5.3.1.3), in characters.</summary>
    public const int Address = 254;

    /// <summary>What is kept of a server's answer, in characters.</summary>
    public const int Answer = 300;
}
