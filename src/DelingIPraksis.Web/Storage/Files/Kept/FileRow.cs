using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// One reference to the content of a file: what it belongs to, and what its user called it. The content lies in the data folder under its
/// SHA-256, once for all references, and is removed with the last of them.
/// </summary>
internal sealed class FileRow
{
    public required Guid Id { get; init; }

    /// <summary>The SHA-256 of the content: 64 hexadecimal digits, lower case. The name of the file in the data folder.</summary>
    public required string Hash { get; init; }

    /// <summary>The gathering that it belongs to; null when it belongs to a network. It is erased with the gathering.</summary>
    public Id<Gathering>? Gathering { get; init; }

    /// <summary>The network that it belongs to; null when it belongs to a gathering.</summary>
    public Id<Network>? Network { get; init; }

    public required FileKind Kind { get; init; }

    public required FileFormat Format { get; init; }

    /// <summary>What the user called it, without folders and invisible characters. Only ever shown as text.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A name to save it under: letters, digits and hyphens, and the extension of what it really is.</summary>
    public string SafeName =>
        $"{(Slug.OfName(Path.GetFileNameWithoutExtension(Name)) is { Length: > 0 } name ? name : "fil")}{Format.Extension()}";
}

internal sealed class FileRowConfiguration : IEntityTypeConfiguration<FileRow>
{
    public void Configure(EntityTypeBuilder<FileRow> builder)
    {
        builder.ToTable("Files");
        builder.HasKey(file => file.Id);
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Hash).HasMaxLength(64);
        builder.Property(file => file.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(file => file.Format).HasConversion<string>().HasMaxLength(20);
        builder.Property(file => file.Name).HasMaxLength(FileNames.Longest);
        builder.HasIndex(file => file.Hash);
        builder.HasIndex(file => file.Gathering);
        builder.HasIndex(file => file.Network);
    }
}

/// <summary>What a file belongs to.</summary>
internal readonly record struct FileOwner
{
    private FileOwner(Id<Gathering>? gathering, Id<Network>? network) => (Gathering, Network) = (gathering, network);

    public Id<Gathering>? Gathering { get; }

    public Id<Network>? Network { get; }

    public static FileOwner OfGathering(Id<Gathering> gathering) => new(gathering, null);

    public static FileOwner OfNetwork(Id<Network> network) => new(null, network);
}
