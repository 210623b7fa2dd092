using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Tests.Gatherings;

namespace DelingIPraksis.Domain.Tests.Networks;

/// <summary>
/// Every record of <see cref="NetworkChange"/> says all that is asked of it, has a rule, and keeps its shape. A line may be added to
/// <c>tests/corpora/network-changes.jsonl</c>, and is never changed or taken out.
/// </summary>
public sealed partial class NetworkVerbTests
{
    // O owner, H helper, - the application alone, * anybody with an account
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["network-created"] = "*",
        ["network-renamed"] = "O",
        ["network-introduced"] = "OH",
        ["network-contact-set"] = "OH",
        ["network-address-set"] = "O",
        ["network-members-added"] = "OH",
        ["network-member-changed"] = "OH",
        ["network-member-ended"] = "OH",
        ["network-members-removed"] = "OH",
        ["network-person-appointed"] = "O",
        ["network-gathering-added"] = "OH",
        ["network-gathering-removed"] = "OH",
        ["networks-joined"] = "O",
        ["network-joined-away"] = "O",
        ["networks-parted"] = "O",
        ["network-restored"] = "-",
        ["network-divided"] = "O",
        ["network-handed-over"] = "O",
        ["network-taken-back"] = "OH",
        ["network-face-set"] = "O",
        ["network-opened"] = "O",
        ["network-erased"] = "O",
    };

    private static readonly JsonSerializerOptions _strict = new(GatheringJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string[] _kept = [.. Lines()];

    public static TheoryData<Type> All() => [.. NetworkVerbs.All];

    public static TheoryData<string> Kept() => [.. _kept];

    [Fact]
    public void Every_verb_has_a_row_and_every_row_a_verb() =>
        Assert.Equal(Expected.Keys.Order(), NetworkVerbs.All.Select(NetworkVerbs.NameOf).Order());

    [Theory]
    [MemberData(nameof(All))]
    public void A_role_may_ask_for_what_the_table_says(Type verb)
    {
        var change = (NetworkChange)Sample.Of(verb);
        var row = Expected[NetworkVerbs.NameOf(verb)];
        Assert.Matches(NamePattern(), NetworkVerbs.NameOf(verb));
        Assert.True(NetworkRules.MayAsk(NetworkRole.Application, change));
        Assert.Equal(row.Contains('O', StringComparison.Ordinal), NetworkRules.MayAsk(NetworkRole.Owner, change));
        Assert.Equal(row.Contains('H', StringComparison.Ordinal), NetworkRules.MayAsk(NetworkRole.Helper, change));
        Assert.Equal(row == "*", NetworkRules.MayAsk(NetworkRole.Observer, change));
        Assert.Equal(row == "*", NetworkRules.MayAsk(NetworkRole.None, change));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_verb_has_a_rule_and_tells_a_stranger_what_it_tells_when_there_is_no_network(Type verb)
    {
        var change = (NetworkChange)Sample.Of(verb);
        foreach (var actor in new[] { NetworkStory.Owner, NetworkStory.Helper, new Actor.Application() })
            Assert.IsNotType<UnreachableException>(Record.Exception(() => NetworkStory.Given().When(actor, change)));
        if (change is NetworkChange.Created) return;
        Assert.Equal(
            new NetworkStory().When(NetworkStory.Stranger, change).Refusal,
            NetworkStory.Given().When(NetworkStory.Stranger, change).Refusal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_change_is_written_in_a_shape_that_is_kept(Type verb)
    {
        var line = GatheringJson.Write((NetworkChange)Sample.Of(verb));
        if (!_kept.Contains(line)) Assert.Fail($"Add this line to tests/corpora/network-changes.jsonl:\n{line}");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_shape_is_read(string line) => Assert.NotNull(JsonSerializer.Deserialize<NetworkChange>(line, _strict));

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(NetworkVerbTests).Assembly.GetManifestResourceStream("network-changes.jsonl")!);
        while (reader.ReadLine() is { } line) yield return line;
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex NamePattern();
}
