using System.Collections.Immutable;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>
/// How a party experiences its partner's description («tilbakemelding»), its input to the partner's work («innspill»), and the
/// presenter's answer. Private to the one who gives it until it is handed over.
/// </summary>
public sealed record Feedback
{
    /// <summary>Nothing written.</summary>
    public static readonly Feedback None = new();

    /// <summary>What is written under each prompt.</summary>
    public ImmutableSortedDictionary<FeedbackPrompt, WrittenText> Replies { get; init; } = ImmutableSortedDictionary<FeedbackPrompt, WrittenText>.Empty;

    /// <summary>When it was handed over to the presenter, UTC, or null while it is private.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>The presenter's answer («slik tar vi det videre»).</summary>
    public WrittenText Answer { get; init; } = WrittenText.None;

    /// <summary>What is written under a prompt.</summary>
    public WrittenText Reply(FeedbackPrompt prompt) => Replies.TryGetValue(prompt, out var text) ? text : WrittenText.None;

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => Replies.Values.All(reply => reply.Text.IsEmpty);
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
