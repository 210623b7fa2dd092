using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Search;

/// <summary>The texts of a gathering for the index, each with who may find it.</summary>
internal static class GatheringTexts
{
    private static readonly (Role Role, Readers Readers)[] _roles =
    [
        (Role.Observer, Readers.Observers),
        (Role.Facilitator, Readers.Facilitators),
        (Role.Organiser, Readers.Organisers),
    ];

    /// <summary>Who somebody with a role is to the index.</summary>
    public static Readers ReadersOf(Role role) => _roles.FirstOrDefault(known => known.Role == role).Readers;

    /// <summary>What each role finds in a gathering, as the views of those who have it say, and what all find in its report.</summary>
    /// <param name="gathering">The gathering. A rehearsal has nothing to find: what it says was made up.</param>
    /// <param name="published">What its published page says; empty when there is none.</param>
    /// <param name="reader">Reads the words.</param>
    public static IReadOnlyList<IndexedText> Of(Gathering gathering, IReadOnlyList<SearchText> published, SearchReader reader)
    {
        if (gathering.RehearsalOf is not null) return [];
        var found = new Dictionary<IndexedText, Readers>();
        foreach (var (role, readers) in _roles)
            if (gathering.Staff.Where(staff => staff.Value == role).Select(staff => (Id<User>?)staff.Key).FirstOrDefault() is { } user)
                Add(SearchableTexts.Of(GatheringView.For(gathering, new Actor.Account(user))), readers);
        Add(published, Readers.Everybody);
        return [.. found.Select(text => text.Key with { Readers = text.Value })];

        void Add(IReadOnlyList<SearchText> texts, Readers readers)
        {
            var themes = ThemeMarks.Of([.. texts.Select(text => (ThemedBy(text), text.Theme))], Lexicon.Standard);
            foreach (var (text, theme) in texts.Zip(themes))
            {
                var indexed = Indexed(text, theme, gathering.Facts.Date.Year, reader);
                found[indexed] = found.GetValueOrDefault(indexed) | readers;
            }
        }
    }

    /// <summary>The published page of a gathering, as texts. The gathering is as it was when it was published.</summary>
    public static IReadOnlyList<SearchText> OfPublication(Gathering published) =>
        SearchableTexts.Of(GatheringReport.Of(published, attributed: false));

    // Long texts are about many things, and a title names the gathering: neither has one theme.
    private static PlainText ThemedBy(SearchText text) =>
        text.Kind is SearchKind.Gathering or SearchKind.Prose ? PlainText.Empty : $"{text.Heading} {text.Text}";

    private static IndexedText Indexed(SearchText text, ThemeMark? theme, int year, SearchReader reader)
    {
        var words = SearchReading.Index(text, reader);
        return new IndexedText(
            text.Reference,
            Readers.None,
            (int)text.Kind,
            year,
            text.Party is null ? "" : text.Who.Value,
            theme is null ? "" : SearchTheme.Write(theme),
            words.Stems,
            words.Parts,
            words.Beside
        );
    }
}

/// <summary>A theme in the index: its key, and its name when the lexicon does not have it.</summary>
internal static class SearchTheme
{
    private const char Separator = '\n';

    public static string Write(ThemeMark theme) =>
        Lexicon.Standard.Find(theme.Key) is null ? $"{theme.Key}{Separator}{theme.Name.Bokmal}" : theme.Key;

    public static string KeyOf(string theme) => theme.Split(Separator)[0];

    public static string NameOf(string theme, string language) =>
        Lexicon.Standard.Find(KeyOf(theme))?.Name.In(language) ?? theme.Split(Separator)[^1];
}
