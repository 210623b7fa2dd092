using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Api;

/// <summary>What a token of the HTTP interface opens. Stored by name.</summary>
[Flags]
internal enum ApiScope
{
    None = 0,

    /// <summary>The gatherings and their programmes.</summary>
    Programme = 1,

    /// <summary>The published reports.</summary>
    Reports = 2,

    /// <summary>The whole gathering as its archive has it, names of municipalities and all notes included.</summary>
    Archive = 4,

    /// <summary>The receivers that are told when something happens: to see, add and take away.</summary>
    Webhooks = 8,
}

/// <summary>The key of another program to one network. Only the hash of the key is stored.</summary>
internal sealed class ApiToken
{
    public required string TokenHash { get; init; }

    public required Guid Id { get; init; }

    public required Id<Network> Network { get; init; }

    /// <summary>What the owner calls it, such as the name of the program.</summary>
    public required string Name { get; init; }

    public required ApiScope Scopes { get; init; }

    /// <summary>The account that made it.</summary>
    public required Id<User> MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>When it was last used, to the hour.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class ApiTokenConfiguration : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.HasKey(token => token.TokenHash);
        builder.Property(token => token.TokenHash).HasMaxLength(64);
        builder.Property(token => token.Name).HasMaxLength(Limits.Name);
        builder.Property(token => token.Scopes).HasConversion<string>().HasMaxLength(60);
        builder.HasIndex(token => token.Network);
    }
}
