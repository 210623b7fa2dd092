using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using DelingIPraksis.Web.Themes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>Networks are made at the first start of what versions before 30 November 2026 left.</summary>
public sealed class FirstNetworksTests : IDisposable
{
    // What those versions have not: the file is then as they left it.
    internal const string AsItWas =
        """
        DROP TABLE NetworkLog; DROP TABLE NetworkStaff; DROP TABLE Networks;
        DROP INDEX IX_Gatherings_BelongsTo; ALTER TABLE Gatherings DROP COLUMN BelongsTo;
        DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_Networks';
        DELETE FROM Housekeeping WHERE Name = 'networks-made';
        """;

    private static readonly Actor.Account _her = NetworkActs.Somebody(), _him = NetworkActs.Somebody(), _third = NetworkActs.Somebody();

    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task The_same_name_and_a_common_organiser_who_took_the_role_become_one_network_and_others_stay_apart()
    {
        Id<Gathering> first, second, third, strangers, other, demo, rehearsal;
        await using (var application = TestApplication.Started(_data, demo: true))
        {
            first = await application.MakeAsync(_her, "Klimanettverket", 2023);
            second = await application.MakeAsync(_him, "klimanettverket ", 2024);
            third = await application.MakeAsync(_him, "Klimanettverket i vest", 2025);
            var facts = (await application.Rooms.ReadAsync(third)).Facts;
            facts = facts with { Network = "Klimanettverket", NetworkAbout = "Vi møtes hvert år." };
            await application.Rooms.MustKeepAsync(third, _him, new Change.GatheringDescribed(facts));
            // He came to hers by a link. The third was given his, and never took the role.
            await application.Rooms.MustKeepAsync(first, new Actor.Application(), new Change.StaffAppointed(_him.User, Role.Organiser));
            await application.Rooms.MustKeepAsync(second, _him, new Change.StaffAppointed(_third.User, Role.Organiser));
            strangers = await application.MakeAsync(_third, "Klimanettverket", 2022);
            other = await application.MakeAsync(_her, "Et annet nettverk", 2023);
            demo = await application.MakeAsync(_her, "Klimanettverket", 2026, demo: true);
            rehearsal = await application.MakeAsync(_her, "Klimanettverket", 2026, demo: true, rehearses: first);
        }

        TestStore.Tamper(_data, AsItWas);
        var found = await OpenAsync();
        Assert.Equal(found[first], found[second]);
        Assert.Equal(found[first], found[third]);
        Assert.Equal(4, new[] { found[first], found[strangers], found[other], found[demo] }.Distinct().Count());
        Assert.Null(found[rehearsal]);

        // Again, after a start that was killed before it was done: the same networks.
        TestStore.Tamper(_data, AsItWas);
        Assert.Equal(found, await OpenAsync());
        // And again, when it has been done: a gathering that was taken out stays out.
        await using var last = TestApplication.Started(_data, demo: true);
        var network = await last.Networks().ReadAsync(found[first]!.Value);
        Assert.Equal(
            ("Klimanettverket", "Vi møtes hvert år.", 3, false),
            (network.Name.Value, network.Ingress.Value, network.Gatherings.Count, network.IsDemo));
        Assert.Equal([(_her.User, NetworkRole.Owner), (_him.User, NetworkRole.Owner)], network.People
            .Select(person => (person.Key, person.Value.Role)).OrderByDescending(person => person.Key == _her.User));
        await last.MustKeepAsync(network.Id, _her, new NetworkChange.GatheringRemoved(second));
        await last.DisposeAsync();
        Assert.Null((await OpenAsync())[second]);
    }

    [Fact]
    public async Task The_words_of_each_owner_come_to_the_network_and_the_newest_wins()
    {
        Id<Gathering> first, strangers;
        await using (var application = TestApplication.Started(_data))
        {
            first = await application.MakeAsync(_her, "Klimanettverket", 2023);
            await application.Rooms.MustKeepAsync(first, new Actor.Application(), new Change.StaffAppointed(_him.User, Role.Organiser));
            strangers = await application.MakeAsync(_third, "Klimanettverket", 2022);
        }

        await KeepWordsAsync($"klimanettverket\u001f{_her.User}", Word("gryteramme", "finances"), 1);
        await KeepWordsAsync($"klimanettverket\u001f{_him.User}", Word("slaggsand", "waste"), 2);
        await KeepWordsAsync($"klimanettverket\u001f{_third.User}", Word("hemmelighet", "waste"), 3);
        TestStore.Tamper(_data, AsItWas);
        await using var opened = TestApplication.Started(_data);
        var lexicons = opened.Services.GetRequiredService<INetworkLexicons>();
        Assert.Equal(["gryteramme", "slaggsand"], await WordsAsync(lexicons, first));
        Assert.Equal(["hemmelighet"], await WordsAsync(lexicons, strangers));
        var left = await opened.Services.GetRequiredService<Database>().ReadAsync(context =>
            context.Set<KeptLexicon>().Select(kept => kept.Network).ToListAsync());
        Assert.Equal(2, left.Count);
        Assert.All(left, key => Assert.StartsWith("\u001f", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_with_a_published_report_keeps_the_address_that_its_name_gives()
    {
        Id<Gathering> real;
        await using (var application = TestApplication.Started(_data, demo: true))
        {
            real = await application.MakeAsync(_her, "Klimanettverket", 2023);
            await application.Rooms.MustKeepAsync(
                real, _her, new Change.PointPut(new(new(Guid.CreateVersion7()), Domain.Synthesis.Section.AlwaysThere[0], "Punkt", [])));
            await application.Rooms.MustKeepAsync(real, _her, new Change.ReportPublished());
            await application.MakeAsync(_third, "Klimanettverket", 2022);
        }

        TestStore.Tamper(_data, AsItWas);
        await using var opened = TestApplication.Started(_data, demo: true);
        Assert.Equal(await opened.NetworkOfAsync(real), await opened.Networks().FindAsync("klimanettverket"));
        var demo = Assert.IsType<Id<Network>>(await opened.Networks().FindAsync("kortreist-kvalitet"));
        Assert.True((await opened.Networks().ReadAsync(demo)).IsDemo);
    }

    private async Task<Dictionary<Id<Gathering>, Id<Network>?>> OpenAsync()
    {
        await using var application = TestApplication.Started(_data, demo: true);
        Assert.Empty(application.Services.GetRequiredService<StoreHealth>().Faults);
        return await application.Services.GetRequiredService<Database>().ReadAsync(context =>
            context.Gatherings.ToDictionaryAsync(there => there.Id, there => there.BelongsTo));
    }

    private async Task KeepWordsAsync(string key, OwnWord word, int minute)
    {
        await using var store = await TestStore.OpenAsync(_data);
        await store.Database.WriteAsync(context =>
        {
            context.Add(new KeptLexicon
            {
                Network = key,
                Json = LexiconJson.Write(NetworkLexicon.Empty.With(word)),
                UpdatedAt = new DateTimeOffset(2026, 11, 29, 9, minute, 0, TimeSpan.Zero),
            });
            return Task.CompletedTask;
        });
    }

    private static OwnWord Word(string text, string theme) => new(theme, new LexiconWord(text, 2, new WordOrigin("Samling", 3)));

    private static async Task<IEnumerable<string>> WordsAsync(INetworkLexicons lexicons, Id<Gathering> gathering) =>
        (await lexicons.OfAsync(await lexicons.KeyOfAsync(gathering))).Words.Select(word => word.Word.Text).Order();
}
