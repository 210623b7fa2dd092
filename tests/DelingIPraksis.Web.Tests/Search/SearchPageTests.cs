using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Search;

/// <summary>The page of the search, as a browser without a script gets it.</summary>
public class SearchPageTests : IAsyncLifetime
{
    private SearchStage _stage = null!;
    private TestGathering _gathering = null!;
    private Browser _organiser = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = new SearchStage(database: await DatabaseAsync());
        _gathering = await _stage.Web.Rooms.GivenBoardAsync("Stad", "Arendal");
        _organiser = await _stage.GivenAsync(_gathering, Role.Organiser);
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_hit_says_what_it_is_who_said_it_when_and_where_with_the_word_marked()
    {
        await WriteAsync(0, "Avfallsplanen vår er gammel");
        var page = await SearchStage.PageAsync(_organiser, "ord=plan");
        Assert.Contains("<mark", page, StringComparison.Ordinal);
        Assert.Matches("<mark[^>]*>Avfallsplanen</mark>", page);
        var hit = Assert.Single(await SearchStage.HitsAsync(_organiser, "plan"));
        foreach (var said in (string[])["Barriere", "Stad", "24. november 2026", "Prøvesamling", "Prøvenettverket"])
            Assert.Contains(said, hit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moglegheiter", "Muligheten er der")]
    [InlineData("ombruk", "Ombruksmøblene står på lager")]
    [InlineData("lager ombruk", "Ombruksmøblene står på lager")]
    [InlineData("ombr", "Ombruksmøblene står på lager")]
    [InlineData("stad lager", "Møblene står på lager")]
    [InlineData("gaivuotna", "Gáivuotna gjør det")]
    public async Task What_was_written_is_found_at_once(string words, string written)
    {
        await WriteAsync(0, written);
        Assert.Single(await SearchStage.HitsAsync(_organiser, words));
    }

    [Fact]
    public async Task Filters_and_pages_stand_in_the_address()
    {
        for (var number = 0; number < 25; number++)
            await WriteAsync(number % 2, string.Create(CultureInfo.InvariantCulture, $"Lager nummer {number} er fullt"));
        await WriteAsync(0, "Lageret kan deles", NoteKind.Opportunity);
        Assert.Contains("26 treff i 1 samling", await SearchStage.PageAsync(_organiser, "ord=lager"), StringComparison.Ordinal);
        Assert.Equal(20, (await SearchStage.HitsAsync(_organiser, "lager")).Count);
        Assert.Equal(6, (await SearchStage.HitsAsync(_organiser, "lager", "&side=2")).Count);
        // A page that is not there is the last one.
        Assert.Equal(6, (await SearchStage.HitsAsync(_organiser, "lager", "&side=99")).Count);
        Assert.Single(await SearchStage.HitsAsync(_organiser, "lager", "&slag=mulighet"));
        Assert.Equal(12, (await SearchStage.HitsAsync(_organiser, "lager", "&part=Arendal")).Count);
        Assert.Equal(20, (await SearchStage.HitsAsync(_organiser, "lager", "&aar=2026")).Count);
        Assert.Empty(await SearchStage.HitsAsync(_organiser, "lager", "&aar=2025"));
        // Without a word the filter alone says what is wanted.
        Assert.Equal(12, (await SearchStage.HitsAsync(_organiser, "", "&part=Arendal")).Count);
    }

    [Fact]
    public async Task Words_in_quotation_marks_must_stand_just_so_and_only_such_hits_are_counted()
    {
        await WriteAsync(0, "Felles innkjøp av møbler");
        await WriteAsync(1, "Felles rutiner for innkjøp");
        await WriteAsync(1, "Fellesinnkjøp");
        Assert.Equal(3, (await SearchStage.HitsAsync(_organiser, "felles innkjøp")).Count);
        Assert.Contains("av møbler", Assert.Single(await SearchStage.HitsAsync(_organiser, "«felles innkjøp»")), StringComparison.Ordinal);
        var page = await SearchStage.PageAsync(_organiser, $"ord={Uri.EscapeDataString("\"felles innkjøp\"")}");
        Assert.Contains("1 treff i 1 samling", page, StringComparison.Ordinal);
        Assert.Empty(await SearchStage.HitsAsync(_organiser, "\"møbler av innkjøp\""));
        Assert.Contains("bare småord", await SearchStage.PageAsync(_organiser, "ord=%22og+som+det%22"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_narrowed_to_a_network_also_when_it_has_changed_its_name()
    {
        await WriteAsync(0, "Lageret er fullt");
        var owner = _gathering.Owner;
        var facts = (await _stage.Web.Rooms.ReadAsync(_gathering.Id)).Facts;
        var network = await _stage.Web.Services.GetRequiredService<INetworks>().OfGatheringAsync(_gathering.Id);
        var (later, other) = (new Id<Gathering>(Guid.CreateVersion7()), new Id<Gathering>(Guid.CreateVersion7()));
        await _stage.Web.Rooms.MustKeepAsync(
            later, owner, new GatheringCreated(facts with { Title = "Lager neste år", Date = facts.Date.AddYears(1) }, false));
        await _stage.Web.Rooms.MustKeepAsync(
            other, owner, new GatheringCreated(facts with { Title = "Lager i nord", Network = "Nordnettverket" }, false));
        // The network is called something else from its next gathering on.
        var named = (await _stage.Web.Rooms.ReadAsync(later)).Facts with { Network = "Lagernettverket" };
        await _stage.Web.Rooms.MustKeepAsync(later, owner, new GatheringDescribed(named));
        var organiser = (await _stage.Web.Rooms.ReadAsync(_gathering.Id)).Staff.Keys.Single(user => user != owner.User);
        foreach (var there in new[] { later, other })
            await _stage.Web.Rooms.MustKeepAsync(there, owner, new StaffAppointed(organiser, Role.Organiser));
        Assert.Equal(3, (await SearchStage.HitsAsync(_organiser, "lager")).Count);

        var page = await SearchStage.PageAsync(_organiser, "ord=lager");
        Assert.Matches($"<option value=\"{network!.Id}\"[^>]*>Lagernettverket \\(2\\)", page);
        Assert.Contains("Nordnettverket (1)", page, StringComparison.Ordinal);
        Assert.Equal(2, (await SearchStage.HitsAsync(_organiser, "lager", $"&nettverk={network.Id}")).Count);
        Assert.Empty(await SearchStage.HitsAsync(_organiser, "lager", "&nettverk=finnes-ikke"));
    }

    [Fact]
    public async Task Whatever_is_typed_gets_a_page_and_stands_in_the_field_again()
    {
        await WriteAsync(0, "Avfall uten plan");
        foreach (var typed in (string[])
            [
                "\"", "\"avfall", "' OR 1=1 --", "NEAR(avfall plan, 2)", "avfall AND NOT (plan OR *)", "Stems:avfall ^plan {x} -y +z",
                "avfall*", "😀", "avfall 🏳️‍🌈 plan", "\u0000avfall\u0000", "<script>alert(1)</script>", "%00%ff", "漢字 العربية",
            ])
        {
            var page = await SearchStage.PageAsync(_organiser, $"ord={Uri.EscapeDataString(typed)}");
            Assert.Contains("id=\"ord\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Søket svarer ikke", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", await _organiser.Http.GetStringAsync(
                new Uri($"/sok?ord={Uri.EscapeDataString(typed)}", UriKind.Relative), TestContext.Current.CancellationToken
            ), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_that_somebody_has_changed_is_a_page_all_the_same()
    {
        foreach (var query in (string[])
            [
                "aar=i+fjor", "aar=99999999999999", "slag=finnes-ikke", "side=-1&ord=a", "side=x&ord=avfall", "tema=%27&ord=avfall",
                "i=hva&ord=avfall",
            ])
            Assert.Contains("id=\"ord\"", await SearchStage.PageAsync(_organiser, query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_searched_for_is_said_beside_the_field()
    {
        var tooLong = new string('a', 201);
        var page = await SearchStage.PageAsync(_organiser, $"ord={tooLong}");
        Assert.Contains("Søket er for langt. Det kan ha inntil 200 tegn.", page, StringComparison.Ordinal);
        Assert.Contains(tooLong, page, StringComparison.Ordinal);
        Assert.Contains("bare småord", await SearchStage.PageAsync(_organiser, "ord=og+som+det"), StringComparison.Ordinal);
        Assert.Contains("Skriv minst ett ord", await SearchStage.PageAsync(_organiser, "ord=%E2%80%A6"), StringComparison.Ordinal);
        Assert.Contains("Ingen treff på «finnesikke»", await SearchStage.PageAsync(_organiser, "ord=finnesikke"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_has_not_signed_in_searches_the_reports()
    {
        var page = await SearchStage.PageAsync(_stage.Guest(), "");
        Assert.Contains("Søk i publiserte rapporter", page, StringComparison.Ordinal);
        Assert.Contains("Ingen rapporter ennå", page, StringComparison.Ordinal);
        Assert.DoesNotContain("I samlingene mine", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lists_lead_to_the_search()
    {
        var own = await _organiser.Http.GetStringAsync(
            new Uri("/samlinger", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Matches("<form[^>]*action=\"sok\"", own);
    }

    private Task<long> WriteAsync(int seat, string text, NoteKind kind = NoteKind.Barrier) =>
        _stage.Web.Rooms.MustKeepAsync(_gathering.Id, _gathering.Seats[seat].Actor, GatheringVerbs.ANote(text, kind));

    /// <summary>How the database is reached; empty for SQLite.</summary>
    protected virtual Task<string> DatabaseAsync() => Task.FromResult("");
}
