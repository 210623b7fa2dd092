using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Access;

/// <summary>The code of a gathering, for display to those who are to join.</summary>
public interface IJoinCodeProvider
{
    /// <summary>The gathering's code, or null when it has none.</summary>
    ValueTask<DoorCode?> CodeAsync(Id<Gathering> gathering);

    /// <summary>
    /// Notifies of a new code, until it is disposed, in the culture of the follower. Hazard: an old code on a wall lets nobody in, so a
    /// screen that stays open must follow it. Follow first and read afterwards, so that no change is missed.
    /// </summary>
    IDisposable Follow(Id<Gathering> gathering, Action<DoorCode> changed);

    /// <summary>Whether a typed code, or one in an address, is the gathering's code.</summary>
    async ValueTask<bool> OpensAsync(Id<Gathering> gathering, string? typed) =>
        DoorCode.TryParse(typed, out var code) && await CodeAsync(gathering) == code;
}

/// <inheritdoc/>
internal sealed class JoinCodeProvider(JoinCodes codes) : IJoinCodeProvider
{
    public async ValueTask<DoorCode?> CodeAsync(Id<Gathering> gathering) => await codes.OfAsync(gathering);

    public IDisposable Follow(Id<Gathering> gathering, Action<DoorCode> changed)
    {
        var reader = ReaderCulture.Current;
        return codes.Follow((of, code) =>
        {
            if (of == gathering) reader.Run(() => changed(code));
        });
    }
}
