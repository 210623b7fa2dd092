using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>
/// Everything that one party has written. It belongs to the party and not to the pair, so it follows the party when the pairs change. A
/// pair's board shows the notes of its members.
/// </summary>
public sealed record PartyWork(Id<Party> Party)
{
    /// <summary>The challenge («utfordring»), solutions («løsningsforslag»), what it asks for and what it can offer.</summary>
    public ImmutableSortedDictionary<TextField, WrittenText> Texts { get; init; } = ImmutableSortedDictionary<TextField, WrittenText>.Empty;

    /// <summary>Whether the partner may read challenge and solutions: it has presented, or the phase has passed.</summary>
    public bool Presented { get; init; }

    /// <summary>The last round in which it has presented, from 0. It presents again to each new partner.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PresentedRound { get; init; }

    /// <summary>Its own notes while another party presents, by that party. Only the party itself ever sees them.</summary>
    public ImmutableSortedDictionary<Id<Party>, WrittenText> Listening { get; init; } =
        ImmutableSortedDictionary<Id<Party>, WrittenText>.Empty;

    /// <summary>The feedback («tilbakemelding») it gives, by whom it is given to.</summary>
    public ImmutableSortedDictionary<Id<Party>, Feedback> Feedback { get; init; } = ImmutableSortedDictionary<Id<Party>, Feedback>.Empty;

    /// <summary>Its notes, in the order they were written, deleted ones included.</summary>
    public ImmutableList<Note> Notes { get; init; } = [];

    /// <summary>
    /// The one commitment that a party could make before there could be several. Only the archives in old logs have it; the rules read it
    /// as a promise, and it is null in every gathering.
    /// </summary>
    public Commitment? Commitment { get; init; }

    /// <summary>What it takes home, in the order it was promised, withdrawn ones included; null when it has promised nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Promise>? EveryPromise { get; init; }

    /// <summary>The promises that stand, in the order they were made.</summary>
    [JsonIgnore]
    public ImmutableList<Promise> Promises => EveryPromise?.FindAll(promise => promise.Stands) ?? [];

    /// <summary>The place in the plan in which it last said «vi er ferdige», or null.</summary>
    public int? DoneAt { get; init; }

    /// <summary>That it asks for the facilitator, or null.</summary>
    public HelpRequest? Help { get; init; }

    /// <summary>The place in the plan in which those who lead last answered its question, or null. A new question clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? HelpAnsweredAt { get; init; }

    /// <summary>The facilitator's messages to this party and not to all, in order.</summary>
    public ImmutableList<Message> Messages { get; init; } = [];

    /// <summary>When anything here last changed, UTC, or null.</summary>
    public DateTimeOffset? LastActive { get; init; }

    /// <summary>Whether anything has been written here, including deleted and private texts.</summary>
    public bool HasWritten =>
        !Notes.IsEmpty
        || Commitment is not null
        || EveryPromise is not null
        || Texts.Values.Concat(Listening.Values).Any(text => !text.Text.IsEmpty)
        || Feedback.Values.Any(given => !given.IsEmpty);

    /// <summary>Whether it has presented in a round or in a later one.</summary>
    public bool HasPresentedIn(int round) => Presented && PresentedRound >= round;

    /// <summary>A party that has not written yet.</summary>
    public static PartyWork Nothing(Id<Party> party) => new(party);

    /// <summary>The text of a field; empty when nothing is written.</summary>
    public WrittenText Text(TextField field) => Texts.TryGetValue(field, out var text) ? text : WrittenText.None;

    /// <summary>Its own notes about what another presents; empty when nothing is written.</summary>
    public WrittenText ListeningTo(Id<Party> other) => Listening.TryGetValue(other, out var text) ? text : WrittenText.None;

    /// <summary>The feedback it gives to another, or none yet.</summary>
    public Feedback FeedbackTo(Id<Party> other) => Feedback.TryGetValue(other, out var feedback) ? feedback : GroupWork.Feedback.None;
}

/// <summary>The fields a party fills in about its own work.</summary>
public enum TextField
{
    /// <summary>Utfordring.</summary>
    Challenge,

    /// <summary>Løsningsforslag.</summary>
    Solutions,

    /// <summary>What it asks others for.</summary>
    Asks,

    /// <summary>What it can offer others.</summary>
    Offers,
}

/// <summary>A text that several colleagues may edit.</summary>
/// <param name="Text">The words.</param>
/// <param name="Revision">How many times it has been changed. A change names the revision that it is based on.</param>
/// <param name="By">Who changed it last, or null.</param>
public sealed record WrittenText(PlainText Text, int Revision, Id<Person>? By)
{
    /// <summary>Nothing written.</summary>
    public static readonly WrittenText None = new("", 0, null);
}
