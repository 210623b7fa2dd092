using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Evaluations;

/// <summary>
/// One answer to one question of whether it was worth it.
/// </summary>
/// <remarks>
/// Hazard: no column may be added that leads to a person, a party, a time or another answer. The table is made <c>WITHOUT ROWID</c>
/// (by hand in its migration), since a row number is the order the answers came in, and the log beside it has the order people wrote in.
/// The key is random, and the rows lie in its order. When SQLite must make the table anew in a later migration, do it by hand as well.
/// </remarks>
internal sealed class EvaluationRow
{
    /// <summary>Random, never by the time.</summary>
    public required Guid Id { get; init; }

    public required Id<Gathering> Gathering { get; init; }

    public required EvaluationQuestion Question { get; init; }

    public EvaluationChoice? Choice { get; set; }

    /// <summary>The free line, or null.</summary>
    public string? Words { get; set; }

    /// <summary>The pair, for the question of the right partner; not which of its parties.</summary>
    public Guid? Pair { get; init; }

    /// <summary>Whether it has been in figures that somebody has seen. Then it cannot be changed.</summary>
    public bool Shown { get; set; }

    public EvaluationAnswer ToAnswer() => new(Id, Question, Choice, Words, Pair is { } pair ? new Id<Pair>(pair) : null, Shown);
}

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<EvaluationRow>
{
    public void Configure(EntityTypeBuilder<EvaluationRow> builder)
    {
        builder.ToTable("Evaluations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Question).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Choice).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Words).HasMaxLength(EvaluationAnswers.LongestLine);
        builder.HasIndex(row => row.Gathering);
    }
}
