using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>
/// Who may see what of a network, as one table: its page, and in a gathering of one's own with the same name its history and its words.
/// </summary>
public sealed class WhoSeesWhatTests
{
    private const string Name = "Klimanettverket";

    // The page, and history and words in the gathering that she leads.
    private static readonly (string Who, bool Page, bool Shared)[] Expected =
    [
        ("nobody", false, false),
        ("appointed observer, in a gathering of her own", true, false),
        ("observer by a link, in a gathering of her own", true, false),
        ("appointed helper, in a gathering of her own", true, false),
        ("helper by a link, in a gathering of her own", true, true),
        ("owner by a link, in a gathering of her own", true, true),
        ("owner", true, true),
        ("organiser of a gathering of it, in that", false, true),
        ("organiser of a gathering of it, in one of her own", false, false),
        ("organiser of another's gathering with the name", false, false),
        ("visitor of the demo", false, false),
        ("owner, in a demo of her own", true, false),
        ("owner, in a rehearsal of its gathering", true, true),
        ("another, in a rehearsal of its gathering", false, false),
    ];

    public static TheoryData<string> Everybody() => [.. Expected.Select(row => row.Who)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Everybody_sees_what_the_table_says(string who)
    {
        await using var application = TestApplication.Started();
        var owner = NetworkActs.Somebody();
        var (first, inIt) = (await HeldAsync(application, owner), await application.MakeAsync(owner, Name, 2025));
        var network = await application.NetworkOfAsync(first);
        var lexicons = application.Services.GetRequiredService<INetworkLexicons>();
        await lexicons.ChangeAsync(
            await lexicons.KeyOfAsync(first),
            lexicon => lexicon.With(new OwnWord("finances", new LexiconWord("gryteramme", 2, new WordOrigin("Samling", 3)))));
        var (her, gathering) = await SomebodyAsync(application, who, owner, network, inIt);

        var (_, page, shared) = Expected.Single(row => row.Who == who);
        var view = await application.Networks().ViewAsync(network, her);
        Assert.Equal((page, page), (view.Exists, view.Sees));
        Assert.Equal(page ? Name : "", view.Name.Value);
        using var scope = application.Services.CreateScope();
        var now = GatheringView.For(await application.Rooms.ReadAsync(gathering), her);
        var history = await scope.ServiceProvider.GetRequiredService<IPairingHistory>().BeforeAsync(now);
        Assert.Equal(shared ? 1 : 0, history.Count);
        var isDemo = (await application.Rooms.ReadAsync(gathering)).IsDemo;
        var words = await lexicons.OfAsync(await lexicons.KeyOfAsync(gathering));
        // A demo and a rehearsal have words of their own.
        Assert.Equal(shared && !isDemo ? 1 : 0, words.Words.Count);
    }

    private static async Task<(Actor.Account Her, Id<Gathering> Gathering)> SomebodyAsync(
        TestApplication application, string who, Actor.Account owner, Id<Network> network, Id<Gathering> inIt)
    {
        var her = NetworkActs.Somebody();
        var words = who.Split(',')[0].Split(' ');
        switch (words)
        {
            case ["appointed" or "observer" or "helper", ..] or ["owner", "by", ..]:
                var role = words.Contains("observer") ? NetworkRole.Observer
                    : words.Contains("helper") ? NetworkRole.Helper : NetworkRole.Owner;
                Actor by = words[0] == "appointed" ? owner : new Actor.Application();
                await application.MustKeepAsync(network, by, new NetworkChange.PersonAppointed(her.User, role));
                return (her, await application.MakeAsync(her, Name));
            case ["owner"] when who.EndsWith("demo of her own", StringComparison.Ordinal):
                return (owner, await application.MakeAsync(owner, Name, demo: true));
            case ["owner"] when who.EndsWith("rehearsal of its gathering", StringComparison.Ordinal):
                return (owner, await application.MakeAsync(owner, Name, demo: true, rehearses: inIt));
            case ["owner"]:
                return (owner, await application.MakeAsync(owner, Name));
            case ["another"]:
                return (her, await application.MakeAsync(her, Name, demo: true, rehearses: inIt));
            case ["visitor", ..]:
                return (her, await application.MakeAsync(her, Name, demo: true));
            case ["organiser", "of", "a", ..]:
                await application.Rooms.MustKeepAsync(inIt, new Actor.Application(), new Change.StaffAppointed(her.User, Role.Organiser));
                return (her, who.EndsWith("in that", StringComparison.Ordinal) ? inIt : await application.MakeAsync(her, Name));
            case ["organiser", ..]:
                // She appoints the owner in it, unasked.
                var theirs = await application.MakeAsync(her, Name);
                await application.Rooms.MustKeepAsync(theirs, her, new Change.StaffAppointed(owner.User, Role.Organiser));
                return (her, theirs);
            default:
                return (her, await application.MakeAsync(her, Name));
        }
    }

    /// <summary>A gathering that was held, with a pair that met.</summary>
    private static async Task<Id<Gathering>> HeldAsync(TestApplication application, Actor.Account owner)
    {
        var id = await application.MakeAsync(owner, Name, 2020);
        var parties = Enumerable.Range(0, 2).Select(_ => new Id<Party>(Guid.CreateVersion7())).ToList();
        foreach (var (party, name) in parties.Zip(["Stad", "Arendal"]))
            await application.Rooms.MustKeepAsync(id, owner, new Change.PartyInvited(party, name, null, PartyKind.Municipality, null));
        await application.Rooms.MustKeepAsync(
            id, owner, new Change.PairsProposed([new Pair(new Id<Pair>(Guid.CreateVersion7()), [.. parties], [])]));
        await application.Rooms.MustKeepAsync(id, owner, new Change.PairsShown());
        return id;
    }
}
