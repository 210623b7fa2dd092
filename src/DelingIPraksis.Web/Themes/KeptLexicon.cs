using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Themes;

/// <summary>The own words of a network, as they are kept.</summary>
internal sealed class KeptLexicon
{
    /// <summary>Whose words: the name of the network in lower case, and who owns them (<see cref="LexiconKey"/>).</summary>
    public required string Network { get; init; }

    /// <summary>What it has changed, as <see cref="LexiconJson"/>.</summary>
    public required string Json { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class KeptLexiconConfiguration : IEntityTypeConfiguration<KeptLexicon>
{
    public void Configure(EntityTypeBuilder<KeptLexicon> builder)
    {
        builder.ToTable("Lexicons");
        builder.HasKey(lexicon => lexicon.Network);
        builder.Property(lexicon => lexicon.Network).HasMaxLength(400);
    }
}
