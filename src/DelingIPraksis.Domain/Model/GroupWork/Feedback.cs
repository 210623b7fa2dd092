using System.Collections.Immutable;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>
/// A party's feedback («tilbakemelding») on its partner's description, its advice («innspill»), and the presenter's answer. Private to
/// the party that gives it until it is handed over.
/// </summary>
public sealed record Feedback
{
    /// <summary>Nothing written.</summary>
    public static readonly Feedback None = new();

    /// <summary>What is written under each prompt about the whole of the description.</summary>
    public ImmutableSortedDictionary<FeedbackPrompt, WrittenText> Replies { get; init; } =
        ImmutableSortedDictionary<FeedbackPrompt, WrittenText>.Empty;

    /// <summary>What is written under each prompt about the challenge.</summary>
    public ImmutableSortedDictionary<FeedbackPrompt, WrittenText> OnChallenge { get; init; } =
        ImmutableSortedDictionary<FeedbackPrompt, WrittenText>.Empty;

    /// <summary>What is written under each prompt about the solutions.</summary>
    public ImmutableSortedDictionary<FeedbackPrompt, WrittenText> OnSolutions { get; init; } =
        ImmutableSortedDictionary<FeedbackPrompt, WrittenText>.Empty;

    /// <summary>When it was handed over to the presenter, UTC, or null while it is private.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>The presenter's answer («slik tar vi det videre»).</summary>
    public WrittenText Answer { get; init; } = WrittenText.None;

    /// <summary>What is written under a prompt about a part.</summary>
    public WrittenText Reply(FeedbackPrompt prompt, FeedbackPart part = FeedbackPart.Whole) =>
        About(part).TryGetValue(prompt, out var text) ? text : WrittenText.None;

    /// <summary>All that is written, part by part.</summary>
    public IEnumerable<FeedbackReply> Written() =>
        from part in Enum.GetValues<FeedbackPart>()
        from reply in About(part)
        where !reply.Value.Text.IsEmpty
        select new FeedbackReply(part, reply.Key, reply.Value.Text);

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => !Written().Any();

    internal Feedback With(FeedbackPrompt prompt, FeedbackPart part, WrittenText text) => part switch
    {
        FeedbackPart.Challenge => this with { OnChallenge = OnChallenge.SetItem(prompt, text) },
        FeedbackPart.Solutions => this with { OnSolutions = OnSolutions.SetItem(prompt, text) },
        _ => this with { Replies = Replies.SetItem(prompt, text) },
    };

    private ImmutableSortedDictionary<FeedbackPrompt, WrittenText> About(FeedbackPart part) => part switch
    {
        FeedbackPart.Challenge => OnChallenge,
        FeedbackPart.Solutions => OnSolutions,
        _ => Replies,
    };
}

/// <summary>The prompts that feedback is written under.</summary>
public enum FeedbackPrompt
{
    /// <summary>What do we recognise? («Hva kjenner vi igjen?»)</summary>
    Recognise,

    /// <summary>What surprises us? («Hva overrasker oss?»)</summary>
    Surprise,

    /// <summary>What is missing? («Hva mangler?»)</summary>
    Missing,

    /// <summary>What would we do? Input to the partner's own work («innspill»).</summary>
    WouldDo,
}

/// <summary>The parts of a description that feedback is about, in the order they are read.</summary>
public enum FeedbackPart
{
    /// <summary>The challenge («utfordringen»).</summary>
    Challenge,

    /// <summary>The solutions («løsningsforslagene»).</summary>
    Solutions,

    /// <summary>The whole of it.</summary>
    Whole,
}

/// <summary>What is written under one prompt about one part.</summary>
/// <param name="Part">What it is about.</param>
/// <param name="Prompt">What was asked.</param>
/// <param name="Text">The words; never empty.</param>
public sealed record FeedbackReply(FeedbackPart Part, FeedbackPrompt Prompt, PlainText Text);
