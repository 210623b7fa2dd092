using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// A field that somebody writes in: its name in the browser, the change its words become, and where its words stand now. The closed list
/// of what can come from the browser, so that nothing else can.
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

    /// <summary>A note that is worded anew: the party's own, or one it wrote down for its partner.</summary>
    public sealed record Wording(Id<Note> Note) : WritingPlace($"edit/{Note}")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.NoteEdited(Note, piece.Text, piece.BasedOn);

        public override WrittenText? In(GatheringView view) => view is { OwnPair: { } pair }
            && view.Board(pair).FirstOrDefault(note => note.Where.Note == Note && view.MayChange(note)) is { } found
                ? new WrittenText(found.Note.Text, found.Note.Revision, found.Note.By)
                : null;
    }

    /// <summary>A new note. Its identity is the change's own, so the same piece sent twice is the same note.</summary>
    /// <param name="Kind">Which column.</param>
    /// <param name="For">At a table with one screen: whose it is. It is written in the same field as one's own.</param>
    public sealed record NewNote(NoteKind Kind, Id<Party>? For = null) : WritingPlace($"note/{Kind}")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.NoteAdded(new Id<Note>(piece.Id), Kind, piece.Text, For);
    }

    /// <summary>What the party takes home.</summary>
    public sealed record TakenHome() : WritingPlace("home")
    {
        public override int Limit => Limits.Note;

        public override Change ToChange(BoardRequest piece) => new Change.CommitmentMade(
            new Commitment(piece.Text, piece.Owner, DateOnly.TryParseExact(piece.By, "yyyy-MM-dd", out var by) ? by : null));
    }

    /// <summary>The longest text, in UTF-16 units.</summary>
    public abstract int Limit { get; }

    /// <summary>The change that a piece of writing becomes.</summary>
    public abstract Change ToChange(BoardRequest piece);

    /// <summary>The words as they stand, where several may write in the same; null where they do not.</summary>
    public virtual WrittenText? In(GatheringView view) => null;

    /// <summary>The place with this key, or null when there is none: the key comes from a browser.</summary>
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
        _ => null,
    };

    // Enum.TryParse alone would take «7» for a field.
    internal static bool TryParseEnum<T>(string name, out T value)
        where T : struct, Enum => Enum.TryParse(name, out value) && Enum.GetName(value) == name;
}

/// <summary>A piece of writing as it comes from the browser.</summary>
/// <param name="Id">Made by the browser, once, and sent again with each try.</param>
/// <param name="Field">The key of a <see cref="WritingPlace"/>.</param>
/// <param name="Text">The words.</param>
/// <param name="BasedOn">The revision they were made from.</param>
/// <param name="Owner">Who sees to what is taken home.</param>
/// <param name="By">By when, as yyyy-MM-dd.</param>
public sealed record BoardRequest(Guid Id, string Field, string? Text, int BasedOn, string? Owner = null, string? By = null)
{
    /// <summary>Reads what a browser sent, or null when it is no piece.</summary>
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

/// <summary>What became of a piece.</summary>
/// <param name="Kept">It is kept, and durable.</param>
/// <param name="Retry">It could not be stored now; the browser is to send it again.</param>
/// <param name="Message">Why it was refused, in the reader's language.</param>
/// <param name="Theirs">The words somebody else put there first.</param>
public sealed record BoardResponse(bool Kept, bool Retry = false, string? Message = null, Theirs? Theirs = null)
{
    /// <summary>The reason behind the message; the browser needs no more than the words.</summary>
    [JsonIgnore]
    public RefusalReason? Reason { get; init; }

    /// <summary>As the browser reads it.</summary>
    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>The words somebody else wrote.</summary>
public sealed record Theirs(string Text, int Revision, string? By);
