using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// Which question is asked about which part. They are few enough to answer in five minutes, and each is shown beside the text it is about.
/// </summary>
internal static class FeedbackGuide
{
    private static readonly (FeedbackPart Part, FeedbackPrompt Prompt)[] _asked =
    [
        (FeedbackPart.Challenge, FeedbackPrompt.Recognise),
        (FeedbackPart.Challenge, FeedbackPrompt.Surprise),
        (FeedbackPart.Solutions, FeedbackPrompt.Missing),
        (FeedbackPart.Whole, FeedbackPrompt.WouldDo),
    ];

    /// <summary>The prompts shown for a part: those that are asked, and any other that has an answer.</summary>
    public static IEnumerable<FeedbackPrompt> PromptsFor(FeedbackPart part, Feedback feedback) =>
        Enum.GetValues<FeedbackPrompt>().Where(prompt => _asked.Contains((part, prompt)) || !feedback.Reply(prompt, part).Text.IsEmpty);

    /// <summary>The prompts that are asked and have no answer.</summary>
    public static IEnumerable<FeedbackPrompt> Unanswered(Feedback feedback) =>
        _asked.Where(asked => feedback.Reply(asked.Prompt, asked.Part).Text.IsEmpty).Select(asked => asked.Prompt);

    /// <summary>The field that a part is about, or null for the whole.</summary>
    public static TextField? FieldOf(FeedbackPart part) => part switch
    {
        FeedbackPart.Challenge => TextField.Challenge,
        FeedbackPart.Solutions => TextField.Solutions,
        _ => null,
    };
}
