using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis.Representation;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Whether the points leave anybody out («ingen utelatt»): of n parties that have said something and k points, no n/k parties have notes
/// in common and no point. A party stands behind a point when it wrote, agreed with or voted for one of its notes.
/// </summary>
/// <param name="Parties">How many parties have written a note, agreed with one or voted for one.</param>
/// <param name="Points">How many points there are, in all sections.</param>
/// <param name="Share">How many parties are as many as a point's share.</param>
/// <param name="Missing">The voices without a point, those of most parties first; empty when nobody is left out.</param>
public sealed record NobodyLeftOut(int Parties, int Points, int Share, ImmutableList<MissingVoice> Missing)
{
    /// <summary>Audits the points of a gathering; null when there is no point, or nobody has said anything.</summary>
    internal static NobodyLeftOut? Of(Gathering gathering)
    {
        if (gathering.Points.IsEmpty) return null;
        var notes = BoardNote.AllOf(gathering.Workshop.Work.Values);
        var behind = notes.ConvertAll(PartiesBehind);
        var said = behind.SelectMany(parties => parties).ToHashSet();
        List<Id<Party>> spoken = [.. gathering.PartiesInOrder.Select(party => party.Id).Where(said.Contains)];
        if (spoken.Count == 0) return null;
        var number = spoken.Index().ToDictionary(party => party.Item, party => party.Index);
        var voters = behind.ConvertAll(parties => parties.ConvertAll(party => number[party]));
        var sources = gathering.Points.SelectMany(point => point.Sources).ToHashSet();
        var heard = notes.Index().Where(note => sources.Contains(note.Item.Where)).SelectMany(note => voters[note.Index]).ToHashSet();
        var share = JustifiedRepresentation.ShareOf(spoken.Count, gathering.Points.Count);
        // Most reports are done here: the texts are read only when enough parties have no point.
        if (spoken.Count - heard.Count < share) return new(spoken.Count, gathering.Points.Count, share, []);
        var voices = Voices.Of(gathering, notes);
        var unheard = JustifiedRepresentation.Audit(
            share,
            heard,
            voices.ConvertAll(voice => (IReadOnlyCollection<int>)voice.Notes.SelectMany(note => voters[note]).ToHashSet())
        );
        return new(spoken.Count, gathering.Points.Count, share, unheard.ConvertAll(group =>
        {
            var (name, theirs) = voices[group.Candidate];
            var among = group.Voters.ToHashSet();
            // The note that most of them stand behind, and of equals the first: written by one of them when there is one.
            var suggested = theirs
                .OrderByDescending(note => voters[note].Count(among.Contains))
                .ThenByDescending(note => among.Contains(number[notes[note].Where.Party]))
                .ThenBy(note => note)
                .First();
            var (where, note) = notes[suggested];
            return new MissingVoice(name, group.Voters.ConvertAll(voter => spoken[voter]), where, note.Text);
        }));
    }

    private static List<Id<Party>> PartiesBehind(BoardNote note) =>
        [.. note.Note.AgreedBy.Union(note.Note.Votes).Add(note.Where.Party)];
}

/// <summary>Parties that have notes in common and no point.</summary>
/// <param name="Theme">What their notes are about; null when it is one note, or notes that say the same.</param>
/// <param name="Parties">The parties, in the order of the gathering.</param>
/// <param name="Note">The note that is suggested for a point: the one that most of them stand behind.</param>
/// <param name="Text">What it says.</param>
public sealed record MissingVoice(ThemeName? Theme, ImmutableList<Id<Party>> Parties, NoteRef Note, PlainText Text);
