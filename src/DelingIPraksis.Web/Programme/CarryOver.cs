using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Programme;

/// <summary>
/// Copies parts of an earlier gathering of the series. What exists already is not changed, and no party is invited twice.
/// </summary>
public static class CarryOver
{
    /// <summary>The parts that can be taken over.</summary>
    public enum Part
    {
        /// <summary>The invited parties, with their present names.</summary>
        Parties,

        /// <summary>The blocks, without their talks.</summary>
        Blocks,

        /// <summary>The phases of the group work.</summary>
        Plan,

        /// <summary>The organisers, facilitators and observers.</summary>
        Staff,

        /// <summary>The facts of the network.</summary>
        About,
    }

    /// <summary>The changes.</summary>
    /// <param name="from">The earlier gathering, as the organiser who copies sees it.</param>
    /// <param name="to">The one that is set up.</param>
    /// <param name="parts">The parts to copy.</param>
    public static IReadOnlyList<Change> Of(GatheringView from, GatheringView to, IReadOnlySet<Part> parts)
    {
        var changes = new List<Change>();
        if (parts.Contains(Part.Parties)) changes.AddRange(Parties(from, to));
        if (parts.Contains(Part.Blocks) && to.Blocks.Count == 0) changes.AddRange(Blocks(from));
        if (parts.Contains(Part.Plan) && from.Plan.Count > 0 && to.Position < 0)
            changes.Add(new Change.WorkshopPlanned(to.Theme.IsEmpty ? from.Theme : to.Theme, [.. from.Plan]));
        if (parts.Contains(Part.Staff))
            changes.AddRange(
                from.Staff.Where(member => !to.Staff.ContainsKey(member.Key))
                    .Select(member => new Change.StaffAppointed(member.Key, member.Value))
            );
        if (parts.Contains(Part.About) && to.Facts.NetworkAbout.IsEmpty && !from.Facts.NetworkAbout.IsEmpty)
            changes.Add(new Change.GatheringDescribed(to.Facts with { NetworkAbout = from.Facts.NetworkAbout }, to.Facts));
        return changes;
    }

    private static IEnumerable<Change> Parties(GatheringView from, GatheringView to)
    {
        // The same check as the rule: a party invited under another form of its name is refused, and would stop the copying.
        var here = to.Parties.ToList();
        foreach (var party in from.Parties.Select(party => Today(party, from.Facts.Date, to.Facts.Date)))
        {
            if (here.Exists(there => there.MatchesName(party.Name, party.RegisterNumber))) continue;
            here.Add(party);
            var id = new Id<Party>(Guid.CreateVersion7());
            yield return new Change.PartyInvited(id, party.Name, party.RegisterNumber, party.Kind, party.County);
        }
    }

    // Eid of 2018 is invited to a gathering in 2021 as Stad. One that was divided keeps its name until the organiser chooses.
    private static Party Today(Party party, DateOnly then, DateOnly day)
    {
        var register = MunicipalityRegister.Current.On(day);
        if (party.RegisterNumber is not { } number || register.Knows(number)) return party;
        return MunicipalityRegister.Current.NumbersOn(number, then, day) is [var now] && register.HitOf(now, party.Name.Value) is { } hit
            ? party with { Name = hit.Name, RegisterNumber = hit.Number, Kind = hit.Kind, County = hit.County }
            : party;
    }

    private static IEnumerable<Change> Blocks(GatheringView from) => from.Blocks.Where(block => !block.IsTalk).Select(block =>
        new Change.BlockPut(new Block(new Id<Block>(Guid.CreateVersion7()), block.Title, "", [], block.HasWorkshop)
        {
            AfterPoints = block.AfterPoints,
        }));
}
