using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    // A file that is taken away is gone: its bytes are removed at once, so nothing here can be undone.

    /// <summary>
    /// A speaker, by the link to the talk, corrects its title and summary, and approves the summary or (false) does not.
    /// </summary>
    /// <param name="Talk">The talk.</param>
    /// <param name="Words">What it says from now on.</param>
    /// <param name="Read">What the speaker read. Refused when somebody has changed it since.</param>
    /// <param name="Approves">Whether the speaker approves the summary as it now is.</param>
    [LogName("talk-answered")]
    public sealed record TalkAnswered(Id<Talk> Talk, TalkWords Words, TalkWords Read, bool Approves)
        : Change, IByApplication, IConcernsStaff;

    /// <summary>A presentation is added to a talk. Its content is already kept.</summary>
    [LogName("talk-file-put")]
    public sealed record TalkFilePut(Id<Talk> Talk, TalkFile File) : Change, IByOwner, IConcernsStaff;

    /// <summary>A presentation is taken away from a talk.</summary>
    [LogName("talk-file-removed")]
    public sealed record TalkFileRemoved(Id<Talk> Talk, Id<TalkFile> File) : Change, IByOwner, IConcernsStaff;

    /// <summary>A picture is added at the end of the report's pictures, or its words and its place are changed.</summary>
    [LogName("picture-put")]
    public sealed record PicturePut(ReportPicture Picture) : Change, IByOwner, IConcernsStaff;

    /// <summary>A picture is taken away from the report.</summary>
    [LogName("picture-removed")]
    public sealed record PictureRemoved(Id<ReportPicture> Picture) : Change, IByOwner, IConcernsStaff;
}

/// <summary>The words of a talk that its speaker corrects.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What was said.</param>
public sealed record TalkWords(PlainText Title, PlainText Summary)
{
    /// <summary>The words of a talk.</summary>
    public static TalkWords Of(Talk talk) => new(talk.Title, talk.Summary);
}
