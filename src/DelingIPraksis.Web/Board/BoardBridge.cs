using System.Text.Json;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// What the browser's side of the board (js/writing/seat.js) asks of the server. Everything here comes from outside and is looked at first.
/// </summary>
/// <remarks>
/// What passes is text, read and written here: each circuit of the framework would otherwise learn the shape of every type anew, and keep
/// it.
/// </remarks>
internal sealed class BoardBridge(BoardSession session, Func<string?, Task> onWriting, Func<Task> onDraw)
{
    private const int LongestKey = 100;
    private const int LongestClosed = 4_000;
    private const int LongestDraft = 2 * Domain.Gatherings.Limits.Note;

    /// <summary>
    /// A <see cref="BoardRequest"/> of writing, or something pressed, sent again with the same id until it gets its
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

    /// <summary>What this person was typing, here or on another device: the words by their field.</summary>
    [JSInvokable]
    public async Task<string> Drafts() => JsonSerializer.Serialize(await session.DraftsAsync());

    /// <summary>
    /// Which of the facilitator's messages have been closed in this browser, as a list in json of their places in the log.
    /// </summary>
    [JSInvokable]
    public Task Closed(string words)
    {
        session.RememberClosed(ClosedIn(words));
        // A thousand boards open in the same second, and most have no message to draw.
        return session.View.Messages.Count == 0 ? Task.CompletedTask : onDraw();
    }

    /// <summary>What this person is typing.</summary>
    [JSInvokable]
    public Task Draft(string field, string text)
    {
        var known = field.Length <= LongestKey && (IsCopied(WritingPlace.Find(field)) || field is "home/owner" or "home/by");
        // When all is over nothing more is begun; what was can still be taken away.
        var fits = text.Length <= LongestDraft && (session.View.ClosedAt is null || text.Length == 0);
        return known && fits ? session.KeepDraftAsync(field, text) : Task.CompletedTask;
    }

    /// <summary>In which field this person is at work, or null; and whether the keys are going.</summary>
    [JSInvokable]
    public async Task Writing(string? field, bool typing)
    {
        var place = WritingPlace.Find(field);
        session.Writes(typing ? Seen(place) : null);
        await onWriting(place?.Key);
    }

    // A list that cannot be read closes nothing: a message that is seen once more does less harm than one that is not seen.
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

    // What is kept only when one says so has a copy until then. All else is kept as it comes.
    private static bool IsCopied(WritingPlace? place) => place is WritingPlace.NewNote or WritingPlace.TakenHome or WritingPlace.Wording;

    // Colleagues are told the very field; the partner what sort of thing it is, and no more (BoardSession.ActivityOf).
    private static string? Seen(WritingPlace? place) => place switch
    {
        WritingPlace.NewNote { Kind: NoteKind.Barrier } => "note:barrier",
        WritingPlace.NewNote => "note:opportunity",
        _ => place?.Key,
    };
}
