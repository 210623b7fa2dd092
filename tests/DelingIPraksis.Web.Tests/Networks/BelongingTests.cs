using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>Which network a gathering belongs to, and who brings it there.</summary>
public sealed class BelongingTests
{
    [Fact]
    public async Task A_new_gathering_comes_to_the_maker_s_network_with_its_name_and_else_makes_one()
    {
        await using var application = TestApplication.Started();
        var (her, him) = (NetworkActs.Somebody(), NetworkActs.Somebody());
        var first = await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket", 2024));
        // The same name as it would be typed another year.
        Assert.Equal(first, await application.NetworkOfAsync(await application.MakeAsync(her, "KLIMA\u00ADnettverket ", 2025)));
        var his = await application.NetworkOfAsync(await application.MakeAsync(him, "Klimanettverket"));
        var other = await application.NetworkOfAsync(await application.MakeAsync(her, "Et annet nettverk"));
        Assert.Equal(3, new[] { first, his, other }.Distinct().Count());
        Assert.Equal(["Et annet nettverk", "Klimanettverket"], (await application.Networks().OfAsync(her.User)).Select(own => own.Name));
        Assert.Equal(his, Assert.Single(await application.Networks().OfAsync(him.User)).Id);
        // Its address tells nobody whether there is another of that name.
        Assert.All(
            [first, his],
            async id => Assert.Matches("^klimanettverket-[0-9a-f]{6}$", await SlugOfAsync(application, id)));
    }

    [Fact]
    public async Task A_network_that_has_got_another_name_still_gets_a_gathering_with_the_name_it_had()
    {
        await using var application = TestApplication.Started();
        var her = NetworkActs.Somebody();
        var network = await application.NetworkOfAsync(await application.MakeAsync(her, "Lavutslippsnettverket", 2023));
        await application.MustKeepAsync(network, her, new NetworkChange.Renamed("Klimanettverket"));
        Assert.Equal(network, await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket", 2024)));
        Assert.Equal(network, await application.NetworkOfAsync(await application.MakeAsync(her, "Lavutslippsnettverket", 2025)));
    }

    [Fact]
    public async Task Whoever_appoints_somebody_unasked_gets_none_of_her_gatherings()
    {
        await using var application = TestApplication.Started();
        var (her, stranger) = (NetworkActs.Somebody(), NetworkActs.Somebody());
        var theirs = await application.NetworkOfAsync(await application.MakeAsync(stranger, "Klimanettverket"));
        await application.MustKeepAsync(theirs, stranger, new NetworkChange.PersonAppointed(her.User, NetworkRole.Owner));
        Assert.NotEqual(theirs, await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket")));
    }

    [Fact]
    public async Task Nobody_brings_another_s_gathering_or_learns_that_it_is_there()
    {
        await using var application = TestApplication.Started();
        var (her, stranger) = (NetworkActs.Somebody(), NetworkActs.Somebody());
        var hers = await application.MakeAsync(her, "Klimanettverket");
        var theirs = await application.MakeAsync(stranger, "Klimanettverket");
        var (network, other) = (await application.NetworkOfAsync(hers), await application.NetworkOfAsync(theirs));
        // Neither by naming it, nor by appointing its organiser in a gathering of one's own.
        await application.Rooms.MustKeepAsync(theirs, stranger, new Change.StaffAppointed(her.User, Role.Organiser));
        foreach (var gathering in new[] { hers, new Id<Gathering>(Guid.CreateVersion7()) })
            Assert.Equal(RefusalReason.NoSuchGathering, Refused(
                await application.AskAsync(other, stranger, new NetworkChange.GatheringAdded(gathering))));
        foreach (var id in new[] { network, new Id<Network>(Guid.CreateVersion7()) })
        {
            Assert.Equal(RefusalReason.NoSuchNetwork, Refused(
                await application.AskAsync(id, stranger, new NetworkChange.GatheringAdded(theirs))));
            Assert.Equal(RefusalReason.NoSuchNetwork, Refused(
                await application.AskAsync(other, stranger, NetworkUndo.Joining(id))));
            Assert.False((await application.Networks().ViewAsync(id, stranger)).Exists);
        }

        // She was appointed in it, and did not take the role.
        Assert.Equal(RefusalReason.NoSuchGathering, Refused(
            await application.AskAsync(network, her, new NetworkChange.GatheringAdded(theirs))));
        Assert.Equal(network, await application.NetworkOfAsync(hers));
    }

    [Fact]
    public async Task The_one_who_accepts_a_link_brings_a_gathering_of_a_new_network_to_her_own_of_that_name()
    {
        await using var application = TestApplication.Started();
        var (her, colleague) = (NetworkActs.Somebody(), NetworkActs.Somebody());
        var network = await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket", 2025));
        var made = await application.MakeAsync(colleague, "Klimanettverket", 2026);
        var passing = await application.NetworkOfAsync(made);
        await application.Rooms.MustKeepAsync(made, new Actor.Application(), new Change.StaffAppointed(her.User, Role.Organiser));
        Assert.Equal(network, await application.NetworkOfAsync(made));
        Assert.False((await application.Networks().ReadAsync(passing)).Exists);
        Assert.Empty(await application.Networks().OfAsync(colleague.User));
    }

    [Fact]
    public async Task A_name_that_is_corrected_is_the_network_s_while_it_was_made_for_that_gathering_alone()
    {
        await using var application = TestApplication.Started();
        var her = NetworkActs.Somebody();
        var first = await application.MakeAsync(her, "Klimanettverkt", 2025);
        var network = await application.NetworkOfAsync(first);
        var facts = (await application.Rooms.ReadAsync(first)).Facts;
        await application.Rooms.MustKeepAsync(first, her, new Change.GatheringDescribed(facts with { Network = "Klimanettverket" }));
        Assert.Equal("Klimanettverket", (await application.Networks().ReadAsync(network)).Name.Value);

        var next = await application.MakeAsync(her, "Klimanettverket", 2026);
        await application.Rooms.MustKeepAsync(next, her, new Change.GatheringDescribed(facts with { Network = "Noe helt annet" }));
        Assert.Equal("Klimanettverket", (await application.Networks().ReadAsync(network)).Name.Value);
        Assert.Equal(network, await application.NetworkOfAsync(next));
    }

    [Fact]
    public async Task A_network_goes_with_the_gathering_it_was_made_for_and_one_that_is_set_up_stays()
    {
        await using var application = TestApplication.Started();
        var her = NetworkActs.Somebody();
        var (first, second) = (await application.MakeAsync(her, "Hvalrossnettet"), await application.MakeAsync(her, "Klimanettverket"));
        var (passing, kept) = (await application.NetworkOfAsync(first), await application.NetworkOfAsync(second));
        await application.MustKeepAsync(kept, her, new NetworkChange.Introduced("Om oss"));
        foreach (var gathering in new[] { first, second })
            await application.Rooms.MustKeepAsync(gathering, her, new Change.GatheringErased());
        Assert.False((await application.Networks().ReadAsync(passing)).Exists);
        Assert.Equal(("Om oss", 0), await ReadAsync(application, kept));
        Assert.False(Bytes.Of(application.Data).Hold("Hvalrossnettet"));
    }

    [Fact]
    public async Task An_erased_network_leaves_no_byte_and_its_gatherings_stay()
    {
        await using var application = TestApplication.Started();
        var her = NetworkActs.Somebody();
        var gathering = await application.MakeAsync(her, "Klimanettverket");
        var network = await application.NetworkOfAsync(gathering);
        await application.MustKeepAsync(network, her, new NetworkChange.ContactSet(new NetworkContact("Hildegunn Sjøvik", "", "")));
        Assert.True(Bytes.Of(application.Data).Hold("Hildegunn"));
        var id = Guid.CreateVersion7();
        var first = await application.Networks().SubmitAsync(network, her, new NetworkChange.NetworkErased(), id);
        Assert.Equal(first, await application.Networks().SubmitAsync(network, her, new NetworkChange.NetworkErased(), id));
        Assert.IsType<Reply.Kept>(first);
        Assert.False(Bytes.Of(application.Data).Hold("Hildegunn"));
        Assert.True((await application.Rooms.ReadAsync(gathering)).Exists);
        Assert.Null(await application.Networks().OfGatheringAsync(gathering));
    }

    [Fact]
    public async Task Two_networks_are_joined_and_parted_and_the_addresses_of_both_lead_on()
    {
        await using var application = TestApplication.Started();
        var her = NetworkActs.Somebody();
        var (one, two) = (await application.MakeAsync(her, "Nord"), await application.MakeAsync(her, "Sør"));
        var (network, other) = (await application.NetworkOfAsync(one), await application.NetworkOfAsync(two));
        var slug = await SlugOfAsync(application, other);
        await application.MustKeepAsync(network, her, NetworkUndo.Joining(other));
        Assert.Equal(network, await application.NetworkOfAsync(two));
        Assert.Equal(network, await application.Networks().FindAsync(slug));
        Assert.Equal("Nord", Assert.Single(await application.Networks().OfAsync(her.User)).Name);

        var done = Assert.IsType<NetworkStep>(await application.Networks().LastAsync(network, her.User));
        Assert.IsType<Reply.Kept>(await application.Networks().UndoAsync(network, her, done.Entry));
        Assert.Equal((network, other), (await application.NetworkOfAsync(one), await application.NetworkOfAsync(two)));
        Assert.Equal(other, await application.Networks().FindAsync(slug));
        // Undone twice is undone once.
        Assert.IsNotType<Reply.Refused>(await application.Networks().UndoAsync(network, her, done.Entry));
        Assert.Equal(other, await application.NetworkOfAsync(two));
    }

    [Fact]
    public async Task An_address_is_chosen_when_strangers_may_see_the_network_and_is_one_network_s()
    {
        await using var application = TestApplication.Started();
        var (her, him) = (NetworkActs.Somebody(), NetworkActs.Somebody());
        var network = await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket"));
        var other = await application.NetworkOfAsync(await application.MakeAsync(him, "Klimanettverket"));
        Assert.Equal(RefusalReason.AddressNotPublic, Refused(
            await application.AskAsync(network, her, new NetworkChange.AddressSet("klimanettverket"))));
        foreach (var (id, owner) in new[] { (network, her), (other, him) })
            await application.MustKeepAsync(id, owner, new NetworkChange.Opened(new PublicParts(true, true, false, false)));
        await application.MustKeepAsync(network, her, new NetworkChange.AddressSet("klimanettverket"));
        Assert.Equal(network, await application.Networks().FindAsync("klimanettverket"));
        Assert.Equal(RefusalReason.AddressTaken, Refused(
            await application.AskAsync(other, him, new NetworkChange.AddressSet("klimanettverket"))));
    }

    [Fact]
    public async Task The_same_change_twice_is_done_once_and_all_of_it_is_there_after_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("deling-").FullName;
        var her = NetworkActs.Somebody();
        Id<Network> network;
        await using (var application = TestApplication.Started(data))
        {
            network = await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket"));
            var id = Guid.CreateVersion7();
            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
                application.Networks().SubmitAsync(network, her, new NetworkChange.Introduced("Om oss"), id)));
            Assert.Single(replies.Distinct());
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
                application.MustKeepAsync(network, her, new NetworkChange.Introduced($"Om {_}"))));
        }

        await using (var application = TestApplication.Started(data))
        {
            Assert.Equal(10, (await application.Networks().ReadAsync(network)).Sequence);
            Assert.NotNull(await application.Networks().LastAsync(network, her.User));
        }

        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Who_follows_a_network_is_told_of_a_change()
    {
        await using var application = TestApplication.Started();
        var her = NetworkActs.Somebody();
        var network = await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket"));
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var following = application.Networks().Follow(network, async () =>
            told.TrySetResult((await application.Networks().ReadAsync(network)).Name.Value));
        await application.MustKeepAsync(network, her, new NetworkChange.Renamed("Nytt navn"));
        Assert.Equal("Nytt navn", await told.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_log_is_told_at_the_start_and_stops_no_gathering()
    {
        var data = Directory.CreateTempSubdirectory("deling-").FullName;
        var her = NetworkActs.Somebody();
        Id<Network> network;
        await using (var application = TestApplication.Started(data))
        {
            network = await application.NetworkOfAsync(await application.MakeAsync(her, "Klimanettverket"));
            await application.MustKeepAsync(network, her, new NetworkChange.Introduced("En"));
            await application.MustKeepAsync(network, her, new NetworkChange.Introduced("To"));
        }

        TestStore.Tamper(data, "DELETE FROM NetworkLog WHERE Sequence = 2");
        await using (var application = TestApplication.Started(data))
        {
            Assert.Contains(
                $"Nettverk {network.Value.ToString("D")}",
                Assert.Single(application.Services.GetRequiredService<StoreHealth>().Faults),
                StringComparison.Ordinal);
            await Assert.ThrowsAsync<LogFaultException>(() => application.Networks().ReadAsync(network));
            Assert.IsType<Reply.NotStored>(await application.AskAsync(network, her, new NetworkChange.Introduced("Tre")));
            var made = await application.MakeAsync(her, "Klimanettverket");
            Assert.True((await application.Rooms.ReadAsync(made)).Exists);
        }

        Directory.Delete(data, recursive: true);
    }

    private static RefusalReason? Refused(Reply reply) => (reply as Reply.Refused)?.Refusal.Reason;

    private static async Task<(string Ingress, int Gatherings)> ReadAsync(TestApplication application, Id<Network> id)
    {
        var network = await application.Networks().ReadAsync(id);
        return (network.Ingress.Value, network.Gatherings.Count);
    }

    private static Task<string> SlugOfAsync(TestApplication application, Id<Network> id) =>
        application.Services.GetRequiredService<Database>().ReadAsync(context =>
            context.Networks.Where(network => network.Id == id).Select(network => network.Slug).SingleAsync());
}
