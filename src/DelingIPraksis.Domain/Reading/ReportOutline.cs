using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reading;

/// <summary>The gathering that the pieces of a report make, in their order.</summary>
/// <param name="Texts">The running texts, by the role of their pieces.</param>
/// <param name="Welcomers">Who spoke the welcome.</param>
/// <param name="WelcomeLinks">The links of the welcome.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="Talks">All talks.</param>
/// <param name="Points">The points.</param>
public sealed record ReportOutline(
    ImmutableSortedDictionary<PieceRole, PlainText> Texts,
    ImmutableList<Speaker> Welcomers,
    ImmutableList<SourceLink> WelcomeLinks,
    ImmutableList<OutlinedBlock> Blocks,
    ImmutableList<OutlinedTalk> Talks,
    ImmutableList<OutlinedPoint> Points)
{
    /// <summary>The running text of a role; empty when there is none.</summary>
    public PlainText TextOf(PieceRole role) => Texts.GetValueOrDefault(role);

    /// <summary>Puts the pieces of a report together.</summary>
    public static ReportOutline Of(EarlierReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var made = new Making();
        foreach (var piece in report.Pieces) made.Take(piece);
        return made.Whole();
    }

    private sealed class Making
    {
        private readonly Dictionary<PieceRole, List<string>> _texts = [];
        private readonly List<Speaker> _welcomers = [];
        private readonly List<SourceLink> _welcomeLinks = [];
        private readonly List<OutlinedBlock> _blocks = [];
        private readonly List<OutlinedTalk> _talks = [];
        private readonly List<OutlinedPoint> _points = [];
        private PlainText _section;
        private bool _inWelcome;

        private bool PointsStandAbove => _points.Count > 0 || _texts.ContainsKey(PieceRole.GroupWork);

        public void Take(Piece piece)
        {
            var text = WithAddresses(piece);
            switch (piece.Role)
            {
                case PieceRole.Block:
                    _blocks.Add(new(piece.Number, piece.Text, "", PointsStandAbove));
                    break;
                case PieceRole.BlockText when _blocks.Count > 0:
                    _blocks[^1] = _blocks[^1] with { Introduction = Joined(_blocks[^1].Introduction, text) };
                    break;
                case PieceRole.Talk or PieceRole.TalkAlone:
                    _inWelcome = false;
                    _talks.Add(new(
                        piece.Number,
                        piece.Text,
                        piece.Role == PieceRole.Talk && _blocks.Count > 0 ? _blocks.Count - 1 : null,
                        _blocks.Count,
                        PointsStandAbove,
                        piece.Speakers,
                        piece.Links,
                        ""));
                    break;
                case PieceRole.TalkText when _talks.Count > 0:
                    _talks[^1] = _talks[^1] with { Summary = Joined(_talks[^1].Summary, text),
                        Links = [.. _talks[^1].Links, .. piece.Links] };
                    break;
                case PieceRole.Link when _inWelcome:
                    _welcomeLinks.AddRange(piece.Links);
                    break;
                case PieceRole.Link when _talks.Count > 0:
                    _talks[^1] = _talks[^1] with { Links = [.. _talks[^1].Links, .. piece.Links] };
                    break;
                case PieceRole.Barrier or PieceRole.Opportunity or PieceRole.Ask:
                    _points.Add(new(piece.Number, piece.Role, "", text));
                    break;
                case PieceRole.Section:
                    _section = piece.Text;
                    break;
                case PieceRole.Point:
                    _points.Add(new(piece.Number, piece.Role, _section, text));
                    break;
                case PieceRole.Fact or PieceRole.Told or PieceRole.LeftOut:
                    break;
                default:
                    _inWelcome = piece.Role == PieceRole.Welcome;
                    if (_inWelcome)
                    {
                        _welcomers.AddRange(piece.Speakers);
                    }

                    // A part that has nothing above it to belong to is told about the gathering, so that it is not lost.
                    Write(piece.Role is PieceRole.BlockText or PieceRole.TalkText or PieceRole.Link ? PieceRole.About : piece.Role, text);
                    break;
            }
        }

        public ReportOutline Whole() => new(
            _texts.ToImmutableSortedDictionary(text => text.Key, text => (PlainText)string.Join("\n\n", text.Value)),
            [.. _welcomers],
            [.. _welcomeLinks],
            [.. _blocks],
            [.. _talks],
            [.. _points]);

        // Links in running texts are written «[words](address)», as the report reads them. Those of a talk stand beside it.
        private static string WithAddresses(Piece piece)
        {
            var text = piece.Text.Value;
            if (piece.Role is PieceRole.Talk or PieceRole.TalkAlone or PieceRole.TalkText or PieceRole.Link) return text;
            foreach (var link in piece.Links)
            {
                var at = link.Words.Length > 0 ? text.IndexOf(link.Words, StringComparison.Ordinal) : -1;
                if (at >= 0) text = $"{text[..at]}[{link.Words}]({link.Address.AbsoluteUri}){text[(at + link.Words.Length)..]}";
                else if (!text.Contains(link.Address.OriginalString,
                    StringComparison.Ordinal)) text = $"{text} {link.Address.AbsoluteUri}".Trim();
            }

            return text;
        }

        private void Write(PieceRole role, string text)
        {
            if (text.Length == 0) return;
            if (!_texts.TryGetValue(role, out var there)) _texts[role] = there = [];
            // The items of a list stand close.
            if (there.Count > 0 && text.StartsWith("– ", StringComparison.Ordinal)) there[^1] = $"{there[^1]}\n{text}";
            else there.Add(text);
        }

        private static PlainText Joined(PlainText before, string text) =>
            before.IsEmpty ? text : text.StartsWith("– ", StringComparison.Ordinal) ? $"{before}\n{text}" : $"{before}\n\n{text}";
    }
}

/// <summary>A block.</summary>
/// <param name="Piece">The piece that is its title.</param>
/// <param name="Title">Its title.</param>
/// <param name="Introduction">Its introduction.</param>
/// <param name="AfterPoints">Whether the group work stands before it.</param>
public sealed record OutlinedBlock(int Piece, PlainText Title, PlainText Introduction, bool AfterPoints);

/// <summary>A talk.</summary>
/// <param name="Piece">The piece that is its title.</param>
/// <param name="Title">Its title.</param>
/// <param name="Block">The place of its block, or null when it stands outside.</param>
/// <param name="BlocksBefore">How many blocks stand before it.</param>
/// <param name="AfterPoints">Whether the group work stands before it.</param>
/// <param name="Speakers">Who gave it.</param>
/// <param name="Links">The presentations.</param>
/// <param name="Summary">What was said.</param>
public sealed record OutlinedTalk(
    int Piece,
    PlainText Title,
    int? Block,
    int BlocksBefore,
    bool AfterPoints,
    ImmutableList<Speaker> Speakers,
    ImmutableList<SourceLink> Links,
    PlainText Summary);

/// <summary>A point.</summary>
/// <param name="Piece">The piece that it is.</param>
/// <param name="Role">Barrier, opportunity, ask or other.</param>
/// <param name="Section">The title of its section, for another point.</param>
/// <param name="Text">What it says.</param>
public sealed record OutlinedPoint(int Piece, PieceRole Role, PlainText Section, PlainText Text);
