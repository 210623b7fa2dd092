using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// A field that people write in: its name in the browser, the change that its text becomes, and its text now. This is the closed list of
/// fields that the browser can send; nothing else is accepted.
/// </summary>
public abstract record WritingPlace(string Key)
{
    /// <summary>A field about the party's own work.</summary>
    public sealed record Own(TextField Field) : WritingPlace($"text/{Field}")
    {
        public override int Limit => Limits.Text;

        public override Change ToChange(BoardRequest piece) => new Change.TextWritten(Field, piece.Text, piece.BasedOn);

        public override WrittenText? In(GatheringView view) => view.OwnParty is { } own ? view.Work(own.Id)?.Text(Field) : null;
    }

    /// <summary>The party's own notes while another presents.</summary>
    public sealed record Listening(Id<Party> About) : WritingPlace($"listening/{About}")
    {
        public override int Limit => Limits.Text;

        public override Change ToChange(BoardRequest piece) => new Change.ListeningNoted(About, piece.Text, piece.BasedOn);

        public override WrittenText? In(GatheringView view) => view.OwnParty is { } own ? view.Work(own.Id)?.ListeningTo(About) : null;
    }

    /// <summary>Feedback to the partner under one prompt about one part.</summary>
    public sealed record Reply(Id<Party> To, FeedbackPrompt Prompt, FeedbackPart Part) : WritingPlace($"feedback/{To}/{Part}/{Prompt}")
    {
        public override int Limit => Limits.Text;

        public override Change ToChange(BoardRequest piece) => new Change.FeedbackWritten(To, Prompt, piece.Text, piece.BasedOn, Part);

        public override WrittenText? In(GatheringView view) =>
            view.OwnParty is { } own ? view.Work(own.Id)?.FeedbackTo(To).Reply(Prompt, Part) : null;
    }

    /// <summary>The answer to the partner's feedback.</summary>
    public sealed record Answer(Id<Party> From) : WritingPlace($"answer/{From}")
    {
        public override int Limit => Limits.Text;

        public override Change ToChange(BoardRequest piece) => new Change.FeedbackAnswered(From, piece.Text, piece.BasedOn);

        public override WrittenText? In(GatheringView view) => view.OwnParty is { } own ? view.Work(From)?.FeedbackTo(own.Id).Answer : null;
    }

    /// <summary>A note that is reworded: the party's own, or one it wrote down for its partner.</summary>
    public sealed record Wording(Id<Note> Note) : WritingPlace($"edit/{Note}")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.NoteEdited(Note, piece.Text, piece.BasedOn);

        public override WrittenText? In(GatheringView view) => view is { OwnPair: { } pair }
            && view.Board(pair).FirstOrDefault(note => note.Where.Note == Note && view.MayChange(note)) is { } found
                ? new WrittenText(found.Note.Text, found.Note.Revision, found.Note.By)
                : null;
    }

    /// <summary>A new note. Its id is the id of the change, so a piece sent twice is one note.</summary>
    /// <param name="Kind">The column.</param>
    /// <param name="For">At a table with one screen: the party that the note belongs to. All are written in the same field.</param>
    public sealed record NewNote(NoteKind Kind, Id<Party>? For = null) : WritingPlace($"note/{Kind}")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.NoteAdded(new Id<Note>(piece.Id), Kind, piece.Text, For);
    }

    /// <summary>One more promise. Its id is the id of the change, so a piece sent twice is one promise.</summary>
    public sealed record TakenHome() : WritingPlace("home")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.PromisePut(new(piece.Id), CommitmentIn(piece));
    }

    /// <summary>A promise of the party's own gets other words, another owner or another day.</summary>
    public sealed record PromiseAgain(Id<Promise> Promise) : WritingPlace($"promise/{Promise}")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.PromisePut(Promise, CommitmentIn(piece));
    }

    /// <summary>The longest text, in UTF-16 units.</summary>
    public abstract int Limit { get; }

    /// <summary>The change that a piece of writing becomes.</summary>
    public abstract Change ToChange(BoardRequest piece);

    /// <summary>The text now, where several people may write in the same text; null in other places.</summary>
    public virtual WrittenText? In(GatheringView view) => null;

    /// <summary>The place with this key, or null when there is none. The key comes from a browser.</summary>
    public static WritingPlace? Find(string? key) => key?.Split('/') switch
    {
        ["text", var field] when TryParseEnum<TextField>(field, out var text) => new Own(text),
        ["listening", var about] when Id<Party>.TryParse(about, null, out var party) => new Listening(party),
        ["feedback", var to, var part, var prompt]
            when Id<Party>.TryParse(to, null, out var party)
                && TryParseEnum<FeedbackPart>(part, out var about)
                && TryParseEnum<FeedbackPrompt>(prompt, out var asked) => new Reply(party, asked, about),
        ["answer", var from] when Id<Party>.TryParse(from, null, out var party) => new Answer(party),
        ["edit", var note] when Id<Note>.TryParse(note, null, out var id) => new Wording(id),
        ["note", var kind] when TryParseEnum<NoteKind>(kind, out var column) => new NewNote(column),
        ["note", var kind, var whose] when TryParseEnum<NoteKind>(kind, out var column) && Id<Party>.TryParse(whose, null, out var party) =>
            new NewNote(column, party),
        ["home"] => new TakenHome(),
        ["promise", var promise] when Id<Promise>.TryParse(promise, null, out var id) => new PromiseAgain(id),
        _ => null,
    };

    private static Commitment CommitmentIn(BoardRequest piece) =>
        new(piece.Text, piece.Owner, DateOnly.TryParseExact(piece.By, "yyyy-MM-dd", out var by) ? by : null);

    // Hazard: `Enum.TryParse` alone accepts «7» as a field.
    internal static bool TryParseEnum<T>(string name, out T value)
        where T : struct, Enum => Enum.TryParse(name, out value) && Enum.GetName(value) == name;
}

/// <summary>A piece of writing as it comes from the browser.</summary>
/// <param name="Id">The browser makes it once, and sends the same id with each try.</param>
/// <param name="Field">The key of a <see cref="WritingPlace"/>.</param>
/// <param name="Text">The text.</param>
/// <param name="BasedOn">The revision that the text was made from.</param>
/// <param name="Owner">Who is responsible for the commitment.</param>
/// <param name="By">By when, as yyyy-MM-dd.</param>
public sealed record BoardRequest(Guid Id, string Field, string? Text, int BasedOn, string? Owner = null, string? By = null)
{
    /// <summary>Reads what a browser sent; null when it is not a piece.</summary>
    internal static BoardRequest? Read(string words)
    {
        try
        {
            return JsonSerializer.Deserialize<BoardRequest>(words, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The answer to a piece.</summary>
/// <param name="Kept">The piece is stored and durable.</param>
/// <param name="Retry">The piece could not be stored now; the browser must send it again.</param>
/// <param name="Message">Why the piece was refused, in the reader's language.</param>
/// <param name="Theirs">The text that somebody else stored first.</param>
public sealed record BoardResponse(bool Kept, bool Retry = false, string? Message = null, Theirs? Theirs = null)
{
    /// <summary>The reason behind the message. The browser needs only the message.</summary>
    [JsonIgnore]
    public RefusalReason? Reason { get; init; }

    /// <summary>The answer as JSON for the browser.</summary>
    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>The text that somebody else wrote.</summary>
public sealed record Theirs(string Text, int Revision, string? By);
