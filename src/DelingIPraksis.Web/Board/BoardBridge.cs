using DelingIPraksis.Domain.GroupWork;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Board;

/// <summary>What the browser's side of the board (js/seat.js) asks of the server. Everything here comes from outside and is looked at first.</summary>
internal sealed class BoardBridge(BoardSession session, Func<string?, Task> onWriting)
{
    private const int LongestKey = 100;
    private const int LongestDraft = 2 * Domain.Gatherings.Limits.Note;

    /// <summary>A piece of writing, sent again with the same id until it is answered.</summary>
    [JSInvokable]
    public async Task<PieceAnswer> Send(Piece piece)
    {
        if (WritingPlace.Find(piece.Field) is not { } place) return new(Kept: false, Message: "");
        var answer = await session.WriteAsync(place, piece);
        if (answer.Kept && place is WritingPlace.NewNote or WritingPlace.TakenHome) await session.KeepDraftAsync(place.Key, "");
        return answer;
    }

    /// <summary>What this person was typing, here or on another device.</summary>
    [JSInvokable]
    public async Task<IReadOnlyDictionary<string, string>> Drafts()
    {
        var drafts = await session.DraftsAsync();
        if (session.View.ClosedAt is null) return drafts;
        foreach (var field in drafts.Keys) await session.KeepDraftAsync(field, "");
        return new Dictionary<string, string>();
    }

    /// <summary>What this person is typing.</summary>
    [JSInvokable]
    public Task Draft(string field, string text)
    {
        var known = field.Length <= LongestKey && (WritingPlace.Find(field) is WritingPlace.NewNote or WritingPlace.TakenHome || field is "home/owner" or "home/by");
        return known && text.Length <= LongestDraft && session.View.ClosedAt is null ? session.KeepDraftAsync(field, text) : Task.CompletedTask;
    }

    /// <summary>In which field this person is at work, or null; and whether the keys are going.</summary>
    [JSInvokable]
    public async Task Writing(string? field, bool typing)
    {
        var place = WritingPlace.Find(field);
        session.Writes(typing ? Seen(place) : null);
        await onWriting(place?.Key);
    }

    // Colleagues are told the very field; the partner what sort of thing it is, and no more (BoardSession.DoingOf).
    private static string? Seen(WritingPlace? place) => place switch
    {
        WritingPlace.NewNote { Kind: NoteKind.Barrier } => "note:barrier",
        WritingPlace.NewNote => "note:opportunity",
        _ => place?.Key,
    };
}
