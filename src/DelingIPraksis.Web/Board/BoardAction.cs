using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// What one press on the board does: the name on the control (<c>data-act</c>), the value chosen there (<c>data-value</c>), and the change
/// that they become. This is the closed list of what a browser can ask for, apart from writing (<see cref="WritingPlace"/>). The rules
/// accept or refuse the change.
/// </summary>
internal static class BoardAction
{
    /// <summary>The value that turns a control on. An empty value turns it off.</summary>
    public const string Yes = "yes";

    public static string Agree(NoteRef note) => $"agree/{note.Party}/{note.Note}";

    public static string Vote(NoteRef note) => $"vote/{note.Party}/{note.Note}";

    public static string Move(Id<Note> note) => $"move/{note}";

    public static string Delete(Id<Note> note) => $"delete/{note}";

    public static string Restore(Id<Note> note) => $"restore/{note}";

    public static string Theme(Id<Note> note) => $"theme/{note}";

    public static string To(Id<Note> note) => $"to/{note}";

    public static string Answers(Id<Note> note) => $"answers/{note}";

    public static string Answer(NoteRef barrier) => $"{barrier.Party}/{barrier.Note}";

    public static string Done(int position) => $"done/{position}";

    public static string Withdraw(Id<Promise> promise) => $"withdraw/{promise}";

    public static string Witness(Id<Party> party, Id<Promise> promise) => $"witness/{party}/{promise}";

    public const string Help = "help";

    public static string Turn(Id<Pair> pair) => $"turn/{pair}";

    /// <summary>The change, or null when there is no such act: a browser sends both the act and the value.</summary>
    /// <param name="act">The name of the control.</param>
    /// <param name="value">The chosen value; empty when a choice is taken back.</param>
    /// <param name="view">The newest view: the theme and the addressee of a note come from two presses and are one label.</param>
    public static Change? Read(string act, string value, GatheringView view) => act.Split('/') switch
    {
        ["agree", var party, var note] when Note(party, note) is { } which => new Change.NoteAgreed(which, value == Yes),
        ["vote", var party, var note] when Note(party, note) is { } which => new Change.NoteVoted(which, value == Yes),
        ["move", var note] when IsId<Note>(note, out var id) && WritingPlace.TryParseEnum<NoteKind>(value, out var kind) =>
            new Change.NoteMoved(id, kind),
        ["delete", var note] when IsId<Note>(note, out var id) => new Change.NoteDeleted(id),
        ["restore", var note] when IsId<Note>(note, out var id) => new Change.NoteRestored(id),
        ["theme", var note] when IsId<Note>(note, out var id) => new Change.NoteLabelled(id, value, On(id, view)?.To),
        ["to", var note] when IsId<Note>(note, out var id) && value.Length == 0 => new Change.NoteLabelled(
            id,
            On(id, view)?.Theme ?? default,
            null
        ),
        ["to", var note] when IsId<Note>(note, out var id) && WritingPlace.TryParseEnum<Addressee>(value, out var to) =>
            new Change.NoteLabelled(id, On(id, view)?.Theme ?? default, to),
        ["answers", var note] when IsId<Note>(note, out var id) => new Change.NoteAnswers(
            id,
            value.Split('/') is [var party, var barrier] ? Note(party, barrier) : null
        ),
        ["done", var at] when int.TryParse(at, out var position) => new Change.DoneSaid(value == Yes, position),
        ["withdraw", var promise] when IsId<Promise>(promise, out var id) => new Change.PromiseWithdrawn(id, value == Yes),
        ["witness", var party, var promise] when IsId<Party>(party, out var whose) && IsId<Promise>(promise, out var id) =>
            new Change.PromiseWitnessed(whose, id, value == Yes),
        [Help] when value.Length == 0 && view.OwnParty is { } own => new Change.HelpAnswered(own.Id),
        [Help] when WritingPlace.TryParseEnum<HelpReason>(value, out var reason) => new Change.HelpAsked(reason),
        ["turn", var pair] when IsId<Pair>(pair, out var id) && int.TryParse(value, out var turn) => new Change.TurnPassed(id, turn),
        _ => null,
    };

    private static Note? On(Id<Note> id, GatheringView view) =>
        view.OwnPair is { } pair ? view.Board(pair).FirstOrDefault(note => note.Where.Note == id)?.Note : null;

    private static NoteRef? Note(string party, string note) =>
        IsId<Party>(party, out var whose) && IsId<Note>(note, out var id) ? new NoteRef(whose, id) : null;

    private static bool IsId<T>(string text, out Id<T> id) => Id<T>.TryParse(text, null, out id);
}
