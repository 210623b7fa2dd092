using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Pairing;

/// <summary>Creates a problem for the solver from what the facilitator sees and has chosen.</summary>
internal static class PairingInput
{
    public static string KeyOf(Party party) => party.Id.ToString();

    /// <param name="view">The gathering, as the facilitator may see it.</param>
    /// <param name="taking">The parties to pair.</param>
    /// <param name="history">Who has met before.</param>
    /// <param name="keep">Whether pairs that have begun are to be kept, as far as their members are here.</param>
    /// <param name="seed">Breaks ties between equally good pairings.</param>
    public static PairingProblem Of(
        GatheringView view,
        IReadOnlySet<Id<Party>> taking,
        IReadOnlyList<EarlierGathering> history,
        bool keep,
        long seed
    )
    {
        var parties = view.Parties.Where(party => taking.Contains(party.Id)).ToList();
        var wishes = view.Wishes.Where(wish => taking.Contains(wish.One) && taking.Contains(wish.Other)).ToList();
        var here = parties.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return new PairingProblem
        {
            Parties = [.. parties.Select(party => As(view, party))],
            History = history,
            Pinned =
            [
                .. wishes
                    .Where(wish => wish.Together && wish.Round == view.Round)
                    .Select(wish => Both(wish.One, wish.Other))
                    .Concat(keep ? Kept(view, taking) : [])
                    .Distinct(),
            ],
            Forbidden = [.. wishes.Where(wish => !wish.Together).Select(wish => Both(wish.One, wish.Other))],
            RightPartners = [.. history.SelectMany(earlier => earlier.RightPartners).Where(IsHere)],
            WrongPartners = [.. history.SelectMany(earlier => earlier.WrongPartners).Where(IsHere)],
            Host = parties.Find(party => IsHost(view.Facts.Host.Value, party.Name.Value)) is { } host ? KeyOf(host) : null,
            Seed = seed,
        };

        bool IsHere(PartyPair pair) => here.Contains(pair.First) && here.Contains(pair.Second);
    }

    /// <summary>
    /// The groups at work, and how far they have come; before the gathering those that the parties were shown, or that are proposed.
    /// </summary>
    public static IReadOnlyList<RunningGroup> Running(GatheringView view)
    {
        var progress = view.Phase?.Kind switch
        {
            null or PhaseKind.CheckIn => GroupProgress.Waiting,
            PhaseKind.Writing => GroupProgress.Writing,
            PhaseKind.Presentation => GroupProgress.Presenting,
            PhaseKind.Feedback => GroupProgress.Commenting,
            _ => GroupProgress.Concluding,
        };
        return [.. GroupsOf(Proposals.Standing(view)).Select(keys => new RunningGroup(keys, progress))];
    }

    /// <summary>The started pairs whose members are all here. A trio is not kept when the number has become even.</summary>
    private static IEnumerable<PartyPair> Kept(GatheringView view, IReadOnlySet<Id<Party>> taking) =>
        from pair in view.Pairs
        where pair.Members.TrueForAll(taking.Contains) && (pair.Members.Count == 2 || taking.Count % 2 == 1)
        from next in pair.Members.Skip(1)
        select Both(pair.Members[0], next);

    /// <summary>The groups of pairs, by key.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> GroupsOf(IEnumerable<Pair> pairs) =>
        [.. pairs.Select(pair => (IReadOnlyList<string>)[.. pair.Members.Select(member => member.ToString())])];

    private static PairingParty As(GatheringView view, Party party)
    {
        var work = view.Work(party.Id);
        return new PairingParty(
            KeyOf(party),
            party.Name.Value,
            MunicipalityRegister.Current.CountyOn(party, view.Facts.Date),
            null,
            Words(work, TextField.Asks),
            Words(work, TextField.Offers)
        );
    }

    // The view never exposes private text, so a reason cannot quote it.
    private static string? Words(WorkView? work, TextField field) => work?.Text(field).Text is { IsEmpty: false } text ? text.Value : null;

    // «Stad kommune» and «Stad» are the same host; «Stad» and «Stadsbygd» are not.
    private static bool IsHost(string host, string name) =>
        host.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (host.Length == name.Length || !char.IsLetter(host[name.Length]));

    public static PartyPair Both(Id<Party> one, Id<Party> other) =>
        one < other ? new(one.ToString(), other.ToString()) : new(other.ToString(), one.ToString());
}
