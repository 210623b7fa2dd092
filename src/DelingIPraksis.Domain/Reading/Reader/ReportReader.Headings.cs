
namespace DelingIPraksis.Domain.Reading;

public sealed partial class ReportReader
{
    private void TakeHeading(int at)
    {
        var line = _lines[at];
        var text = line.IsCapitals ? FactReader.WithoutCapitals(line.Text, _register) : line.Text;
        if (_title >= 0 && IsTitleAgain(line.Text))
        {
            AddLeftOut(line, LeftOutReason.Repeated);
            return;
        }

        if (_part == Part.Contents && Recurs(line))
        {
            AddLeftOut(line, LeftOutReason.Page);
            return;
        }

        var kind = LeadsTo(at);
        var spoken = Next(at) is { } next && SpeakerLine(next.Text) is not null;
        if (line.Level > 0 && line.Level <= _blockLevel) _inBlock = false;
        switch (kind)
        {
            case HeadingKind.Block:
                AddBlock(line, text);
                return;
            case HeadingKind.Barriers or HeadingKind.Opportunities or HeadingKind.Asks when !spoken && HoldsPoints(at):
                _pointsSeen = true;
                _inBlock = false;
                Enter(line, kind switch
                {
                    HeadingKind.Barriers => Part.Barriers,
                    HeadingKind.Opportunities => Part.Opportunities,
                    _ => Part.Asks,
                });
                return;
            case HeadingKind.GroupWork when !spoken:
                _inBlock = false;
                _pointsSeen = true;
                // Points under the group work's own heading are a section by that name.
                if (Next(at)?.Shape == ParagraphShape.Item)
                {
                    Add(line, PieceRole.Section, Certainty.Guess, text.TrimEnd(':'));
                    _part = Part.Section;
                }
                else Enter(line, Part.GroupWork);
                return;
            case HeadingKind.Closing when !spoken && !IsLinkLine(Next(at)):
                _inBlock = false;
                if (Next(at) is null || text.EndsWith('!'))
                {
                    Add(line, PieceRole.Closing, Certainty.Likely);
                    _part = Part.Closing;
                    return;
                }

                Enter(line, Part.Closing);
                return;
            case HeadingKind.Welcome when !spoken || _part is Part.Front or Part.About or Part.Network:
                Enter(line, Part.Welcome);
                if (SpeakerLine(SpeakerPart(line.IsCapitals ? FactReader.InitialCapitals(line.Text)
                    : text)) is { Count: > 0 } speakers) _pieces[^1] = _pieces[^1] with { Speakers = speakers };
                return;
            case HeadingKind.About or HeadingKind.Network or HeadingKind.Contents or HeadingKind.Programme or HeadingKind.Parties
                or HeadingKind.Pairs or HeadingKind.Talks when !spoken:
                Enter(line, kind switch
                {
                    HeadingKind.About => Part.About,
                    HeadingKind.Network => Part.Network,
                    HeadingKind.Contents => Part.Contents,
                    HeadingKind.Programme => Part.Programme,
                    HeadingKind.Parties => Part.Parties,
                    HeadingKind.Pairs => Part.Pairs,
                    _ => Part.Talks,
                });
                return;
            case HeadingKind.Practical:
                AddLeftOut(line, LeftOutReason.Practical);
                return;
            default:
                TakeUnknownHeading(at, text);
                return;
        }
    }

    private void TakeUnknownHeading(int at, string text)
    {
        var line = _lines[at];
        if (IsCountedTalk(text) && EmbeddedTalk(text) is null)
        {
            AddTalk(line, TalkMark().Replace(text, "").TrimEnd(':'), [], Certainty.Likely);
            return;
        }

        if (EmbeddedTalk(text) is { } talk)
        {
            AddTalk(line, talk.Title, talk.Speakers, Certainty.Likely);
            return;
        }

        var direct = Next(at) is { } next && (IsLinkLine(next) || SpeakerLine(next.Text) is not null);
        if (!direct && !_pointsSeen && HoldsTalks(at)) AddBlock(line, text);
        else if (_pointsSeen && Next(at)?.Shape == ParagraphShape.Item && !direct)
        {
            Add(line, PieceRole.Section, Certainty.Likely, text.TrimEnd(':'));
            _part = Part.Section;
        }
        else if (direct || _inBlock || _part is Part.Talks or Part.Programme or Part.Talk || TellsOfTalk(at))
            AddTalk(line, text.TrimEnd(':'), [], direct ? Certainty.Likely : Certainty.Guess);
        else if (_part is Part.Front or Part.About or Part.Network or Part.Parties)
        {
            // A part of the introduction with a heading of its own: the heading is kept in the text.
            _part = Part.About;
            Add(line, PieceRole.About, Certainty.Guess, text);
        }
        else if (_pointsSeen)
        {
            if (_part is not Part.Closing) _part = Part.GroupWork;
            Add(line, _part is Part.Closing ? PieceRole.Closing : PieceRole.GroupWork, Certainty.Guess, text);
        }
        else AddTalk(line, text.TrimEnd(':'), [], Certainty.Guess);
    }

    // Whether somebody speaks, or a presentation is linked, in the text under a heading.
    private bool TellsOfTalk(int at)
    {
        for (var under = at + 1; under < _lines.Count && under < at + 8; under++)
        {
            if (IsLinkLine(_lines[under])) return true;
            if (IsHeading(under)) return false;
            if (PeopleInText.In(_lines[under].Text, IsPlace).Any()) return true;
        }

        return false;
    }

    private bool HoldsPoints(int at)
    {
        if (_part is Part.GroupWork or Part.Barriers or Part.Opportunities or Part.Asks or Part.Section) return true;
        if (Next(at)?.Shape is ParagraphShape.Item
            || (Next(at)?.Shape is ParagraphShape.Text && Next(at, 2)?.Shape is ParagraphShape.Item && !IsLinkLine(Next(at))))
            return true;
        return _lines[at].Text.Split(' ').Length <= 3 && !IsLinkLine(Next(at));
    }

    // Whether a heading has talks under it, so that it is a block.
    private bool HoldsTalks(int at)
    {
        var level = _lines[at].Level;
        for (var under = at + 1; under < _lines.Count; under++)
        {
            var line = _lines[under];
            if (line.Shape == ParagraphShape.Text && !line.Text.EndsWith('.') && EmbeddedTalk(line.Text) is not null) return true;
            if (line.Shape == ParagraphShape.Row && TalkOfRow(line) is { Speakers.Count: > 0 }) return true;
            if (!IsHeading(under)) continue;
            if (level == 0 || line.Level == 0 || line.Level <= level)
                return level == 0 && line.Level == 0 && under == at + 1 && Next(under) is { } next && SpeakerLine(next.Text) is not null;
            if (EmbeddedTalk(line.Text) is not null
                || _pieces.Exists(piece => IsTalk(piece) && Folded(piece.Text.Value) == Folded(line.Text))
                    || (Next(under) is { } first && (SpeakerLine(first.Text) is not null || IsLinkLine(first))))
                return true;
        }

        return false;
    }
}
