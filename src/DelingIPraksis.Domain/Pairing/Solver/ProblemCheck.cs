namespace DelingIPraksis.Domain.Pairing;

/// <summary>Refuses an invalid problem before it is solved.</summary>
internal static class ProblemCheck
{
    public static PairingRefusal? Refusal(PairingProblem problem)
    {
        if (problem.Parties.Any(party => string.IsNullOrWhiteSpace(party.Key)))
            return Refuse(PairingRefusalCode.NamelessParty, []);

        var known = new HashSet<string>(StringComparer.Ordinal);
        string[] doubles = [.. problem.Parties.Where(party => !known.Add(party.Key)).Select(party => party.Key).Distinct()];
        if (doubles.Length > 0)
            return Refuse(PairingRefusalCode.DoubleParty, doubles);
        if (problem.Parties.Count == 1)
            return Refuse(PairingRefusalCode.OneParty, [problem.Parties[0].Key]);

        PartyPair[] pairs =
            [.. problem.Pinned, .. problem.Forbidden, .. problem.Wishes, .. problem.RightPartners, .. problem.WrongPartners];
        string[] unknown = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second })
            .Concat(problem.Host is { } host ? [host] : [])
            .Where(key => !known.Contains(key)).Distinct()];
        if (unknown.Length > 0)
            return Refuse(PairingRefusalCode.UnknownParty, unknown);

        string[] selves = [.. pairs.Where(pair => pair.First == pair.Second).Select(pair => pair.First).Distinct()];
        return selves.Length > 0 ? Refuse(PairingRefusalCode.PairedWithItself, selves) : null;
    }

    private static PairingRefusal Refuse(PairingRefusalCode code, IReadOnlyList<string> keys) => new(code, keys, []);
}
