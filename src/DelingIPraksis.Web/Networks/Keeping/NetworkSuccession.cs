using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>Finds in the register which members came after others in a reform, so that the rules see that two are one.</summary>
internal static class NetworkSuccession
{
    /// <summary>The members, with those among them and the others that they came after.</summary>
    public static ImmutableList<NetworkMember> With(ImmutableList<NetworkMember> members, IEnumerable<NetworkMember> others)
    {
        var earlier = members.Concat(others)
            .SelectMany(member => LaterNumbersOf(member).Select(later => (Later: later, member.Key)))
            .ToLookup(pair => pair.Later, pair => pair.Key);
        return members.ConvertAll(member => member.RegisterNumber is { } number
            ? member with { CameAfter = [.. earlier[number].Where(key => key != number).Distinct().Take(Limits.CameAfter)] }
            : member);
    }

    private static IEnumerable<string> LaterNumbersOf(NetworkMember member) =>
        MunicipalityRegister.Current.Former(member.Name.Value)?.Now.Select(now => now.Number) ?? [];
}
