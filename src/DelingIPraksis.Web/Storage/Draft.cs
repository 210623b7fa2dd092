using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Storage;

/// <summary>The text that a person is typing in one field and has not submitted yet.</summary>
internal sealed class Draft
{
    public required Id<Person> Person { get; init; }

    public required string Field { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(draft => new { draft.Person, draft.Field });
        builder.Property(draft => draft.Field).HasMaxLength(120);
    }
}
