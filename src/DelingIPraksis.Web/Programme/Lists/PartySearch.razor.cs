using System.Runtime.CompilerServices;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Register;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace DelingIPraksis.Web.Programme.Lists;

/// <summary>
/// Finds a municipality or county by any of its names or its number, and invites it; what is not in the register is invited as an
/// organisation of its own.
/// </summary>
public sealed partial class PartySearch : GatheringPart<ProgrammeSession>
{
    private const int Most = 8;

    private MudAutocomplete<Hit> _field = null!;
    private List<Hit> _hits = [];
    private string? _first;
    private bool _open;
    private bool _entered;
    private bool _pointed;
    private bool _refused;

    /// <summary>The party that the choice replaces; null invites a new one.</summary>
    [Parameter]
    public Party? Replaces { get; set; }

    /// <summary>Raised when a party is chosen and stored.</summary>
    [Parameter]
    public EventCallback OnTaken { get; set; }

    /// <summary>Raised when the correction is cancelled.</summary>
    [Parameter]
    public EventCallback OnLeft { get; set; }

    // The names, the numbers and the counties of the day of the gathering.
    private MunicipalityRegister Register => MunicipalityRegister.Current.On(View.Facts.Date);

    private string Id => Replaces is { } party ? $"rett-{party.Id}" : "sok-part";

    private string Label => Replaces is { } party ? T["CorrectLabel", party.Name] : T["FindParty"];

    // `MudAutocomplete` highlights the first option that can be chosen. A misspelt name is then an organisation of its own, which Enter
    // must not invite before an arrow has pointed at it.
    private bool Waits => !_pointed && _hits.Find(hit => !hit.IsHere) is { Number: null };

    // An option that is not highlighted is not announced.
    private Dictionary<string, object> Heard => Waits ? new() { ["aria-activedescendant"] = "" } : [];

    // The library gives an option that cannot be chosen no `aria-disabled`, and arrows skip it. So invited parties are announced here.
    private string Found => _open
        ? string.Join(". ", _hits.Where(hit => hit.IsHere).Select(hit => T["IsHereName", hit.Name].Value).Prepend(T["Hits", _hits.Count]))
        : "";

    protected override void OnInitialized() => _first = Replaces?.Name.Value;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // After «Rett» the focus moves to the field with the name.
        if (firstRender && Replaces is not null) await _field.FocusAsync();
    }

    private Task<IEnumerable<Hit>> SeekAsync(string? text, CancellationToken cancelled)
    {
        var typed = new PlainText(text ?? "").OnOneLine;
        Status = null;
        _pointed = false;
        _hits = typed.IsEmpty
            ? []
            :
            [
                .. Register.Search(typed.Value, Most)
                    .Select(hit => new Hit(hit.Name, hit.Number, hit.Kind, hit.County, IsHere(hit.Name, hit.Number)) { From = hit }),
            ];
        // A name in the register is not an organisation of its own.
        if (
            typed.Value.Any(char.IsLetter)
            && Register.Named(typed.Value).Count == 0
            && Register.CountyCouncil(typed.Value) is null
        )
            _hits.Add(new Hit(typed.Value, null, PartyKind.Other, null, IsHere(typed, null)));
        return Task.FromResult<IEnumerable<Hit>>(_hits);
    }

    private bool IsHere(PlainText name, string? number) =>
        View.Parties.Any(party => party.Id != Replaces?.Id && party.MatchesName(name, number));

    private string? Where(Hit hit) => hit switch
    {
        { IsHere: true } => T["IsHere"],
        { Number: null } => T[Replaces is null ? "AddOwn" : "UseOwn"],
        { From: { Since: { } year, Was: { } was } from } =>
            $"{(from.WasLater ? T["LineBecomesLater", was, year] : T["LineBecame", was, hit.Name, year])} · {About(hit)}",
        _ => About(hit),
    };

    private static string? About(Hit hit) => hit.County is { } county ? $"{county} · {hit.Number}" : hit.Number;

    private Task KeyAsync(KeyboardEventArgs key)
    {
        _entered = key.Key is "Enter" or "NumpadEnter";
        _pointed |= key.Key is "ArrowDown" or "ArrowUp";
        return key.Key == "Escape" && !_field.Open ? OnLeft.InvokeAsync() : Task.CompletedTask;
    }

    // Every choice closes the list, also a refused one.
    private Task AfterKeyAsync(KeyboardEventArgs key)
    {
        var refused = _refused;
        _entered = _refused = false;
        return refused ? _field.OpenMenuAsync() : Task.CompletedTask;
    }

    private async Task ChooseAsync(Hit? hit)
    {
        _refused = hit is { Number: null } && _entered && !_pointed;
        if (hit is not null && !_refused) await TakeAsync(hit);
    }

    private async Task TakeAsync(Hit hit)
    {
        var kept = await AskAsync(
            Replaces is { } party
                ? new Change.PartyRenamed(party.Id, hit.Name, hit.Number, hit.Kind, hit.County)
                : new Change.PartyInvited(new Id<Party>(Guid.CreateVersion7()), hit.Name, hit.Number, hit.Kind, hit.County)
        );
        if (!kept) return;
        Session.Say("IsWith", hit.Name, Session.View.PartyCount);
        await _field.ClearAsync();
        await OnTaken.InvokeAsync();
    }

    private sealed record Hit(string Name, string? Number, PartyKind Kind, string? County, bool IsHere)
    {
        /// <summary>The hit in the register; null for what is not in it.</summary>
        public RegisterHit? From { get; init; }

        // `MudAutocomplete` ignores a choice equal to the last one, so a choice that was not stored could not be tried again.
        public bool Equals(Hit? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
