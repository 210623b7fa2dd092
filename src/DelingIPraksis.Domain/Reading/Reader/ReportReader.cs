using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>
/// Reads an earlier report. It goes through the lines in order and gives each a role by what the last heading said, by its form and by
/// the words it begins with. Then it finds speakers, facts, parties and pairs in what was read. Every line becomes one piece, so nothing
/// is lost.
/// </summary>
public sealed partial class ReportReader
{
    private readonly List<SourceLine> _lines;
    private readonly RegisterLookup _register;
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<string, int> _times;
    private readonly string _all;
    private readonly bool _isMarked;

    private Part _part = Part.Front;
    private bool _inBlock;
    private bool _pointsSeen;
    private int _blockLevel;
    private int _title = -1;
    private HeadingKind[] _columns = [];

    private ReportReader(SourceDocument document, RegisterOn registers)
    {
        _lines = SourceLines.Of(document);
        _register = registers(FactReader.DayOf(_lines));
        _all = string.Join('\n', document.Paragraphs.Select(paragraph => paragraph.Text));
        _times = _lines.CountBy(line => Folded(line.Text)).ToDictionary(count => count.Key, count => count.Value);
        // Where headings are marked, a short line without a mark is seldom one.
        _isMarked = _lines.Count(line => line.IsMarked) >= 3;
    }

    private enum Part
    {
        Front,
        Contents,
        About,
        Network,
        Welcome,
        Programme,
        Talks,
        Block,
        Talk,
        Parties,
        Pairs,
        GroupWork,
        Barriers,
        Opportunities,
        Asks,
        Section,
        Closing,
    }

    /// <summary>Reads a report.</summary>
    /// <param name="document">Its paragraphs.</param>
    /// <param name="registers">Finds municipalities and counties, as they were on the day of the gathering.</param>
    public static EarlierReport Read(SourceDocument document, RegisterOn registers)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(registers);
        var reader = new ReportReader(document, registers);
        for (var at = 0; at < reader._lines.Count; at++) reader.Take(at);
        reader.MergeRepeated();
        reader.FindSpeakers();
        reader.NameTheNetwork();
        return reader.Finish();
    }

    private bool IsPlace(string name) => _register(name) is not null;

    private static string Folded(string text) => TextMarks.Fold(text).ToLowerInvariant().Trim(' ', '.', ':', '-');

    private SourceLine? Next(int at, int steps = 1) => at + steps < _lines.Count ? _lines[at + steps] : null;

    private void Take(int at)
    {
        var line = _lines[at];
        if (_title < 0 && line.Shape is ParagraphShape.Text or ParagraphShape.Heading && IsTitle(at))
        {
            _title = _pieces.Count;
            Add(line, PieceRole.Fact, Certainty.Likely);
            return;
        }

        if (line.Shape == ParagraphShape.Contents || (ReportLexicon.BelongsToPage(line.Text) && line.Links.Count == 0)) AddLeftOut(line,
            LeftOutReason.Page);
        else if (line.Shape == ParagraphShape.Row) TakeRow(line);
        else if (line.Shape == ParagraphShape.Item) TakeItem(at);
        else if (IsHeading(at)) TakeHeading(at);
        else TakeText(at);
        if (line.Shape != ParagraphShape.Row) _columns = [];
    }

    private bool IsTitle(int at)
    {
        var line = _lines[at];
        if (line.Text.Length is < 4 or > 200 || FactReader.IsLabelled(line.Text) || ReportLexicon.BelongsToPage(line.Text)) return false;
        // A heading of the first level is the title, also when a menu or a line about the network stands above it.
        var first = _lines.FindIndex(other => other is { Shape: ParagraphShape.Heading, Level: 1 });
        if (first >= 0 && first < 40) return at == first;
        if (line.Text.EndsWith('.')) return false;
        // The first line that has some words is the title, whatever they are: «Oppsummering fra samling i …».
        if (_pieces.TrueForAll(piece => piece.Role == PieceRole.LeftOut) && line.Text.Split(' ').Length > 3) return true;
        return DateReader.In(line.Text, _all).Any()
            || ReportLexicon.KindOf(line.Text) is HeadingKind.Unknown or HeadingKind.Talks or HeadingKind.GroupWork;
    }

    private bool IsHeading(int at)
    {
        var line = _lines[at];
        if (line.Shape == ParagraphShape.Heading) return line.Text.Length <= Limits.Line;
        var text = line.Text;
        if (text.Length > 160 || line.HasTime || text.EndsWith('.') || text.EndsWith(',') || IsLinkLine(line)) return false;
        if (FactReader.IsLabelled(text) || SpeakerLine(text) is not null) return false;
        if (line.IsStrong || line.IsNumbered || line.IsCapitals || IsCountedTalk(text)) return true;
        var kind = ReportLexicon.KindOf(text);
        var words = text.Split(' ').Length;
        if (text.EndsWith(':')) return words <= 14 && LeadsTo(at) != HeadingKind.Unknown && PeopleInText.Sentences(text).Count() == 1;
        // Who speaks on the next line shows a title everywhere.
        if (_isMarked) return words <= 20 && Next(at) is { } under
            && (SpeakerLine(under.Text) is not null || (IsLinkLine(under) && _part is Part.Block or Part.Talk or Part.Talks));
        if (kind != HeadingKind.Unknown && words <= 12) return true;
        return char.IsUpper(text.TrimStart('«', '"').FirstOrDefault()) && words <= 20 && HasEvidence(at);
    }

    // What shows that a line without a mark is the title of a talk: what comes under it.
    private bool HasEvidence(int at) => Next(at) is { } next
        && (IsLinkLine(next)
            || SpeakerLine(next.Text) is not null
            || (_part is not Part.Front && next.Shape == ParagraphShape.Text && next.Text.EndsWith('.')
                && next.Text.Length > _lines[at].Text.Length * 1.5)
            || (next.Shape == ParagraphShape.Text && !next.Text.EndsWith('.') && EmbeddedTalk(next.Text) is not null && !next.HasTime
                && EmbeddedTalk(_lines[at].Text) is null));

    private HeadingKind LeadsTo(int at)
    {
        // In a paragraph, the last sentence leads to the list.
        var text = PeopleInText.Sentences(_lines[at].Text).LastOrDefault() ?? "";
        var kind = ReportLexicon.KindOf(text);
        if (text.Length == _lines[at].Text.Length && kind != HeadingKind.Unknown) return kind;
        if (Next(at)?.Shape is not ParagraphShape.Item) return HeadingKind.Unknown;
        // In the group work, also words that say less: «Hva kan vi gjøre?»
        if (_part is Part.GroupWork or Part.Barriers or Part.Opportunities
            && ReportLexicon.WeakKindOf(text) is not HeadingKind.Unknown and var weak) return weak;
        kind = ReportLexicon.LeadOf(text);
        return kind != HeadingKind.Unknown ? kind : ReportLexicon.TellsWhoCame(text) ? HeadingKind.Parties : HeadingKind.Unknown;
    }

    private bool IsTitleAgain(string text)
    {
        var (one, title) = (Folded(DateReader.Without(text)), Folded(DateReader.Without(_pieces[_title].Original.Value)));
        return one.Length > 3 && (one == title || (title.Contains(one, StringComparison.Ordinal) && one.Length * 2 > title.Length));
    }

    private bool Recurs(SourceLine line) => _times.GetValueOrDefault(Folded(line.Text)) > 1;

    private void Enter(SourceLine heading, Part part)
    {
        AddLeftOut(heading, LeftOutReason.Heading);
        _part = part;
    }

    private void AddBlock(SourceLine line, string text)
    {
        Add(line, PieceRole.Block, Certainty.Likely, ReportLexicon.BlockTitle(text));
        (_part, _inBlock, _blockLevel) = (Part.Block, true, line.Level);
    }

    private void AddTalk(SourceLine line, string title, ImmutableList<Speaker> speakers, Certainty certainty)
    {
        Add(line, _inBlock ? PieceRole.Talk : PieceRole.TalkAlone, certainty, title.Trim().Trim('«', '»', '"', '“', '”').Trim());
        _pieces[^1] = _pieces[^1] with { Speakers = speakers };
        _part = Part.Talk;
    }

    private void AddLeftOut(SourceLine line, LeftOutReason reason)
    {
        Add(line, PieceRole.LeftOut, Certainty.Likely);
        _pieces[^1] = _pieces[^1] with { Reason = reason };
    }

    private void Add(SourceLine line, PieceRole role, Certainty certainty, string? text = null) =>
        _pieces.Add(new(_pieces.Count, line.Paragraph, line.Original, role, text ?? TextWithLinks(line), certainty) { Links = line.Links });

    // A link in a running text keeps its address. A link that is a line of its own is the presentation's.
    private static string TextWithLinks(SourceLine line) => line.Text.Replace('\t', ' ');
}
