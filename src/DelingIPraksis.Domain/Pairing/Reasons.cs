namespace DelingIPraksis.Domain.Pairing;

/// <summary>Gives the reasons for a group, from the same numbers as the weights.</summary>
internal static class Reasons
{
    public static IReadOnlyList<PairingReason> For(CostModel model, IReadOnlyList<int> group)
    {
        var reasons = new List<PairingReason>();
        for (var i = 0; i < group.Count; i++)
        {
            if (group.Count > 2)
                reasons.AddRange(ForSeat(model, group[i]));
            for (var j = i + 1; j < group.Count; j++)
                reasons.AddRange(ForPair(model, group[i], group[j]));
        }
        return [.. reasons.OrderBy(reason => reason.Code)];
    }

    private static IEnumerable<PairingReason> ForPair(CostModel model, int a, int b)
    {
        string[] keys = [model.Parties[a].Key, model.Parties[b].Key];
        var met = model.MeetingHistory.Met(a, b);
        if (model.IsPinned(a, b))
            yield return Say(PairingReasonCode.Pinned, keys);
        yield return met.Times == 0
            ? Say(PairingReasonCode.NeverMet, keys)
            : new PairingReason(PairingReasonCode.MetBefore, keys, met.Times, met.Last, met.Theme, met.CalledThen ?? []);
        if (model.MeetingHistory.MetLastTime(a, b))
            yield return new PairingReason(PairingReasonCode.MetLastTime, keys, 1, met.Last, met.Theme, []);
        if (model.Parties[a].County is not null && model.Parties[b].County is not null)
            yield return Say(model.SameCounty(a, b) ? PairingReasonCode.SameCounty : PairingReasonCode.UnlikeCounty, keys);
        if (model.SizeGap(a, b) is > 0 and var gap)
            yield return Say(PairingReasonCode.UnlikeSize, keys, gap);
        foreach (var reason in OneWay(model, a, b, keys).Concat(OneWay(model, b, a, [keys[1], keys[0]])))
            yield return reason;
    }

    private static IEnumerable<PairingReason> OneWay(CostModel model, int who, int whom, string[] keys)
    {
        if (model.Wishes(who, whom))
            yield return Say(PairingReasonCode.Wished, keys);
        if (model.Matches(who, whom) is { Count: > 0 } words)
            yield return new PairingReason(PairingReasonCode.AskMeetsOffer, keys, words.Count, null, null, words);
    }

    private static IEnumerable<PairingReason> ForSeat(CostModel model, int a)
    {
        string[] keys = [model.Parties[a].Key];
        var seats = model.MeetingHistory.Trios(a);
        yield return new PairingReason(PairingReasonCode.TrioSeat, keys, seats.Times, seats.Last, null, []);
        if (model.IsHost(a))
            yield return Say(PairingReasonCode.HostInTrio, keys);
    }

    private static PairingReason Say(PairingReasonCode code, string[] keys, int count = 1) => new(code, keys, count, null, null, []);
}
