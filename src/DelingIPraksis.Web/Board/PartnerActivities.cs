using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>What a partner does now.</summary>
public enum PartnerActivity
{
    /// <summary>Nobody from the party is here.</summary>
    Away,

    /// <summary>Is here; nothing more is known.</summary>
    Here,

    /// <summary>Has said that it is done with the step.</summary>
    Done,

    /// <summary>Presents its own work.</summary>
    Presents,

    /// <summary>Listens to the presenter.</summary>
    Listens,

    /// <summary>Reads the feedback that it has received and not yet answered.</summary>
    Reads,

    /// <summary>Writes something that has no activity of its own here.</summary>
    Writes,

    /// <summary>Takes notes while it listens.</summary>
    TakesNotes,

    WritesFeedback,

    /// <summary>Answers the feedback it got.</summary>
    WritesAnswer,
}

/// <summary>Tells what a party does while it is not typing, from the phase and the feedback.</summary>
internal static class PartnerActivities
{
    public static PartnerActivity WhenSilent(GatheringView view, Id<Party> own, Id<Party> other)
    {
        if (view.Work(other)?.IsDoneAt(view.Position) == true) return PartnerActivity.Done;
        return (view.Phase?.Kind, view.OwnPair) switch
        {
            (PhaseKind.Presentation, { } pair) => pair.Presenter == other ? PartnerActivity.Presents : PartnerActivity.Listens,
            (PhaseKind.Feedback, _) when view.Work(own)?.FeedbackTo(other) is { HandedOverAt: not null, Answer.Text.IsEmpty: true } =>
                PartnerActivity.Reads,
            _ => PartnerActivity.Here,
        };
    }
}
