using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>A browser that has signed in. Its cookie names this row, and is invalid when the row is gone.</summary>
internal sealed class AccountSession
{
    public required Guid Id { get; init; }

    public required Id<User> User { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the browser is called in the list of sign-ins, such as «Firefox, Windows»; empty when that is not known.</summary>
    public string Browser { get; init; } = "";

    /// <summary>When it was last used, to the hour.</summary>
    public DateTimeOffset SeenAt { get; init; }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("AccountSessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Browser).HasMaxLength(60).HasDefaultValue("");
        builder.HasIndex(session => session.User);
    }
}
