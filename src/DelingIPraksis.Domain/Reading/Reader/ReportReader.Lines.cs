using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

public sealed partial class ReportReader
{
    private void TakeText(int at)
    {
        var line = _lines[at];
        var text = line.Text;
        if (_part == Part.Contents)
        {
            if (Recurs(line))
            {
                AddLeftOut(line, LeftOutReason.Page);
                return;
            }

            _part = Part.Front;
        }

        if (FactReader.LabelOf(text) is { } label)
        {
            Add(line, label == FactReader.PartiesLabel || ReportLexicon.TellsOfPairs(label) ? PieceRole.Told : PieceRole.Fact,
                Certainty.Certain);
            return;
        }

        if (TakeProgrammeLine(line, text)) return;
        if (IsLinkLine(line))
        {
            TakeLink(line);
            return;
        }

        if (_part is Part.Talk or Part.Welcome && LastSpoken() is { } spoken)
        {
            var justBefore = spoken == _pieces.Count - 1;
            if (SpeakerLine(text) is { } speakers || (justBefore && (speakers = People(text)).Count > 0 && text.Length <= 160))
            {
                _pieces[spoken] = _pieces[spoken] with { Speakers = _pieces[spoken].Speakers.AddRange(speakers) };
                Add(line, PieceRole.Told, Certainty.Certain);
                return;
            }
        }

        if (_part is Part.Talk or Part.Talks or Part.Block or Part.Programme && !text.EndsWith('.') && EmbeddedTalk(text) is { } talk)
        {
            AddTalk(line, talk.Title, talk.Speakers, Certainty.Likely);
            return;
        }

        TakeProse(at);
    }

    private void TakeProse(int at)
    {
        var line = _lines[at];
        var text = line.Text;
        // What tells of the next gathering closes the report, also without a heading.
        if (ReportLexicon.TellsOfNext(text) && (_pointsSeen || (at >= _lines.Count - 2 && at > 2)))
        {
            _part = Part.Closing;
        }
        // «Vel heim!» closes it too.
        else if (_pointsSeen && at == _lines.Count - 1 && text.EndsWith('!') && text.Split(' ').Length <= 8) _part = Part.Closing;

        if (_part is Part.Front or Part.About or Part.Talk or Part.Block or Part.GroupWork or Part.Barriers or Part.Opportunities
            && text.EndsWith(':') && Next(at)?.Shape is ParagraphShape.Item)
        {
            var lead = LeadsTo(at);
            if (lead is HeadingKind.Barriers or HeadingKind.Opportunities)
            {
                Add(line, PieceRole.GroupWork, Certainty.Likely);
                (_part, _pointsSeen, _inBlock) = (lead == HeadingKind.Barriers ? Part.Barriers : Part.Opportunities, true, false);
                return;
            }

            if (lead == HeadingKind.Parties)
            {
                Add(line, _part is Part.Front ? PieceRole.About : RoleOfProse(), Certainty.Likely);
                _part = Part.Parties;
                return;
            }
        }

        if (TakeListsInSentences(line)) return;
        Add(line, RoleOfProse(at), Certainty.Likely);
        // Without headings, the words themselves say that the group work begins.
        if (_part == Part.Front && ReportLexicon.KindOf(text) == HeadingKind.GroupWork && _pieces.Count > 2)
        {
            _pieces[^1] = _pieces[^1] with { Role = PieceRole.GroupWork };
            (_part, _pointsSeen) = (Part.GroupWork, true);
        }
    }

    private PieceRole RoleOfProse(int at = -1)
    {
        var text = at < 0 ? "" : _lines[at].Text;
        switch (_part)
        {
            case Part.Network:
                return PieceRole.NetworkAbout;
            case Part.Welcome:
                return PieceRole.Welcome;
            case Part.Block:
                return PieceRole.BlockText;
            case Part.Talk:
                return PieceRole.TalkText;
            case Part.Parties:
                return PartyFinder.NamesIn(text, _register).Any() ? PieceRole.Told : PieceRole.About;
            case Part.Pairs:
                return PairFinder.In(text, _register).Any() ? PieceRole.Told : PieceRole.GroupWork;
            case Part.GroupWork or Part.Section when !text.Contains(':') && PairFinder.Whole(text, _register) is not null:
                return PieceRole.Told;
            case Part.Closing:
                return PieceRole.Closing;
            case Part.Barriers or Part.Opportunities or Part.Asks or Part.Section:
                return IsListOfLines(at) ? PointRole() : PieceRole.GroupWork;
            case Part.GroupWork:
                return PieceRole.GroupWork;
            default:
                return PieceRole.About;
        }
    }

    private PieceRole PointRole() => _part switch
    {
        Part.Barriers => PieceRole.Barrier,
        Part.Opportunities => PieceRole.Opportunity,
        Part.Asks => PieceRole.Ask,
        _ => PieceRole.Point,
    };

    // A list without marks: the part has no items with marks, and its lines are short.
    private bool IsListOfLines(int at)
    {
        if (at < 0) return false;
        var start = at;
        while (start > 0 && !IsHeading(start)) start--;
        for (var under = start + 1; under < _lines.Count && !IsHeading(under); under++)
            if (_lines[under].Shape == ParagraphShape.Item) return false;
        return _lines[at].Text.Length <= 400 && PeopleInText.Sentences(_lines[at].Text).Count() <= 3;
    }

    private void TakeItem(int at)
    {
        var line = _lines[at];
        if (IsLinkLine(line) && _part is Part.Talk or Part.Welcome)
        {
            TakeLink(line);
            return;
        }

        if (_part == Part.Contents)
        {
            AddLeftOut(line, LeftOutReason.Page);
            return;
        }

        if (_part is Part.Programme or Part.Talks or Part.Block or Part.Talk)
        {
            if (TakeProgrammeLine(line, line.Text)) return;
            if (EmbeddedTalk(line.Text) is { } talk)
            {
                AddTalk(line, talk.Title, talk.Speakers, Certainty.Likely);
                return;
            }
        }

        switch (_part)
        {
            case Part.Barriers or Part.Opportunities or Part.Asks or Part.Section:
                Add(line, PointRole(), Certainty.Certain);
                break;
            case Part.Parties:
                Add(line, PieceRole.Told, Certainty.Certain);
                break;
            case Part.Pairs:
                Add(line, PairFinder.In(line.Text, _register).Any() ? PieceRole.Told : PieceRole.GroupWork, Certainty.Likely);
                break;
            default:
                Add(line, RoleOfProse(), Certainty.Likely, $"– {line.Text}");
                break;
        }
    }

    private void TakeRow(SourceLine line)
    {
        var cells = line.Cells.Select(cell => cell.Trim()).ToList();
        var kinds = cells.ConvertAll(ReportLexicon.KindOf);
        if (kinds.TrueForAll(kind => kind is HeadingKind.Barriers or HeadingKind.Opportunities or HeadingKind.Asks) && kinds.Count > 0
            && cells.TrueForAll(cell => cell.Length <= 60))
        {
            _columns = [.. kinds];
            (_part, _pointsSeen, _inBlock) = (Part.GroupWork, true, false);
            AddLeftOut(line, LeftOutReason.Heading);
            return;
        }

        if (_columns.Length == cells.Count)
        {
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column].Length == 0) continue;
                Add(line, _columns[column] switch
                {
                    HeadingKind.Barriers => PieceRole.Barrier,
                    HeadingKind.Opportunities => PieceRole.Opportunity,
                    _ => PieceRole.Ask,
                }, Certainty.Likely, cells[column]);
                _pieces[^1] = _pieces[^1] with { Original = cells[column] };
            }

            return;
        }

        if (cells.Count(cell => TableHead().IsMatch(cell)) * 2 >= cells.Count(cell => cell.Length > 0))
        {
            AddLeftOut(line, LeftOutReason.Practical);
            return;
        }

        if (cells is [var key, var value] && FactReader.LabelOf($"{key.TrimEnd(':')}: {value}") is { } label)
        {
            Add(line, label == FactReader.PartiesLabel ? PieceRole.Told : PieceRole.Fact, Certainty.Certain);
            return;
        }

        if (_part is Part.Barriers or Part.Opportunities or Part.Asks or Part.Section)
        {
            Add(line, PointRole(), Certainty.Likely, string.Join(" – ", cells.Where(cell => cell.Length > 0)));
            return;
        }

        if (_part is Part.Parties or Part.Pairs || (_part == Part.GroupWork && PairFinder.OfCells(cells, _register) is not null))
        {
            Add(line, PieceRole.Told, Certainty.Likely);
            return;
        }

        var talk = TalkOfRow(line);
        if (talk is not null && TakeProgrammeLine(line with { HasTime = true }, talk.Title, talk.Speakers)) return;
        Add(line, RoleOfProse(), Certainty.Guess, string.Join(" – ", cells.Where(cell => cell.Length > 0)));
    }

    [GeneratedRegex(
        @"^(?:tid(?:spunkt)?|kl\.?|klokka|klokkeslett|når|tema|tittel|innlegg|hva|kva|innhold|innhald|emne|foredrag\w*|"
            + @"føredrag\w*|ved|hvem|kven|innleder\w*|innlei\w*|ansvar\w*|kommune|organisasjon|navn|namn|presentasjon|lenke|"
            + @"lenkje|nr\.?|par|(?:kommune|part)\s?(?:[A-D]|[1-4])|program(?:post)?|aktivitet|hvor|kvar|sted|varighet|lengd)$", Any)]
    private static partial Regex TableHead();
}
