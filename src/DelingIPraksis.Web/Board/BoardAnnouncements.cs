using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Board;

/// <summary>Announces once, for a screen reader, what has happened between two views without a press on this board.</summary>
internal static class BoardAnnouncements
{
    public static IEnumerable<string> Between(
        GatheringView before,
        BoardSession session,
        IStringLocalizer<BoardTexts> texts,
        BoardStage stage
    )
    {
        var after = session.View;
        if (before.OwnPair?.Members.SequenceEqual(after.OwnPair?.Members ?? []) != true && after.OwnPair is not null)
            yield return texts["SayPaired", NameList.Of(session.Partners.Select(partner => partner.Name.Value), texts)];

        var was = BoardStage.Of(before);
        var now = BoardStage.Of(after);
        if (!was.IsStepOf(now))
            yield return stage == now
                ? texts["SayPhase", texts[$"{now.TextKey(after)}Name"]]
                : texts["SayNext", texts[$"{now.TextKey(after)}Name"]];
        else if (was != now && after.OwnPair is { } pair)
            yield return texts["SayTurn", session.NameOf(pair.Presenter)];

        var own = after.Work(session.Seat.Party);
        if (before.Work(session.Seat.Party)?.Help is not null && own?.IsHelpAnsweredAt(after.Position) == true)
            yield return texts["SayHelp"];
        foreach (var message in after.Messages.Where(message => message.Sequence > before.Sequence).Reverse())
            yield return texts["SayMessage", message.Text.Value];
        if (was.IsStepOf(now) && Clock(before, after) is { } clock) yield return texts[clock];
        foreach (var partner in session.Partners)
            if (Deed(before, after, session.Seat.Party, partner.Id) is { } deed) yield return texts[deed, partner.Name.Value];
    }

    /// <summary>The number of new notes from each partner, without those that this party wrote down for it.</summary>
    public static IEnumerable<(Party Partner, int Notes)> Notes(GatheringView before, BoardSession session)
    {
        var known = BoardOf(before).Select(note => note.Where).ToHashSet();
        return BoardOf(session.View)
            .Where(note =>
                note.Where.Party != session.Seat.Party && note.Note.WrittenBy != session.Seat.Party && !known.Contains(note.Where)
            )
            .CountBy(note => note.Where.Party)
            .Select(count => (session.View.Party(count.Key)!, count.Value));
    }

    private static string? Clock(GatheringView before, GatheringView after) => (before.Clock, after.Clock) switch
    {
        ({ PausedAt: null }, { PausedAt: not null }) => "SayPaused",
        ({ PausedAt: not null }, { PausedAt: null }) => "SayResumed",
        ({ } was, { } now) when was.Total < now.Total => "SayMoreTime",
        ({ } was, { } now) when was.Total > now.Total => "SayLessTime",
        _ => null,
    };

    private static string? Deed(GatheringView before, GatheringView after, Id<Party> own, Id<Party> partner)
    {
        if (before.Work(partner)?.FeedbackTo(own).HandedOverAt is null && after.Work(partner)?.FeedbackTo(own).HandedOverAt is not null)
            return "SayFeedback";
        if (
            before.Work(own)?.FeedbackTo(partner).Answer.Text.IsEmpty == true
            && after.Work(own)?.FeedbackTo(partner).Answer.Text.IsEmpty == false
        )
            return "SayAnswer";
        return null;
    }

    private static IReadOnlyList<BoardNote> BoardOf(GatheringView view) => view.OwnPair is { } pair ? view.Board(pair) : [];
}
