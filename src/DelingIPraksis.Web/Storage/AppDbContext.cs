using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// The database. Each folder owns the configuration of its own tables. Instants are UTC ticks and ids are plain Guids, so that no column
/// depends on the database: SQLite or PostgreSQL (<see cref="IStore"/>). A context is made for one operation; a circuit must never keep
/// one.
/// </summary>
/// <remarks>
/// Every write passes the <see cref="WriteGate"/>, including those of Identity: SQLite itself waits in a busy loop on a pool thread.
/// </remarks>
public class AppDbContext : IdentityUserContext<AppUser, Guid>
{
    private readonly WriteGate _gate;

    /// <summary>A context for one operation.</summary>
    /// <param name="options">How the database is reached.</param>
    /// <param name="gate">What every write passes.</param>
    public AppDbContext(DbContextOptions<AppDbContext> options, WriteGate gate)
        : base(options) => _gate = gate;

    private protected AppDbContext(DbContextOptions options, WriteGate gate)
        : base(options) => _gate = gate;

    internal DbSet<LogEntry> Log => Set<LogEntry>();

    internal DbSet<Snapshot> Snapshots => Set<Snapshot>();

    internal DbSet<GatheringIndex> Gatherings => Set<GatheringIndex>();

    internal DbSet<GatheringStaff> Staff => Set<GatheringStaff>();

    internal DbSet<NetworkIndex> Networks => Set<NetworkIndex>();

    internal DbSet<NetworkStaff> NetworkStaff => Set<NetworkStaff>();

    internal DbSet<Draft> Drafts => Set<Draft>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Writes wait for each other without holding a thread: use SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Inside Database.WriteAsync there is a transaction, and the gate has been passed.
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await _gate.EnterAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException fault) when (StoreFault.IsLocked(fault))
        {
            _gate.ReportLocked();
            throw;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        MakeIdentityComplete(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }

    /// <summary>
    /// Version 3 of Identity's tables, with passkeys. Hazard: Identity takes the version from the services of whoever makes the context. At
    /// design time, in the migration at the start and on the command line there are none, and the models would differ.
    /// </summary>
    private static void MakeIdentityComplete(ModelBuilder builder)
    {
        builder.Entity<AppUser>(user =>
        {
            user.Property(there => there.PhoneNumber).HasMaxLength(256);
            user.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(passkey => passkey.UserId).IsRequired();
        });
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.Property(there => there.LoginProvider).HasMaxLength(128);
            login.Property(there => there.ProviderKey).HasMaxLength(128);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.Property(there => there.LoginProvider).HasMaxLength(128);
            token.Property(there => there.Name).HasMaxLength(128);
        });
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("AspNetUserPasskeys");
            passkey.HasKey(there => there.CredentialId);
            passkey.Property(there => there.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(there => there.Data).ToJson();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Id<Gathering>>().HaveConversion<IdAsGuid<Gathering>>();
        configurationBuilder.Properties<Id<Network>>().HaveConversion<IdAsGuid<Network>>();
        configurationBuilder.Properties<Id<Party>>().HaveConversion<IdAsGuid<Party>>();
        configurationBuilder.Properties<Id<Person>>().HaveConversion<IdAsGuid<Person>>();
        configurationBuilder.Properties<Id<Talk>>().HaveConversion<IdAsGuid<Talk>>();
        configurationBuilder.Properties<Id<User>>().HaveConversion<IdAsGuid<User>>();
    }
}
