using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Lists;

/// <summary>Finds a municipality or county by any of its names or its number, and invites it; what is not in the register is invited as an organisation of its own.</summary>
public sealed partial class PartySearch : ProgrammePart
{
    private const int Most = 8;

    private IReadOnlyList<Hit> _hits = [];
    private string _typed = "";
    private int _at = -1;
    private bool _open;

    /// <summary>Whom the choice takes the place of; null invites a new one.</summary>
    [Parameter]
    public Party? Replaces { get; set; }

    /// <summary>One is chosen, and kept.</summary>
    [Parameter]
    public EventCallback OnTaken { get; set; }

    private void Seek()
    {
        var typed = new PlainText(_typed);
        var known = View.Parties.Select(party => party.RegisterNumber).ToHashSet();
        _hits = typed.IsEmpty ? [] :
        [
            .. MunicipalityRegister.Current.Search(typed.Value, Most).Where(hit => !known.Contains(hit.Number)).Select(hit => new Hit(hit.Name, hit.Number, hit.Kind, hit.County)),
            new Hit(typed.Value, null, PartyKind.Other, null),
        ];
        (_open, _at) = (_hits.Count > 0, _hits.Count > 1 ? 0 : -1);
    }

    private string Where(Hit hit) => hit.Number is null ? T["AddOwn"] : hit.County is { } county ? $"{county} · {hit.Number}" : hit.Number;

    private void Leave() => _open = false;

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _hits.Count > 0:
                (_open, _at) = (true, (_at + 1) % _hits.Count);
                break;
            case "ArrowUp" when _hits.Count > 0:
                (_open, _at) = (true, _at <= 0 ? _hits.Count - 1 : _at - 1);
                break;
            case "Enter" when _open && _at >= 0:
                await TakeAsync(_hits[_at]);
                break;
            case "Escape":
                _open = false;
                break;
        }
    }

    private async Task TakeAsync(Hit hit)
    {
        var kept = Replaces is { } party
            ? await TryAsync(Session.DoAsync(T["UndoRename", party.Name], new Change.PartyRenamed(party.Id, hit.Name, hit.Number, hit.Kind, hit.County), new Change.PartyRenamed(party.Id, party.Name, party.RegisterNumber, party.Kind, party.County)))
            : await TryAsync(Invitations.InviteAsync(Session, T["UndoAdd", hit.Name], hit.Name, hit.Number, hit.Kind, hit.County));
        if (!kept) return;
        Session.Say("IsWith", hit.Name, Session.View.PartyCount);
        (_typed, _hits, _open) = ("", [], false);
        await OnTaken.InvokeAsync();
    }

    private sealed record Hit(string Name, string? Number, PartyKind Kind, string? County);
}

/// <summary>How somebody is invited, and how that is undone.</summary>
internal static class Invitations
{
    public static Task<string?> InviteAsync(ProgrammeSession session, string what, PlainText name, string? number, PartyKind kind, string? county)
    {
        var id = new Id<Party>(Guid.CreateVersion7());
        return session.DoAsync(what, new Change.PartyInvited(id, name, number, kind, county), new Change.PartyWithdrawn(id));
    }
}
