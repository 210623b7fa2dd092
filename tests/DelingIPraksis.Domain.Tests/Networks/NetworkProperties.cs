using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;

namespace DelingIPraksis.Domain.Tests.Networks;

/// <summary>Whatever anybody asks of a few networks, in whatever order.</summary>
public sealed class NetworkProperties
{
    private static readonly Gen<Actor> Anybody = Gen.OneOf(
        Gen.Int[1, 5].Select(number => (Actor)new Actor.Account(Ids.User(number))),
        Gen.Const((Actor)new Actor.Stranger()));

    private static readonly Gen<DateOnly?> Day = Gen.OneOf(
        Gen.Const((DateOnly?)null), Gen.Int[2018, 2026].Select(year => (DateOnly?)new DateOnly(year, 1, 1)));

    private static readonly Gen<NetworkMember> Member = Gen.Select(
        Gen.Int[1, 5], Gen.Int[0, 3], Day, Day, (id, name, from, until) =>
            NetworkStory.Member(id, new[] { "Stad", "Viken", "Akershus", "" }[name], new[] { "4649", "30", "32", null }[name]) with
            {
                From = from,
                Until = until,
                CameAfter = name == 2 ? ["30"] : [],
            });

    private static readonly Gen<Id<Gathering>> Gathering = Gen.Int[0, 4].Select(NetworkStory.Gathering);

    private static readonly Gen<NetworkChange> AnyChange = Gen.OneOf<NetworkChange>(
        Gen.Const<NetworkChange>(new Created("Nettverk", "", false, [], [], [])),
        Gen.Int[0, 3].Select(number => (NetworkChange)new Renamed(new string('x', number))),
        Gen.Const<NetworkChange>(new Introduced("Om oss")),
        Gen.Const<NetworkChange>(new ContactSet(new NetworkContact("Sekretariatet", "post@nett.example", ""))),
        Gen.Const<NetworkChange>(new AddressSet("klima")),
        Member.List[0, 3].Select(members => (NetworkChange)new MembersAdded([.. members])),
        Member.Select(member => (NetworkChange)new MemberChanged(member)),
        Gen.Select(Member, Day, (member, day) => (NetworkChange)new MemberEnded(member.Id, day)),
        Member.Select(member => (NetworkChange)new MembersRemoved([member.Id])),
        Gen.Select(Gen.Int[1, 5], Gen.Enum<NetworkRole>(), (user, role) => (NetworkChange)new PersonAppointed(Ids.User(user), role)),
        Gathering.Select(gathering => (NetworkChange)new GatheringAdded(gathering)),
        Gathering.Select(gathering => (NetworkChange)new GatheringRemoved(gathering)),
        Gen.Int[0, 3].Select(other => (NetworkChange)NetworkUndo.Joining(NetworkStory.Id(other))),
        Gen.Int[0, 3].Select(other => (NetworkChange)new NetworksParted(NetworkStory.Id(other))),
        Gen.Select(Gen.Int[0, 3], Gathering, (into, gathering) =>
            (NetworkChange)new Divided(NetworkStory.Id(into), "Avlegger", [gathering])),
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], (from, to) => (NetworkChange)new HandedOver(Ids.User(from), Ids.User(to))),
        Gen.Const<NetworkChange>(new TakenBack()),
        Gen.Const<NetworkChange>(new FaceSet(new NetworkFace("", "#123456", null, null))),
        Gen.Bool.Select(all => (NetworkChange)new Opened(new PublicParts(all, all, all, all))));

    private static readonly Gen<List<(int Network, Actor Actor, NetworkChange Change)>> Steps = Gen.Select(
        Gen.Int[0, 3], Anybody, AnyChange).List[1, 40];

    [Fact]
    public void The_log_gives_the_same_networks_again_and_each_gathering_belongs_to_one() => Steps.Sample(steps =>
    {
        var story = Told(steps);
        for (var number = 0; number < 4; number++)
        {
            var log = story.Log.Where(there => there.Network == NetworkStory.Id(number)).Select(there => there.Entry).ToList();
            var read = GatheringJson.Read<List<NetworkEntry>>(GatheringJson.Write(log));
            var folded = NetworkRules.Fold(new Network(NetworkStory.Id(number)), read);
            if (GatheringJson.Write(folded) != GatheringJson.Write(story[number])) return false;
        }

        var all = Enumerable.Range(0, 4).SelectMany(number => story[number].Gatherings).ToList();
        return all.Count == all.Distinct().Count();
    });

    [Fact]
    public void A_network_has_an_owner_and_no_member_twice_on_one_day() => Steps.Sample(steps =>
    {
        var story = Told(steps);
        return Enumerable.Range(0, 4).Select(number => story[number]).Where(network => network.Exists).All(network =>
            network.People.Values.Any(person => person.Role == NetworkRole.Owner)
            && !network.Members.Values.Any(one => network.Members.Values.Any(other =>
                one.Id != other.Id && one.IsBeside(other) && (one.IsSameAs(other) || one.IsSuccessionOf(other)))));
    });

    /// <summary>Who may see what: nobody without a role is told anything that is not public, whatever has been done.</summary>
    [Fact]
    public void A_stranger_sees_what_is_public_and_is_told_nothing_else() => Steps.Sample(steps =>
    {
        var story = Told(steps);
        foreach (var network in Enumerable.Range(0, 4).Select(number => story[number]))
        {
            foreach (var actor in new[] { NetworkStory.Stranger, new Actor.Stranger() })
            {
                var view = NetworkView.For(network, actor, hasReports: false);
                var open = network.Exists && network.JoinedTo is null && network.Public != PublicParts.Usual
                    && network.Public.IsOpen(hasReports: false);
                if (view.Exists != open) return false;
                if (!view.Exists && (view.Name != default || view.Ingress != default || view.Face is not null || view.Slug is not null))
                    return false;
                if (view.Members.Any() && !network.Public.Members) return false;
                if (view.Contact != NetworkContact.None && !network.Public.Contact) return false;
                if (!view.People.IsEmpty || !view.Gatherings.IsEmpty || !view.Joined.IsEmpty || view.Sequence != 0) return false;
            }
        }

        return true;
    });

    [Fact]
    public void What_was_done_last_is_undone_to_what_was_before() => Steps.Sample(steps =>
    {
        var story = new NetworkStory();
        foreach (var (number, actor, change) in steps)
        {
            var before = story[number];
            story.When(NetworkStory.Id(number), actor, change);
            if (story.Refusal is not null || !NetworkVerbs.IsUndoable(change)) continue;
            var entry = story.Log.FindLast(there => there.Network == NetworkStory.Id(number)).Entry;
            story.WhenUndone(NetworkStory.Id(number), entry);
            // An owner who takes her own ownership away is no longer there to undo it.
            if (story.Refusal is not null) continue;
            if (Told(before) != Told(story[number]) && change is not (NetworksParted or Divided or NetworksJoined)) return false;
            if (!before.Gatherings.SetEquals(story[number].Gatherings)) return false;
        }

        return true;
    });

    // What a reader sees. Who has acted has taken the role, and that stands.
    private static string Told(Network network) => GatheringJson.Write(network with
    {
        Sequence = 0,
        Released = [],
        Handover = null,
        People = network.People.ToImmutableSortedDictionary(person => person.Key, person => person.Value with { Accepted = true }),
    });

    private static NetworkStory Told(List<(int Network, Actor Actor, NetworkChange Change)> steps)
    {
        var story = new NetworkStory();
        foreach (var (number, actor, change) in steps) story.When(NetworkStory.Id(number), actor, change);
        return story;
    }
}
