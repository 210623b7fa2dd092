using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Web.Desk;

/// <summary>The order of notes.</summary>
public enum NoteOrder
{
    /// <summary>In the order they were written.</summary>
    Came,

    /// <summary>Most support first.</summary>
    Support,

    /// <summary>By author.</summary>
    Party,
}

/// <summary>The headings that notes are arranged under.</summary>
public enum NoteArrangement
{
    /// <summary>The groups made by hand; the rest under «uten gruppe».</summary>
    Group,

    /// <summary>The theme that was written on them.</summary>
    Theme,

    /// <summary>The pair that wrote them.</summary>
    Pair,

    /// <summary>One list.</summary>
    None,
}

/// <summary>
/// Which notes the desk shows, and how. Its state is in the address, so that it survives a reload and can be shared.
/// </summary>
public sealed record NoteFilter
{
    /// <summary>Only one kind, or null.</summary>
    public NoteKind? Kind { get; init; }

    /// <summary>Only one pair, or null.</summary>
    public Id<Pair>? Pair { get; init; }

    /// <summary>Only one party, or null.</summary>
    public Id<Party>? Party { get; init; }

    /// <summary>Only those with this theme written on them; null for all.</summary>
    public string? Theme { get; init; }

    /// <summary>Only those for one addressee, or null.</summary>
    public Addressee? To { get; init; }

    /// <summary>Only those that a party wants to bring to the plenary, or agrees with.</summary>
    public bool Supported { get; init; }

    /// <summary>Only one group; the empty identity for those in none; null for all.</summary>
    public Id<NoteGroup>? Group { get; init; }

    /// <summary>Only those with one usage, or null.</summary>
    public NoteUsage? Usage { get; init; }

    /// <summary>Words that must all be in the note or in its author's name.</summary>
    public string Words { get; init; } = "";

    /// <summary>The order.</summary>
    public NoteOrder Order { get; init; }

    /// <summary>The headings.</summary>
    public NoteArrangement By { get; init; }

    /// <summary>Whether any note is hidden.</summary>
    public bool IsNarrow => (this with { Order = default, By = default }) != new NoteFilter();

    /// <summary>The notes that are shown, in order.</summary>
    public IReadOnlyList<BoardNote> Of(DeskSession session)
    {
        var pair = Pair is { } id ? session.View.AllPairs.FirstOrDefault(pair => pair.Id == id) : null;
        var search = new NoteSearch(Words);
        var shown = session.Notes.Where(note =>
            (Kind is null || note.Note.Kind == Kind)
            && (pair is null || (pair.Round == note.Note.Round && pair.Members.Contains(note.Where.Party)))
            && (Party is null || note.Where.Party == Party)
            && (Theme is null || string.Equals(note.Note.Theme.Value, Theme, StringComparison.OrdinalIgnoreCase))
            && (To is null || note.Note.To == To)
            && (!Supported || Support(note) > 0)
            && (Group is null || (session.GroupOf(note.Where)?.Id ?? default) == Group)
            && (Usage is null || session.Coverage.UsageOf(note.Where) == Usage)
            && search.Finds(note.Note.Text, NameOf(session, note)));
        return Order switch
        {
            NoteOrder.Support => [.. shown.OrderByDescending(Support)],
            NoteOrder.Party => [.. shown.OrderBy(note => NameOf(session, note), NorwegianOrder.Comparer)],
            _ => [.. shown],
        };
    }

    /// <summary>The number of parties that support a note, without its own.</summary>
    public static int Support(BoardNote note) => note.Note.Votes.Count + note.Note.AgreedBy.Count;

    /// <summary>The value for the address, without defaults.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["slag"] = Kind?.ToString(),
        ["par"] = Pair?.ToString(),
        ["deltaker"] = Party?.ToString(),
        ["tema"] = Theme,
        ["til"] = To?.ToString(),
        ["stott"] = Supported ? "ja" : null,
        ["gruppe"] = Group?.ToString(),
        ["status"] = Usage?.ToString(),
        ["sok"] = Words.Length == 0 ? null : Words,
        ["rekkefolge"] = Order == default ? null : Order.ToString(),
        ["ordnet"] = By == default ? null : By.ToString(),
    };

    /// <summary>Parses an address. Unknown values are ignored.</summary>
    public static NoteFilter From(string query)
    {
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return new()
        {
            Kind = One<NoteKind>("slag"),
            Pair = Identity<Pair>("par"),
            Party = Identity<Party>("deltaker"),
            Theme = Text("tema"),
            To = One<Addressee>("til"),
            Supported = Text("stott") is not null,
            Group = Identity<NoteGroup>("gruppe"),
            Usage = One<NoteUsage>("status"),
            Words = Text("sok") ?? "",
            Order = One<NoteOrder>("rekkefolge") ?? default,
            By = One<NoteArrangement>("ordnet") ?? default,
        };

        string? Text(string key) => asked.TryGetValue(key, out var value) ? value.ToString() : null;
        T? One<T>(string key) where T : struct, Enum => Enum.TryParse<T>(Text(key), out var value) && Enum.IsDefined(value) ? value : null;
        Id<T>? Identity<T>(string key) => Id<T>.TryParse(Text(key), null, out var value) ? value : null;
    }

    private static string NameOf(DeskSession session, BoardNote note) => session.View.Party(note.Where.Party)?.Name.Value ?? "";
}
