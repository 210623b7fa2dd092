using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Themes;

/// <summary>A network's own words in the database.</summary>
internal sealed class KeptLexicon
{
    /// <summary>The owner of the words, a network or a gathering: <see cref="LexiconKey"/>.</summary>
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
