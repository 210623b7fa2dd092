using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console;

/// <summary>
/// Asks the room on behalf of the one who leads. What could not be stored keeps its id, so that pressing once more is the same change and
/// never a second one.
/// </summary>
internal sealed class Conductor(IRooms rooms, Id<Gathering> gathering, Actor actor, ReplyWords words)
{
    private (Change Change, Guid Id)? _notStored;

    /// <summary>Who leads here.</summary>
    public Actor Actor => actor;

    /// <summary>Asks.</summary>
    /// <returns>What stood in the way, in words; null when it is kept.</returns>
    public async Task<string?> AskAsync(Change change)
    {
        var id = _notStored is { } before && before.Change == change ? before.Id : Guid.NewGuid();
        var reply = await rooms.SubmitAsync(gathering, actor, change, id);
        _notStored = reply is Reply.NotStored ? (change, id) : null;
        return WordsOf(reply);
    }

    /// <summary>What an answer says; null when all is well.</summary>
    public string? WordsOf(Reply? reply) => reply is null ? null : words.Of(reply);
}
