using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Reading;

// Who took part, and who sat together.
public sealed partial class ReportReader
{
    private ImmutableList<FoundParty> Parties(string host)
    {
        var parties = ImmutableList.CreateBuilder<FoundParty>();
        var listed = false;
        foreach (var line in _lines)
        {
            var pieces = _pieces.FindAll(piece => piece.Paragraph == line.Paragraph);
            var isList = pieces.Exists(piece => piece.Role == PieceRole.Told) && !pieces.Exists(IsTalk)
                && SpeakerLine(line.Text) is null && FactReader.LabelOf(line.Text) is null or FactReader.PartiesLabel;
            foreach (var sentence in PeopleInText.Sentences(line.Text))
            {
                if (ReportLexicon.TellsWhoStayedAway(sentence)) continue;
                if (!isList && (!ReportLexicon.TellsWhoCame(sentence) || ReportLexicon.TellsOfNext(sentence))) continue;
                var named = PartyFinder.NamesIn(sentence, _register).ToList();
                // «Samlingen ble holdt i Lom, der alle møtte» names one place and lists nobody.
                if (!isList && named.Count < 2) continue;
                listed |= named.Count > 2;
                foreach (var party in named) AddParty(party, line.Paragraph, Certainty.Certain);
            }
        }

        // Those who sat together took part, whoever else is named.
        foreach (var line in _lines)
            foreach (var party in PairsOf(line).SelectMany(group => group))
            {
                listed = true;
                AddParty(party, line.Paragraph, Certainty.Certain);
            }

        if (_register(host) is { } hosting) AddParty(hosting, -1, Certainty.Likely);
        foreach (var piece in _pieces)
            foreach (var speaker in piece.Speakers)
                foreach (var party in OfSpeaker(speaker.Organisation.Value))
                    AddParty(party, piece.Paragraph, listed ? Certainty.Guess : Certainty.Likely);
        if (!listed)
            foreach (var line in _lines.Where(line => !ReportLexicon.TellsOfNext(line.Text)))
                foreach (var party in PartyFinder.WithTitleIn(line.Text, _register))
                    AddParty(party, line.Paragraph, Certainty.Guess);
        return parties.ToImmutable();

        void AddParty(FoundParty party, int paragraph, Certainty certainty)
        {
            if (!parties.Any(there => there.Kind == party.Kind
                && (there.RegisterNumber is not null ? there.RegisterNumber == party.RegisterNumber : there.Name == party.Name)))
                parties.Add(party with { Paragraph = paragraph, Certainty = certainty });
        }
    }

    private IEnumerable<FoundParty> OfSpeaker(string organisation) =>
        _register(organisation) is { } party ? [party] : PartyFinder.WithTitleIn(organisation, _register);

    private ImmutableList<ImmutableList<int>> Pairs(ImmutableList<FoundParty> parties)
    {
        var pairs = ImmutableList.CreateBuilder<ImmutableList<int>>();
        var taken = new HashSet<int>();
        foreach (var line in _lines)
            foreach (var group in PairsOf(line))
            {
                ImmutableList<int> places = [.. group
                    .Select(party => parties.FindIndex(there => there.Name == party.Name && there.Kind == party.Kind))];
                if (places.Contains(-1) || places.Exists(taken.Contains)) continue;
                pairs.Add(places);
                taken.UnionWith(places);
            }

        return pairs.ToImmutable();
    }

    private IEnumerable<IReadOnlyList<FoundParty>> PairsOf(SourceLine line)
    {
        var role = _pieces.Find(piece => piece.Paragraph == line.Paragraph)?.Role;
        if (FactReader.LabelOf(line.Text) == FactReader.PartiesLabel || SpeakerLine(line.Text) is not null) return [];
        if (line.Shape == ParagraphShape.Row && role == PieceRole.Told && PairFinder.OfCells(line.Cells, _register) is { } row)
            return [row];
        // «Hamar/Elverum: Hamar utfordret …» tells who sat together, and what they said.
        if (role is PieceRole.Told or PieceRole.GroupWork or PieceRole.Point && PairFinder.Whole(line.Text, _register) is { } whole)
            return [whole];
        return role == PieceRole.Told || ReportLexicon.TellsOfPairs(line.Text) ? PairFinder.In(line.Text, _register) : [];
    }
}
