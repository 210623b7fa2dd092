using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Speakers;

/// <summary>What the holder of a link may do with a talk. Every method takes the view that the link gave.</summary>
internal sealed class SpeakerDesk(
    IRooms rooms, SpeakerLinks links, FileStore files, IStringLocalizer<RefusalTexts> refusals, IStringLocalizer<FileTexts> fileTexts)
{
    // Who asks has been looked up by the link, which is no actor of the gathering.
    private static readonly Actor _actor = new Actor.Application();

    /// <summary>The talk of a link; null when the link, the talk or the gathering is gone.</summary>
    public async Task<SpeakerView?> FindAsync(string? token) => await links.FindAsync(token) is { } link
        ? SpeakerView.Of(await rooms.ReadAsync(link.Gathering), link.Talk)
        : null;

    /// <summary>Keeps a presentation and adds it to the talk. Null when it is there, otherwise why it is not.</summary>
    /// <param name="view">The talk.</param>
    /// <param name="id">The id of the file. The same id twice is done once.</param>
    /// <param name="name">What the speaker calls it.</param>
    /// <param name="content">The content.</param>
    /// <param name="cancellation">When the speaker has gone.</param>
    public async Task<string?> AddAsync(SpeakerView view, Guid id, string name, Stream content, CancellationToken cancellation)
    {
        var owner = FileOwner.OfGathering(view.Gathering);
        switch (await files.KeepAsync(id, owner, FileKind.Presentation, name, content, cancellation))
        {
            case FileOutcome.Refused refused:
                return fileTexts.Say(refused.Why, FileKind.Presentation);
            case FileOutcome.Kept { File: var file }:
                var put = new TalkFile(new(id), file.Name, file.Format.Extension()[1..], file.Size, file.Hash);
                if (await AskAsync(view, new Change.TalkFilePut(view.Talk.Id, put), id) is not { } fault) return null;
                await files.RemoveAsync(id);
                return fault;
            default:
                return refusals.SayNotStored();
        }
    }

    /// <summary>Takes a presentation away, and its bytes. Null when it is gone, otherwise why it is not.</summary>
    public async Task<string?> RemoveAsync(SpeakerView view, Id<TalkFile> file)
    {
        if (!view.Talk.Files.Exists(there => there.Id == file)) return null;
        if (await AskAsync(view, new Change.TalkFileRemoved(view.Talk.Id, file), Guid.CreateVersion7()) is { } fault) return fault;
        await files.RemoveAsync(file.Value);
        return null;
    }

    /// <summary>Stores the words and the approval. Null when they are stored, otherwise why they are not.</summary>
    public Task<string?> AnswerAsync(SpeakerView view, TalkWords words, TalkWords read, bool approves, Guid id) =>
        AskAsync(view, new Change.TalkAnswered(view.Talk.Id, words, read, approves), id);

    private async Task<string?> AskAsync(SpeakerView view, Change change, Guid id) =>
        await rooms.SubmitAsync(view.Gathering, _actor, change, id) switch
        {
            Reply.Kept => null,
            Reply.Refused refused => refusals.Say(refused.Refusal),
            _ => refusals.SayNotStored(),
        };
}
