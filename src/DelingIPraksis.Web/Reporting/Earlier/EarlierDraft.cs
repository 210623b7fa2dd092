using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>
/// An earlier report that an account has brought in and is correcting. No gathering exists yet, so the file is here and not among the kept
/// files. It goes when the gathering is made, when its owner gives it up, or after <see cref="EarlierDrafts.Kept"/>.
/// </summary>
internal sealed class EarlierDraft
{
    public required Guid Id { get; init; }

    public required Id<User> Owner { get; init; }

    /// <summary>What the user called the file. Only ever shown as text.</summary>
    public required string Name { get; init; }

    /// <summary>The file as it came.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The report as it is understood and corrected so far, as JSON.</summary>
    public required string Report { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class EarlierDraftConfiguration : IEntityTypeConfiguration<EarlierDraft>
{
    public void Configure(EntityTypeBuilder<EarlierDraft> builder)
    {
        builder.ToTable("EarlierReports");
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Name).HasMaxLength(FileNames.Longest);
        builder.HasIndex(draft => draft.Owner);
    }
}
