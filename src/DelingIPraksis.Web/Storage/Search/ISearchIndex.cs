using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// An index over the words of texts. It is derived from the logs: it can be thrown away at any time, and what it says is never shown
/// without asking the gathering itself. SQLite's FTS5 stands behind it, or the text search of PostgreSQL.
/// </summary>
internal interface ISearchIndex : IDerivedFromGatherings
{
    /// <summary>Up to where each gathering is indexed.</summary>
    Task<IReadOnlyDictionary<Id<Gathering>, IndexedTo>> IndexedAsync();

    /// <summary>Makes the texts of a gathering be these, and no others. Texts that are the same already are not touched.</summary>
    Task ReplaceAsync(Id<Gathering> gathering, IndexedTo to, IReadOnlyList<IndexedText> texts);

    /// <summary>Throws the whole index away.</summary>
    Task ClearAsync();

    /// <summary>The texts in some gatherings that have all the words, in no order.</summary>
    Task<IReadOnlyList<IndexHit>> FindAsync(IndexQuestion question);

    /// <summary>Which texts some hits are. A text that has been replaced meanwhile is missing.</summary>
    /// <param name="hits">Those that are to be shown: the references of all hits would be most of what a search reads.</param>
    Task<IReadOnlyDictionary<long, string>> ReferencesAsync(IReadOnlyCollection<IndexHit> hits);
}

/// <summary>A place in a log.</summary>
/// <param name="Sequence">The sequence of the entry.</param>
/// <param name="Change">The id of the change there: the same place of another log, such as one from a copy, has another.</param>
internal readonly record struct IndexedTo(long Sequence, Guid Change);

/// <summary>Who may find a text.</summary>
[Flags]
internal enum Readers
{
    None = 0,
    Observers = 1,
    Facilitators = 2,
    Organisers = 4,

    /// <summary>Everybody: it stands in a published report.</summary>
    Everybody = 8,
}

/// <summary>A text in the index. It has the stems of the words, not the text.</summary>
/// <param name="Reference">Which text; unique in the gathering among those for the same readers.</param>
/// <param name="Readers">Who may find it.</param>
/// <param name="Kind">What sort of text, as a number.</param>
/// <param name="Year">The year of the gathering.</param>
/// <param name="Party">Whose text, as a folded name; or empty.</param>
/// <param name="Theme">The key of its theme; or empty.</param>
/// <param name="Stems">The stems of its words, with spaces between.</param>
/// <param name="Parts">The stems of the parts of its compounds.</param>
/// <param name="Beside">The stems of what stands beside it.</param>
internal sealed record IndexedText(
    string Reference,
    Readers Readers,
    int Kind,
    int Year,
    string Party,
    string Theme,
    string Stems,
    string Parts,
    string Beside
);

/// <summary>A question to the index.</summary>
/// <param name="Terms">The words; a text answers when it has all of them. None: every text answers.</param>
/// <param name="Gatherings">Where to look, and as what sort of reader.</param>
internal sealed record IndexQuestion(IReadOnlyList<IndexTerm> Terms, IReadOnlyDictionary<Id<Gathering>, Readers> Gatherings)
{
    /// <summary>
    /// Stems that must stand side by side in a text, or all beside it. The index knows no small words and no endings: whether the words are
    /// just so, the text itself says.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; init; } = [];
}

/// <summary>A word that is looked for. Letters and digits only.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Parts">Parts that answer together instead of it; or none.</param>
/// <param name="Beginning">A beginning that answers too; or null.</param>
internal sealed record IndexTerm(string Stem, IReadOnlyList<string> Parts, string? Beginning);

/// <summary>A text that answers.</summary>
/// <param name="Text">What the index knows of it.</param>
/// <param name="Rank">How well it answers: lower is better.</param>
internal readonly record struct IndexHit(IndexRow Text, double Rank);

/// <summary>What the index knows of a text beside its words.</summary>
/// <param name="Gathering">Where it stands.</param>
/// <param name="Number">Its number in the index, until the text is replaced.</param>
/// <param name="Readers">Who may find it.</param>
/// <param name="Kind">What sort of text.</param>
/// <param name="Year">The year of the gathering.</param>
/// <param name="Party">Whose text; or empty.</param>
/// <param name="Theme">The key of its theme; or empty.</param>
internal sealed record IndexRow(
    Id<Gathering> Gathering,
    long Number,
    Readers Readers,
    int Kind,
    int Year,
    string Party,
    string Theme
);

/// <summary>Something that is made from gatherings and lies outside the database. It is told when one is erased.</summary>
internal interface IDerivedFromGatherings
{
    /// <summary>
    /// Erases what was made from a gathering, so that no byte of it is left when it returns. False when that could not be done now: it is
    /// tried again. Never throws.
    /// </summary>
    Task<bool> ForgetAsync(Id<Gathering> gathering);
}
