using System.Collections.Immutable;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static readonly ImmutableArray<string> _presentations = ["pdf", "pptx", "odp"];
    private static readonly ImmutableArray<string> _pictures = ["png", "jpg"];

    private static Outcome AnswerTalk(Gathering g, TalkAnswered c, DateTimeOffset at)
    {
        if (FindTalk(g, c.Talk) is not var (home, there)) return RefusalReason.NoSuchBlock;
        var now = TalkWords.Of(there);
        // The same answer sent twice is no conflict with itself.
        if (now != c.Read && now != c.Words) return RefusalReason.ChangedByOther;
        var talk = there with { Title = c.Words.Title, Summary = c.Words.Summary, ApprovedAt = c.Approves ? at : null };
        if (c.Approves && talk.Summary.IsEmpty) return RefusalReason.Empty;
        return FaultOf(talk) ?? WithTalks(g, home, home.Talks.Replace(there, talk));
    }

    private static Outcome PutTalkFile(Gathering g, TalkFilePut c)
    {
        if (FindTalk(g, c.Talk) is not var (home, there)) return RefusalReason.NoSuchBlock;
        if (there.Files.Exists(file => file.Id == c.File.Id)) return RefusalReason.AlreadyExists;
        if (there.Files.Count >= Limits.Files) return new Refusal(RefusalReason.TooMany, Limits.Files);
        if (Missing(c.File.Name, Limits.Name) is { } fault) return fault;
        if (!_presentations.Contains(c.File.Format) || !IsHash(c.File.Hash) || c.File.Size <= 0) return RefusalReason.NotAllowed;
        return WithTalks(g, home, home.Talks.Replace(there, there with { Files = there.Files.Add(c.File) }));
    }

    private static Outcome RemoveTalkFile(Gathering g, TalkFileRemoved c)
    {
        if (FindTalk(g, c.Talk) is not var (home, there)) return RefusalReason.NoSuchBlock;
        var left = there.Files.RemoveAll(file => file.Id == c.File);
        return left.Count == there.Files.Count
            ? RefusalReason.NothingToChange
            : WithTalks(g, home, home.Talks.Replace(there, there with { Files = left }));
    }

    private static Outcome PutPicture(Gathering g, ReportPicture picture)
    {
        if ((TooLong(picture.Caption, Limits.Line) ?? TooLong(picture.Alternative, Limits.Note) ?? TooLong(picture.Credit, Limits.Line))
            is { } fault)
            return fault;
        if (picture.After is { } after && !g.Blocks.Exists(block => block.Id == after)) return RefusalReason.NoSuchBlock;
        var place = g.Pictures.FindIndex(there => there.Id == picture.Id);
        if (place >= 0)
            return g with { KeptPictures = g.Pictures.SetItem(place, picture with { File = g.Pictures[place].File }) };
        if (g.Pictures.Count >= Limits.Pictures) return new Refusal(RefusalReason.TooMany, Limits.Pictures);
        if (!_pictures.Contains(picture.File.Format) || !IsHash(picture.File.Hash)) return RefusalReason.NotAllowed;
        if (picture.File.Width <= 0 || picture.File.Height <= 0) return RefusalReason.NotAllowed;
        return g with { KeptPictures = g.Pictures.Add(picture) };
    }

    private static Outcome RemovePicture(Gathering g, Id<ReportPicture> id)
    {
        var left = g.Pictures.RemoveAll(picture => picture.Id == id);
        return left.Count == g.Pictures.Count ? RefusalReason.NothingToChange : g with { KeptPictures = left.IsEmpty ? null : left };
    }

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}
