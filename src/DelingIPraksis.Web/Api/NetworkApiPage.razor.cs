using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Networks;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Api;

/// <summary>The keys that other programs read a network with. Only those who own the network see it.</summary>
public partial class NetworkApiPage : NetworkPart
{
    private static readonly ApiScope[] _scopes = [ApiScope.Programme, ApiScope.Reports, ApiScope.Archive, ApiScope.Webhooks];

    private List<ApiToken> _all = [];
    private string? _key;
    private string? _said;
    private string? _nameFault;
    private string? _scopeFault;
    private string? _endFault;

    [Inject]
    internal ApiTokens Tokens { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [SupplyParameterFromForm(Name = "navn", FormName = "ny-nokkel")]
    public string? NameField { get; set; }

    [SupplyParameterFromForm(Name = "apner", FormName = "ny-nokkel")]
    public string[]? ScopesField { get; set; }

    [SupplyParameterFromForm(Name = "til", FormName = "ny-nokkel")]
    public string? EndField { get; set; }

    protected override NetworkRole Least => NetworkRole.Owner;

    private string Here => Addresses.NetworkApi(Slug);

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private string DefaultEnd => Invariant.Value(Today.AddMonths(6));

    protected override string AddressOf(string slug) => Addresses.NetworkApi(slug);

    protected override async Task PrepareAsync(NetworkView view) => _all = await Tokens.OfAsync(view.Id);

    private async Task MakeAsync()
    {
        if (View is not { } view || Actor is not Actor.Account account) return;
        var name = new PlainText(NameField).OnOneLine;
        var scopes = _scopes
            .Where(scope => ScopesField?.Contains(scope.ToString()) == true)
            .Aggregate(ApiScope.None, (all, one) => all | one);
        _nameFault = name.IsEmpty ? T["NameMissing"].Value
            : name.Length > Limits.Name ? T["NameTooLong", Limits.Name, name.Length].Value
            : null;
        _scopeFault = scopes == ApiScope.None ? T["OpensNothing"].Value : null;
        var read = DateOnly.TryParseExact(EndField, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end);
        _endFault = !read || end <= Today || end > Today.AddDays(ApiTokens.Longest.Days) ? T["EndWrong"].Value : null;
        if (_nameFault is not null || _scopeFault is not null || _endFault is not null) return;
        try
        {
            _key = await Tokens.MakeAsync(view.Id, name.Value, scopes, account.User, new(end.ToDateTime(default), TimeSpan.Zero));
            _said = T["Made", name];
            (NameField, ScopesField, EndField) = (null, null, null);
            _all = await Tokens.OfAsync(view.Id);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _nameFault = T["NotStored"];
        }
    }

    private async Task EndAsync(ApiToken token)
    {
        if (View is not { } view) return;
        try
        {
            await Tokens.EndAsync(view.Id, token.Id);
            (_all, _said) = (await Tokens.OfAsync(view.Id), T["Ended", token.Name]);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _said = T["NotStored"];
        }
    }

    private string WhatOpens(ApiToken token) =>
        string.Join(", ", _scopes.Where(scope => token.Scopes.HasFlag(scope)).Select(scope => T[$"Short{scope}"].Value));

    private static string Day(DateTimeOffset at) => at.ToString("d", CultureInfo.CurrentCulture);
}
