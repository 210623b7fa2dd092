using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Gives a gathering the face of a network, with the file of its logo.</summary>
internal sealed class FaceGiver(IRooms rooms, FileStore files)
{
    /// <summary>Gives a face, or takes it away; nothing happens when the gathering has it already.</summary>
    public async Task GiveAsync(Id<Gathering> id, NetworkFace? face)
    {
        var gathering = await rooms.ReadAsync(id);
        if (!gathering.Exists || gathering.Face == face) return;
        // The logo is the gathering's own from now on: it stays when the network goes.
        if (face?.Logo is { } hash)
        {
            if (await files.FindAsync(hash, FileKind.Logo) is not { } logo) return;
            if (!await files.ShareAsync(DerivedId.Of($"{id} shows {hash}"), FileOwner.OfGathering(id), logo)) return;
        }

        await rooms.SubmitAsync(id, new Actor.Application(), new Change.FaceTaken(face), Guid.CreateVersion7());
    }
}
