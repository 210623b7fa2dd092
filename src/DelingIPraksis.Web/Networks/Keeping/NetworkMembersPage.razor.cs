using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>
/// The members of a network: with their periods, from a pasted list, and from the parties of its gatherings. Static forms: they work
/// without a circuit, and what was typed comes back with what is wrong with it.
/// </summary>
public sealed partial class NetworkMembersPage : NetworkKeepingPart
{
    private const int LongestList = 100_000;

    private IReadOnlyList<NetworkMember> _now = [];
    private IReadOnlyList<NetworkMember> _before = [];
    private IReadOnlyList<NetworkMember> _fromGatherings = [];

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    internal NetworkHistory History { get; set; } = null!;

    [SupplyParameterFromForm(Name = "navn")]
    public string? NamesField { get; set; }

    [SupplyParameterFromForm(Name = "siden")]
    public string? SinceField { get; set; }

    [SupplyParameterFromForm(Name = "medlem")]
    public string? NameField { get; set; }

    [SupplyParameterFromForm(Name = "fra")]
    public string? FromField { get; set; }

    [SupplyParameterFromForm(Name = "til")]
    public string? UntilField { get; set; }

    internal override string Here => AddressOf(Slug);

    internal bool MayKeep => View?.Helps == true;

    protected override string AddressOf(string slug) => Addresses.NetworkMembers(slug);

    protected override async Task PrepareAsync(NetworkView view)
    {
        await base.PrepareAsync(view);
        _now = [.. view.Members.Where(member => member.Until is null || member.Until >= History.Today)];
        _before = [.. view.Members.Except(_now)];
        if (view.Helps) _fromGatherings = await NewOfGatheringsAsync(view);
    }

    internal async Task ChangeAsync(NetworkMember member)
    {
        var form = $"endre-{member.Id}";
        if (!Read(FromField, form, out var from) || !Read(UntilField, form, out var until)) return;
        var changed = member with { Name = ((PlainText)NameField).OnOneLine, From = from, Until = until };
        // The same again is no change, and leaves nothing to undo.
        if (changed == member) Navigation.NavigateTo(Here);
        else await AskAsync(new NetworkChange.MemberChanged(changed, member), form);
    }

    internal Task RemoveAsync(NetworkMember member) =>
        AskAsync(new NetworkChange.MembersRemoved([member.Id]), $"endre-{member.Id}");

    private async Task AddAsync()
    {
        if (View is not { } view || !Read(SinceField, "siden", out var since)) return;
        if (NamesField?.Length > LongestList)
        {
            Faults["legg-til"] = T["ListTooLong"];
            return;
        }

        var parties = PartyList.Parse(NamesField);
        if (PartyList.TooLong(parties) is not null) Faults["legg-til"] = T["NameTooLong", Limits.Name];
        else if (PartyList.Unclear(parties) is { Candidates: [var one, var other, ..] } unclear)
            Faults["legg-til"] = T["TwoOfThatName", unclear.Name.Value, one.County, other.County];
        else if (parties.Count == 0) Faults["legg-til"] = T["NoNames"];
        else
        {
            var members = ImmutableList.CreateRange(
                parties.Select(party => MemberOf(party.Name, party.RegisterNumber, party.Kind, party.County, since)));
            await AskAsync(new NetworkChange.MembersAdded(NetworkSuccession.With(members, view.Members)), "legg-til");
        }
    }

    private Task TakeAllAsync() => _fromGatherings.Count == 0
        ? Task.CompletedTask
        : AskAsync(new NetworkChange.MembersAdded([.. _fromGatherings]), "hent");

    /// <summary>
    /// The parties of the network's gatherings that are not members yet, each from the day of the first gathering where it took part.
    /// Those that the rules would refuse, such as Akershus beside Viken, are left for the user to add by hand.
    /// </summary>
    private async Task<IReadOnlyList<NetworkMember>> NewOfGatheringsAsync(NetworkView view)
    {
        var gatherings = new List<Gathering>();
        foreach (var id in view.Gatherings) gatherings.Add(await Rooms.ReadAsync(id));
        var there = view.Members.ToList();
        foreach (var gathering in gatherings.Where(gathering => gathering.Exists).OrderBy(gathering => gathering.Facts.Date))
        {
            foreach (var party in gathering.PartiesInOrder)
            {
                var member = MemberOf(party.Name, party.RegisterNumber, party.Kind, party.County, gathering.Facts.Date);
                var whole = NetworkSuccession.With([member], there)[0];
                if (!there.Exists(other => whole.IsSameAs(other) || whole.IsSuccessionOf(other))) there.Add(whole);
            }
        }

        return [.. there.Except(view.Members)];
    }

    private static NetworkMember MemberOf(PlainText name, string? number, PartyKind kind, string? county, DateOnly? since) =>
        new(new(Guid.CreateVersion7()), name.OnOneLine, number, kind, county, since);

    private bool Read(string? written, string form, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(written)) return true;
        day = DateParser.Read(written);
        if (day is null) Faults[form] = T["DayUnclear"];
        return day is not null;
    }
}
