using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The keys of parties and notes in a file: names for parties, and ids for notes. They are readable and unique.</summary>
internal sealed class ArchiveKeys
{
    private readonly Dictionary<Id<Party>, (int Order, string Key)> _parties = [];
    private readonly Dictionary<NoteRef, string> _notes = [];

    public ArchiveKeys(GatheringArchive archive)
    {
        var names = archive.Parties.CountBy(party => party.Name).ToDictionary();
        var taken = new HashSet<string>(
            archive.Parties.Where(party => names[party.Name] == 1).Select(party => party.Name.Value),
            StringComparer.Ordinal
        );
        foreach (var party in archive.Parties)
            _parties[party.Id] = (party.Order, names[party.Name] == 1 ? party.Name.Value : Told(party, taken));
        // Each party makes its own ids, so two parties may have made the same id.
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, _) in InOrder(archive))
            _notes[place] = ids.Add(place.Note.ToString())
                ? place.Note.ToString()
                : Derived(place.Note.ToString(), _parties[place.Party].Key).ToString("N");
    }

    public string Of(Id<Party> party) => _parties[party].Key;

    /// <summary>The place of a party among the invited parties.</summary>
    public int OrderOf(Id<Party> party) => _parties[party].Order;

    public string Of(NoteRef note) => _notes[note];

    /// <summary>The keys of some parties, in the order of their invitation and not of their ids.</summary>
    public IReadOnlyList<string> Of(IEnumerable<Id<Party>> parties) =>
        [.. parties.Select(party => _parties[party]).OrderBy(party => party.Order).Select(party => party.Key)];

    /// <summary>All notes, in the order in which they were written.</summary>
    public static IEnumerable<(NoteRef Where, Note Note)> InOrder(GatheringArchive archive) => archive.Work
        .SelectMany(work => work.Notes.Select(note => (new NoteRef(work.Party, note.Id), note)))
        .OrderBy(there => there.note.Sequence);

    /// <summary>
    /// The same parts always give the same id. Hazard: files from earlier versions contain these ids, and a file must stay the same and
    /// mean the same in every version.
    /// </summary>
    public static Guid Derived(params IEnumerable<object> of) => DerivedId.Unversioned(string.Join('/', of));

    private static string Told(Party party, HashSet<string> taken)
    {
        var told = party.RegisterNumber is { } number ? $"{party.Name} ({number})" : party.Name.Value;
        var key = told;
        for (var next = 2; !taken.Add(key); next++) key = string.Create(CultureInfo.InvariantCulture, $"{told} #{next}");
        return key;
    }
}
