using System.Text.Json;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// What the browser's side of the board (js/writing/seat.js) calls on the server. The browser may send anything, so each call is checked.
/// </summary>
/// <remarks>
/// Every call takes and returns text, and this class reads and writes the JSON. Otherwise each circuit would build and keep its own
/// metadata for every type.
/// </remarks>
internal sealed class BoardBridge(BoardSession session, Func<string?, Task> onWriting, Func<Task> onDraw)
{
    private const int LongestKey = 100;
    private const int LongestClosed = 4_000;
    private const int LongestDraft = 2 * Domain.Gatherings.Limits.Note;

    /// <summary>
    /// Receives a <see cref="BoardRequest"/>: writing, or a press. The browser sends it again with the same id until it gets its
    /// <see cref="BoardResponse"/>.
    /// </summary>
    [JSInvokable]
    public async Task<string> Send(string words)
    {
        if (BoardRequest.Read(words) is not { } piece) return new BoardResponse(Kept: false, Message: "").Write();
        if (WritingPlace.Find(piece.Field) is not { } place)
        {
            var refused = session.Refused;
            var done = await session.ActAsync(piece);
            if (session.Refused != refused) await onDraw();
            return done.Write();
        }

        var answer = await session.WriteAsync(place, piece);
        if (answer.Kept && IsCopied(place)) await session.KeepDraftAsync(place.Key, "");
        return answer.Write();
    }

    /// <summary>The drafts of this person, from this device or another: the text by its field.</summary>
    [JSInvokable]
    public async Task<string> Drafts() => JsonSerializer.Serialize(await session.DraftsAsync());

    /// <summary>
    /// Receives which of the facilitator's messages are closed in this browser, as a JSON list of their sequences in the log.
    /// </summary>
    [JSInvokable]
    public Task Closed(string words)
    {
        session.RememberClosed(ClosedIn(words));
        // A thousand boards may open in the same second, and most have no message to draw.
        return session.View.Messages.Count == 0 ? Task.CompletedTask : onDraw();
    }

    /// <summary>Keeps a copy of what this person is typing.</summary>
    [JSInvokable]
    public Task Draft(string field, string text)
    {
        var known = field.Length <= LongestKey && (IsCopied(WritingPlace.Find(field)) || IsPartOfPromise(field));
        // After the close no new draft is kept, but an old one can still be removed.
        var fits = text.Length <= LongestDraft && (session.View.ClosedAt is null || text.Length == 0);
        return known && fits ? session.KeepDraftAsync(field, text) : Task.CompletedTask;
    }

    /// <summary>Receives the field that this person is in, or null, and whether the person is typing.</summary>
    [JSInvokable]
    public async Task Writing(string? field, bool typing)
    {
        var place = WritingPlace.Find(field);
        session.Writes(typing ? Seen(place) : null);
        await onWriting(place?.Key);
    }

    // A list that cannot be read closes nothing: to show a message twice does less harm than not to show it.
    private static long[] ClosedIn(string words)
    {
        try
        {
            return words.Length > LongestClosed ? [] : JsonSerializer.Deserialize<long[]>(words) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // These places are saved only with a press, so their drafts are copied until then. All others are saved while the person types.
    private static bool IsCopied(WritingPlace? place) => place
        is WritingPlace.NewNote or WritingPlace.TakenHome or WritingPlace.PromiseAgain or WritingPlace.Wording;

    // A promise has three parts, and each has a draft of its own.
    private static bool IsPartOfPromise(string field) => field.LastIndexOf('/') is > 0 and var end
        && field[(end + 1)..] is "owner" or "by"
        && WritingPlace.Find(field[..end]) is WritingPlace.TakenHome or WritingPlace.PromiseAgain;

    // Colleagues see the exact field. The partner sees only what kind of writing it is (BoardSession.ActivityOf).
    private static string? Seen(WritingPlace? place) => place switch
    {
        WritingPlace.NewNote { Kind: NoteKind.Barrier } => "note:barrier",
        WritingPlace.NewNote => "note:opportunity",
        _ => place?.Key,
    };
}
