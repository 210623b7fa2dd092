using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Board;

/// <summary>What a partner does now, in the words a neighbour at the table would use.</summary>
public enum PartnerActivity
{
    /// <summary>Nobody from there is here.</summary>
    Away,

    /// <summary>Is here, and that is all one knows.</summary>
    Here,

    /// <summary>Has said it is done with the step.</summary>
    Done,

    /// <summary>Tells about its own work.</summary>
    Presents,

    /// <summary>Listens to the one who presents.</summary>
    Listens,

    /// <summary>Reads the feedback that was handed over to it.</summary>
    Reads,

    /// <summary>Writes something.</summary>
    Writes,

    /// <summary>Takes notes while it listens.</summary>
    TakesNotes,

    /// <summary>Writes feedback.</summary>
    WritesFeedback,

    /// <summary>Answers the feedback it got.</summary>
    WritesAnswer,
}

/// <summary>What can be told of a party whose keys are silent, from where the exchange stands.</summary>
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
