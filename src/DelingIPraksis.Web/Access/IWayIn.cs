using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Access;

/// <summary>What is shown to those who are to join: the code, as it stands on the wall.</summary>
public interface IWayIn
{
    /// <summary>The gathering's code, or null when it has none.</summary>
    ValueTask<DoorCode?> CodeAsync(Id<Gathering> gathering);

    /// <summary>
    /// Says when the gathering gets another code, until it is disposed of; in the language of the one who follows. A screen that stays must
    /// follow
    /// it: an old code on a wall lets nobody in. Follow first and read afterwards, so that no change falls between.
    /// </summary>
    IDisposable Follow(Id<Gathering> gathering, Action<DoorCode> changed);

    /// <summary>Whether what was typed, or stood in an address, is the gathering's code.</summary>
    async ValueTask<bool> OpensAsync(Id<Gathering> gathering, string? typed) =>
        DoorCode.TryParse(typed, out var code) && await CodeAsync(gathering) == code;
}

/// <inheritdoc/>
internal sealed class WayIn(JoinCodes codes) : IWayIn
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
