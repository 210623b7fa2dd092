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
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("AccountSessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.User);
    }
}
