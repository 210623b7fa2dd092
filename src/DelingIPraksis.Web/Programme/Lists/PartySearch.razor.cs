using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Register;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Lists;

/// <summary>
/// Finds a municipality or county by any of its names or its number, and invites it; what is not in the register is invited as an
/// organisation of its own.
/// </summary>
public sealed partial class PartySearch : GatheringPart<ProgrammeSession>
{
    private const int Most = 8;

    private ElementReference _field;
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

    /// <summary>The one that is corrected is left: nothing was chosen.</summary>
    [Parameter]
    public EventCallback OnLeft { get; set; }

    private string Id => Replaces is { } party ? $"rett-{party.Id}" : "sok-part";

    private string Label => Replaces is { } party ? T["CorrectLabel", party.Name] : T["FindParty"];

    protected override void OnInitialized() => _typed = Replaces?.Name.Value ?? "";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Who has pressed «Rett» goes on writing where the name stands.
        if (firstRender && Replaces is not null) await _field.FocusAsync();
    }

    private void Seek()
    {
        var typed = new PlainText(_typed).OnOneLine;
        Said = null;
        List<Hit> hits = typed.IsEmpty
            ? []
            :
            [
                .. MunicipalityRegister
                    .Current.Search(typed.Value, Most)
                    .Select(hit => new Hit(hit.Name, hit.Number, hit.Kind, hit.County, IsHere(hit.Name, hit.Number))),
            ];
        // What the register knows by this very name is no organisation of its own.
        if (
            typed.Value.Any(char.IsLetter)
            && MunicipalityRegister.Current.Named(typed.Value).Count == 0
            && MunicipalityRegister.Current.CountyCouncil(typed.Value) is null
        )
            hits.Add(new Hit(typed.Value, null, PartyKind.Other, null, IsHere(typed, null)));
        (_hits, _open, _at) = (hits, hits.Count > 0, hits.FindIndex(hit => hit is { Number: not null, IsHere: false }));
    }

    private bool IsHere(PlainText name, string? number) =>
        View.Parties.Any(party => party.Id != Replaces?.Id && party.IsMeantBy(name, number));

    private string Where(Hit hit) => hit switch
    {
        { IsHere: true } => T["IsHere"],
        { Number: null } => T[Replaces is null ? "AddOwn" : "UseOwn"],
        { County: { } county } => $"{county} · {hit.Number}",
        _ => hit.Number,
    };

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
            case "Escape" when _open:
                _open = false;
                break;
            case "Escape":
                await OnLeft.InvokeAsync();
                break;
        }
    }

    private async Task TakeAsync(Hit hit)
    {
        if (hit.IsHere)
        {
            Said = T["IsHereName", hit.Name];
            return;
        }

        var kept = await AskAsync(
            Replaces is { } party
                ? new Change.PartyRenamed(party.Id, hit.Name, hit.Number, hit.Kind, hit.County)
                : new Change.PartyInvited(new Id<Party>(Guid.CreateVersion7()), hit.Name, hit.Number, hit.Kind, hit.County)
        );
        if (!kept) return;
        Session.Say("IsWith", hit.Name, Session.View.PartyCount);
        (_typed, _hits, _open) = ("", [], false);
        await OnTaken.InvokeAsync();
    }

    private sealed record Hit(string Name, string? Number, PartyKind Kind, string? County, bool IsHere);
}
