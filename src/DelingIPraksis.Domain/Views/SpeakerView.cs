using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// What the holder of the link to a talk may see: that talk, and of the gathering what stands in an invitation. Nothing that anybody has
/// written in it.
/// </summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Title">Its title.</param>
/// <param name="Date">The day it is held.</param>
/// <param name="Network">The network that meets.</param>
/// <param name="Face">How the network shows itself, or null.</param>
/// <param name="Talk">The talk.</param>
public sealed record SpeakerView(
    Id<Gathering> Gathering, PlainText Title, DateOnly Date, PlainText Network, NetworkFace? Face, Talk Talk)
{
    /// <summary>The view of the holder of a link; null when the gathering or the talk is gone.</summary>
    public static SpeakerView? Of(Gathering gathering, Id<Talk> id) =>
        gathering.Exists && gathering.Blocks.SelectMany(block => block.Talks).FirstOrDefault(talk => talk.Id == id) is { } talk
            ? new(gathering.Id, gathering.Facts.Title, gathering.Facts.Date, gathering.Facts.Network, gathering.Face, talk)
            : null;
}

/// <summary>What is still missing from a speaker.</summary>
/// <param name="Presentation">Whether the talk has neither a file nor a link.</param>
/// <param name="Summary">Whether nothing is written of what was said.</param>
/// <param name="Approval">Whether the summary is written, and the speaker has not approved it as it is.</param>
public readonly record struct SpeakerLacks(bool Presentation, bool Summary, bool Approval)
{
    /// <summary>Whether anything is missing.</summary>
    public bool Any => Presentation || Summary || Approval;

    /// <summary>What is missing from a talk.</summary>
    public static SpeakerLacks Of(Talk talk) => new(
        talk.Links.IsEmpty && talk.Files.IsEmpty, talk.Summary.IsEmpty, !talk.Summary.IsEmpty && talk.ApprovedAt is null);
}
