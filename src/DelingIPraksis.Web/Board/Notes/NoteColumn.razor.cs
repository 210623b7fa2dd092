using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Board;

/// <summary>One column of the board. It is redrawn only when its own content has changed, never because somebody is typing.</summary>
public partial class NoteColumn : ComponentBase
{
    private const int LongestQuote = 60;
    private Picture? _shown;
    private bool _changed;
    private NoteTyping? _typing;

    [Parameter, EditorRequired]
    public BoardSession Session { get; set; } = null!;

    [Parameter, EditorRequired]
    public NoteActions Acts { get; set; } = null!;

    [Parameter, EditorRequired]
    public NoteKind Kind { get; set; }

    /// <summary>The notes in the order they are shown, with those just deleted here.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardNote> Notes { get; set; } = [];

    [Parameter]
    public bool Voting { get; set; }

    /// <summary>How many votes the party has left.</summary>
    [Parameter]
    public int VotesLeft { get; set; }

    protected override void OnParametersSet()
    {
        var picture = new Picture(
            Voting,
            VotesLeft == 0,
            Session.View.OwnPair,
            In(Acts.Open?.Where),
            In(Acts.Wording),
            Acts.Refused is { } refused && In(refused.Note) is not null ? refused.Words : null,
            Notes.Count(Acts.IsRemoved), Notes);
        _changed = _shown is null || !picture.Equals(_shown);
        _shown = picture;
        _typing?.Look();
    }

    protected override bool ShouldRender() => _changed;

    private bool Barrier => Kind == NoteKind.Barrier;

    private string Title => Barrier ? "barriers" : "opportunities";

    private Id<Party> Own => Session.Seat.Party;

    private string Partners => NameList.Of(Session.Partners.Select(partner => partner.Name.Value), T);

    private NoteRef? In(NoteRef? note) => note is { } where && Notes.Any(shown => shown.Where == where) ? note : null;

    private bool IsOwn(BoardNote item) => item.Where.Party == Own;

    private bool MayChange(BoardNote item) => Session.View.MayChange(item);

    // What the note answers, whose it is, and the controls.
    private MarkupString LineOf(BoardNote item, string id) => MarkupBuilder.Of(
        $"""
        {AnswersOf(item)}{HintOf(item)}
        <p class="by"><span class="party">{Marks.Of(Session.ShapeOf(item.Where.Party))} {WhoseOf(item)}</span>
        <time datetime="{Invariant.Value(item.Note.At)}"></time>{AboutIn(item)}{(Voting ? VotesOf(item, id) : ActsOf(item, id))}</p>
        """
    );

    private MarkupString AnswersOf(BoardNote item) => item.Answered is { } barrier
        ? MarkupBuilder.Of($"""<p class="answers">{T["AnswersOf", Short(barrier)]}</p>""")
        : default;

    // Only those who wrote it are asked: it is theirs to change.
    private MarkupString HintOf(BoardNote item) => MayChange(item) && !Voting && P.HintOnBoard(item.Note.Text) is { } hint
        ? MarkupBuilder.Of($"""<p class="hint personal">{hint}</p>""")
        : default;

    private MarkupString AboutIn(BoardNote item) => AboutOf(item) is { Length: > 0 } about
        ? MarkupBuilder.Of($"""<span class="about">{about}</span>""")
        : default;

    private MarkupString ActsOf(BoardNote item, string id) => MarkupBuilder.Of(
        $"""<span class="end">{AgreementOf(item, id)}{(MayChange(item) ? MoreOf(item, id) : default)}</span>"""
    );

    private MarkupString VotesOf(BoardNote item, string id)
    {
        var given = item.Note.Votes.Contains(Own);
        return MarkupBuilder.Of(
            $"""
            <span class="voters">{VotersOf(item)}</span><button type="button"
            class="chip end{(VotesLeft == 0 && !given ? " is-spent" : "")}" aria-pressed="{Pressed(given)}"
            id="vote-{id}" aria-labelledby="vote-{id} text-{id}" data-focus-key="vote:{id}"
            data-act="{BoardAction.Vote(item.Where)}" data-value="{BoardAction.Yes}">{T["BringIt"]}</button>
            """
        );
    }

    private MarkupString AgreementOf(BoardNote item, string id) => (IsOwn(item), item.Note.AgreedBy.IsEmpty) switch
    {
        (false, _) => MarkupBuilder.Of(
            $"""
            <button type="button" class="chip" aria-pressed="{Pressed(item.Note.AgreedBy.Contains(Own))}"
            id="agree-{id}" aria-labelledby="agree-{id} text-{id}" data-focus-key="agree:{id}"
            data-act="{BoardAction.Agree(item.Where)}" data-value="{BoardAction.Yes}">{AgreesOf(item)}</button>
            """
        ),
        (true, false) => MarkupBuilder.Of($"""<span class="chip agreed">{AgreesOf(item)}</span>"""),
        _ => default,
    };

    private MarkupString MoreOf(BoardNote item, string id) => MarkupBuilder.Of(
        $"""
        <button type="button" class="chip more" aria-haspopup="dialog" aria-expanded="{Pressed(Acts.Open?.Where == item.Where)}"
        id="more-{id}" aria-label="{T["MoreAbout"]}" aria-labelledby="more-{id} text-{id}"
        aria-keyshortcuts="{(Barrier ? "Alt+ArrowRight" : "Alt+ArrowLeft")} Delete" data-focus-key="more:{id}"
        data-focus-after="undo:{id} {(Barrier ? "tab-opportunity" : "tab-barrier")}"
        data-needs-line data-menu>⋯</button><i class="grip" data-grip aria-hidden="true"></i>
        """
    );

    private string WhoseOf(BoardNote item) => item.Note.WrittenBy is { } writer
        ? N["WrittenDownBy", Session.NameOf(item.Where.Party), Session.NameOf(writer)]
        : Session.NameOf(item.Where.Party);

    private string AboutOf(BoardNote item) =>
        string.Join(
            " · ",
            new[] { item.Note.Theme.Value, item.Note.To is { } to ? N[$"To{to}"].Value : "" }.Where(word => word.Length > 0)
        );

    private string AgreesOf(BoardNote item) => item.Note.AgreedBy.IsEmpty ? T["Agree"] : $"{T["Agree"]} {item.Note.AgreedBy.Count}";

    private string VotersOf(BoardNote item) =>
        item.Note.Votes.IsEmpty ? "" : T["BroughtBy", NameList.Of(item.Note.Votes.Select(Session.NameOf), T)];

    private static string Pressed(bool on) => on ? "true" : "false";

    /// <summary>The beginning of a note, to refer to it in another place.</summary>
    internal static string Short(Note note) => TextTruncation.Shorten(note.Text.OnOneLine.Value, LongestQuote);

    /// <summary>
    /// Everything drawn here, compared by value. Two hundred unchanged notes are compared quickly, because each is the same reference.
    /// </summary>
    private sealed record Picture(
        bool Voting,
        bool NoVotesLeft,
        Pair? Pair,
        NoteRef? Open,
        NoteRef? Wording,
        string? Refusal,
        int Removed,
        IReadOnlyList<BoardNote> Notes
    )
    {
        public bool Equals(Picture? other) => other is not null
            && (Voting, NoVotesLeft, Open, Wording, Refusal, Removed)
                == (other.Voting, other.NoVotesLeft, other.Open, other.Wording, other.Refusal, other.Removed)
            && Pair == other.Pair && Notes.SequenceEqual(other.Notes);

        public override int GetHashCode() => Notes.Count;
    }
}
