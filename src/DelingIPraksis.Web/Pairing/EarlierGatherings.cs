using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Pairing;

/// <summary>
/// Translates an earlier gathering to this one's keys. A party has a new id at each gathering. Two are the same party when they have the
/// same register number, or the same name in any spelling, or when the one became the other: the pair Eid–Bergen of 2018 counts for
/// Stad–Bergen.
/// </summary>
/// <remarks>
/// Where a municipality was divided, its meetings are those of the one that kept its name or got most of it. Tysfjord had no such one, so
/// both Narvik and Hamarøy have met those it met: a repeat that was avoided for nothing costs little, and one that was made stays made.
/// Only the first of them takes over its seats in trios.
/// </remarks>
internal static class EarlierGatherings
{
    /// <summary>The same with what the pairs have answered of each other.</summary>
    public static EarlierGathering As(GatheringView earlier, GatheringView now, Evaluation? told = null) =>
        As(earlier, [.. now.Parties], now.Facts.Date, told);

    /// <summary>The groups of an earlier gathering, with the keys of some parties.</summary>
    /// <param name="earlier">The gathering.</param>
    /// <param name="parties">The parties.</param>
    /// <param name="day">The day that their numbers are of; null means today.</param>
    /// <param name="told">What may be told of the answers to whether it was the right partner; null for nothing.</param>
    public static EarlierGathering As(GatheringView earlier, List<Party> parties, DateOnly? day = null, Evaluation? told = null)
    {
        var on = day ?? DateOnly.MaxValue;
        // The numbers on the day of this gathering, also when a party was invited under an earlier one.
        var byNumber = parties.SelectMany(party => NumbersOf(party, on).Select(number => (Number: number, party)))
            .DistinctBy(named => named.Number).ToDictionary(named => named.Number, named => named.party);
        var keys = earlier.Parties.ToDictionary(party => party.Id, party => KeysOf(party));
        var called = earlier.Parties
            .SelectMany(party => keys[party.Id].Found.Where(found => Party.Fold(found.Name) != Party.Fold(party.Name))
                .Select(found => (Key: PairingInput.KeyOf(found), Name: party.Name.Value)))
            .DistinctBy(named => named.Key)
            .ToDictionary(named => named.Key, named => named.Name);
        return new EarlierGathering(
            earlier.Facts.Date,
            [.. earlier.AllPairs.SelectMany(Groups)],
            earlier.Theme.IsEmpty ? null : earlier.Theme.Value)
        {
            CalledThen = called,
            RightPartners = [.. Fitting(1)],
            WrongPartners = [.. Fitting(-1)],
        };

        (string First, IReadOnlyList<Party> Found) KeysOf(Party then)
        {
            var found = Same(then, parties) is { } same ? [same]
                : NumbersOf(then, earlier.Facts.Date)
                    .SelectMany(number => MunicipalityRegister.Current.NumbersOn(number, earlier.Facts.Date, on))
                    .Select(number => byNumber.GetValueOrDefault(number)).OfType<Party>().Distinct().ToList();
            return (found.Count > 0 ? PairingInput.KeyOf(found[0]) : $"{then.RegisterNumber}/{then.Name}", found);
        }

        IEnumerable<PartyPair> Fitting(int fit) =>
            from pair in earlier.AllPairs
            where told?.FitOf(pair.Id) == fit
            from one in pair.Members
            from other in pair.Members
            where one < other && keys[one].First != keys[other].First
            select new PartyPair(keys[one].First, keys[other].First);

        IEnumerable<IReadOnlyList<string>> Groups(Pair pair)
        {
            yield return [.. pair.Members.Select(member => keys[member].First)];
            foreach (var member in pair.Members)
                foreach (var another in keys[member].Found.Skip(1))
                    foreach (var other in pair.Members.Where(other => other != member))
                        yield return [PairingInput.KeyOf(another), keys[other].First];
        }
    }

    /// <summary>
    /// The parties of several gatherings, each once, with its newest name. A party that has changed its number or name is found as in
    /// <see cref="As(GatheringView, List{Party}, DateOnly?, Evaluation?)"/>.
    /// </summary>
    /// <param name="newestFirst">The gatherings, the newest first.</param>
    public static List<Party> PartiesOf(IEnumerable<GatheringView> newestFirst)
    {
        var known = new List<Party>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var gathering in newestFirst)
            foreach (var party in gathering.Parties)
            {
                var now = NumbersOf(party, gathering.Facts.Date)
                    .SelectMany(number => MunicipalityRegister.Current.NumbersOn(number, gathering.Facts.Date, DateOnly.MaxValue)).ToList();
                if (Same(party, known) is null && !now.Exists(numbers.Contains)) known.Add(party);
                numbers.UnionWith(now);
            }

        return known;
    }

    private static IEnumerable<string> NumbersOf(Party party, DateOnly day)
    {
        var register = MunicipalityRegister.Current;
        var number = party.RegisterNumber ?? party.Kind switch
        {
            PartyKind.Municipality when register.On(day).Named(party.Name.Value) is [var one] => one.Number,
            PartyKind.County => register.On(day).CountyCouncil(party.Name.Value)?.Number,
            _ => null,
        };
        return number is null ? [] : register.NumbersOn(number, day, day);
    }

    private static Party? Same(Party then, List<Party> now) =>
        now.Find(party => then.RegisterNumber is not null && party.RegisterNumber == then.RegisterNumber) ?? Alone(OfThatName(then, now));

    // «Stad kommune» that was imported without a number has another kind than the register's Stad. Two numbers of different kinds are two
    // organisations: Oslo.
    private static List<Party> OfThatName(Party then, List<Party> now)
    {
        var name = Party.Fold(then.Name);
        var same = now.FindAll(party => party.Kind == then.Kind && Party.Fold(party.Name) == name);
        return same.Count > 0
            ? same
            : now.FindAll(party => (party.RegisterNumber is null || then.RegisterNumber is null) && Party.Fold(party.Name) == name);
    }

    // There are two Herøy and two Våler: a name that matches two decides nothing.
    private static Party? Alone(List<Party> parties) => parties.Count == 1 ? parties[0] : null;
}
