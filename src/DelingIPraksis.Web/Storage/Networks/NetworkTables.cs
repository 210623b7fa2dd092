using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>An accepted change of a network in the database. It is never changed.</summary>
internal sealed class NetworkLogEntry
{
    public required Id<Network> Network { get; init; }

    public required long Sequence { get; init; }

    public required Guid ChangeId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The stable name of the change, for people who read the database.</summary>
    public required string Verb { get; init; }

    public required string Actor { get; init; }

    public required string Payload { get; init; }

    public static NetworkLogEntry From(Id<Network> network, NetworkEntry entry) => new()
    {
        Network = network,
        Sequence = entry.Sequence,
        ChangeId = entry.ChangeId,
        At = entry.At,
        Verb = NetworkVerbs.NameOf(entry.Change),
        Actor = GatheringJson.Write(entry.Actor),
        Payload = GatheringJson.Write(entry.Change),
    };

    /// <summary>Deserializes the change.</summary>
    /// <exception cref="LogFaultException">This version cannot read it.</exception>
    public NetworkEntry ToEntry()
    {
        try
        {
            return new(Sequence, ChangeId, At, LogJson.Read<Actor>(Actor), LogJson.Read<NetworkChange>(Payload));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            throw new LogFaultException(
                Network,
                Sequence,
                LogJson.IsObject(Actor) && LogJson.IsObject(Payload) ? LogFault.FromNewerEdition : LogFault.Unreadable,
                fault);
        }
    }
}

/// <summary>The data for finding networks: a projection of the log, written in the same transaction as its entries.</summary>
internal sealed class NetworkIndex
{
    public required Id<Network> Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name in addresses: the owner's choice, or one with a part that cannot be guessed.</summary>
    public required string Slug { get; set; }

    public required bool IsDemo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The network that it has been joined to, or null.</summary>
    public Id<Network>? JoinedTo { get; set; }

    /// <summary>
    /// Whether anybody has done anything to it. One that was only made for a gathering follows that gathering: in its name, to another
    /// network, and when it is erased.
    /// </summary>
    public required bool IsSetUp { get; set; }
}

/// <summary>The people of a network, so that a user's own networks can be listed without opening each.</summary>
internal sealed class NetworkStaff
{
    public required Id<Network> Network { get; init; }

    public required Id<User> User { get; init; }

    public required NetworkRole Role { get; set; }

    /// <summary>Whether the user took the role: see <see cref="NetworkPerson.Accepted"/>.</summary>
    public required bool Accepted { get; set; }
}

internal sealed class NetworkTables
    : IEntityTypeConfiguration<NetworkLogEntry>,
        IEntityTypeConfiguration<NetworkIndex>,
        IEntityTypeConfiguration<NetworkStaff>
{
    public void Configure(EntityTypeBuilder<NetworkLogEntry> builder)
    {
        builder.ToTable("NetworkLog");
        // The key also protects against two writers: they can never write the same place, nor the same change twice.
        builder.HasKey(entry => new { entry.Network, entry.Sequence });
        builder.HasIndex(entry => new { entry.Network, entry.ChangeId }).IsUnique();
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Verb).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<NetworkIndex> builder)
    {
        builder.ToTable("Networks");
        builder.HasKey(network => network.Id);
        builder.Property(network => network.Id).ValueGeneratedNever();
        builder.HasIndex(network => network.Slug).IsUnique();
        builder.Property(network => network.Slug).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<NetworkStaff> builder)
    {
        builder.ToTable("NetworkStaff");
        builder.HasKey(staff => new { staff.Network, staff.User });
        builder.HasIndex(staff => staff.User);
        builder.Property(staff => staff.Role).HasConversion<string>().HasMaxLength(20);
    }
}
