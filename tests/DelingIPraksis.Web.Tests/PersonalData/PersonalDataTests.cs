using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Reporting.Earlier;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.PersonalData;

/// <summary>What is stored about a person is found, shown, handed out and erased, and no byte of the name is left.</summary>
public sealed class PersonalDataTests : IAsyncDisposable
{
    private const string Name = "Solveig Hemmelignavn";

    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;
    private readonly TestApplication _web;

    public PersonalDataTests() => _web = TestApplication.Started(_data);

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task An_organiser_finds_a_person_by_name_and_by_link_and_erases_every_byte_of_the_name()
    {
        var (gathering, person, _) = await GivenPersonAsync();
        using var organiser = await GivenOrganiserAsync(gathering);
        var page = await organiser.GetAsync("/personopplysninger?sok=hemmelig");
        Assert.Contains(Name, page.Html, StringComparison.Ordinal);
        Assert.Contains("Et utkast på", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mitt utkast", page.Html, StringComparison.Ordinal);
        var token = await _web.Services.GetRequiredService<ReentryLinks>().MakeAsync(person);
        var byLink = await organiser.GetAsync($"/personopplysninger?sok=http://vert.example/inn/{token}");
        Assert.Contains(Name, byLink.Html, StringComparison.Ordinal);

        var unsure = await organiser.SubmitAsync(page, "slett");
        Assert.Contains("Kryss av", unsure.Html, StringComparison.Ordinal);
        Assert.True(Bytes.Of(_data).Hold(Name));

        var done = await organiser.SubmitAsync(page, "slett", ("bekreft", "ja"));
        Assert.Contains("Slettet.", done.Html, StringComparison.Ordinal);
        Assert.False(Bytes.Of(_data).Hold(Name), "The name is still in the files.");
        Assert.False(Bytes.Of(_data).Hold("Mitt utkast"));
        Assert.True(Bytes.Of(_data).Hold("Ordet som står"));
        var now = await _web.Rooms.ReadAsync(gathering.Id);
        Assert.True(now.People[person].Erased);
        Assert.Null(await _web.Services.GetRequiredService<ReentryLinks>().FindAsync(token));
        Assert.Contains("slettet allerede", (await organiser.SubmitAsync(page, "slett", ("bekreft", "ja"))).Html
            + (await organiser.GetAsync("/personopplysninger?sok=hemmelig")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_sees_all_of_her_own_takes_it_with_her_and_erases_herself()
    {
        var (gathering, person, browser) = await GivenPersonAsync();
        using var own = browser;
        var page = await own.GetAsync($"/tavle/{person}/om-meg");
        foreach (var text in new[] { Name, "Mitt utkast", "Ordet som står" })
            Assert.Contains(text, page.Html, StringComparison.Ordinal);
        foreach (var format in new[] { "html", "csv", "json" })
        {
            var file = await own.GetAsync($"/tavle/{person}/om-meg/{format}");
            Assert.Contains(Name, file.Html, StringComparison.Ordinal);
            Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
        }

        using var stranger = new Browser(_web.Address);
        foreach (var path in new[] { $"/tavle/{person}/om-meg", $"/tavle/{person}/om-meg/json" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);

        var gone = await own.SubmitAsync(page, "slett-meg", ("bekreft", "ja"));
        Assert.Contains("Alt om deg er slettet", gone.Html, StringComparison.Ordinal);
        Assert.False(Bytes.Of(_data).Hold(Name));
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/tavle/{person}/om-meg")).Status);
        Assert.Null((await _web.Rooms.ReadAsync(gathering.Id)).PartyOf(new Actor.Participant(person)));
    }

    [Fact]
    public async Task Two_of_the_same_name_differ_in_where_and_others_gatherings_are_not_told_of()
    {
        var (one, _, first) = await GivenPersonAsync();
        var (other, _, second) = await GivenPersonAsync();
        var (hidden, person, third) = await GivenPersonAsync();
        first.Dispose();
        second.Dispose();
        third.Dispose();
        using var organiser = await GivenOrganiserAsync(one, other);
        var page = await organiser.GetAsync("/personopplysninger?sok=Solveig");
        Assert.Contains("2 personer", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(person.ToString(), page.Html, StringComparison.Ordinal);
        foreach (var path in new[] { $"/personopplysninger?hvem=d-{person.Value:N}", $"/personopplysninger?sok=/tavle/{person}" })
            Assert.DoesNotContain(Name, (await organiser.GetAsync(path)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/personopplysninger/d-{person.Value:N}/json")).Status);
        Assert.NotEqual(one.Id, hidden.Id);
    }

    [Fact]
    public async Task A_name_in_a_text_is_shown_with_its_place_and_not_changed_and_a_municipality_is_no_person()
    {
        var (gathering, person, browser) = await GivenPersonAsync();
        browser.Dispose();
        await _web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportTextWritten(ReportText.About, $"Takk til {Name}!"));
        using var organiser = await GivenOrganiserAsync(gathering);
        var page = await organiser.GetAsync($"/personopplysninger?hvem=d-{person.Value:N}");
        Assert.Contains($"Takk til {Name}!", page.Html, StringComparison.Ordinal);
        Assert.Contains($"samling/{gathering.Id}/rapport", page.Html, StringComparison.Ordinal);
        await organiser.SubmitAsync(page, "slett", ("bekreft", "ja"));
        Assert.Contains($"Takk til {Name}!", (await organiser.GetAsync($"/personopplysninger?sok={Name}")).Html, StringComparison.Ordinal);
        Assert.Contains("er også en kommune", (await organiser.GetAsync("/personopplysninger?sok=Stad")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_erased_by_an_administrator_when_nobody_depends_on_it_alone()
    {
        var gathering = await _web.Rooms.GivenGatheringAsync();
        var (owner, administrator) = (await GivenAccountAsync("Oda Eierkonto"), await GivenAccountAsync("Anne Administrator"));
        await AppointAsync(administrator);
        await _web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(new(owner.Id), Role.Organiser));
        await _web.Rooms.MustKeepAsync(
            gathering.Id, new Actor.Account(new(owner.Id)), new StaffAppointed(((Actor.Account)gathering.Owner).User, Role.None));
        var drafts = _web.Services.GetRequiredService<EarlierDrafts>();
        var report = CorpusTests.Read(CorpusTests.Text("stad-2021.txt"));
        await drafts.AddAsync(new(owner.Id), "referat.txt", "Hemmelig utkast til rapport"u8.ToArray(), report);
        using var browser = await SignInAsync(administrator);
        Assert.Contains("Ingen andre eier", (await browser.GetAsync("/personopplysninger?sok=Eierkonto")).Html, StringComparison.Ordinal);
        Assert.Contains("din egen konto", (await browser.GetAsync("/personopplysninger?sok=Anne")).Html, StringComparison.Ordinal);

        await _web.Rooms.MustKeepAsync(
            gathering.Id, new Actor.Account(new(owner.Id)), new StaffAppointed(new(administrator.Id), Role.Organiser));
        var page = await browser.GetAsync($"/personopplysninger?sok={owner.Email}");
        Assert.Contains("Arrangør i", page.Html, StringComparison.Ordinal);
        Assert.Contains("Slettet.", (await browser.SubmitAsync(page, "slett", ("bekreft", "ja"))).Html, StringComparison.Ordinal);
        Assert.Empty(await drafts.OfAsync(new(owner.Id)));
        foreach (var word in new[] { "Oda Eierkonto", owner.Email!, owner.Email!.ToUpperInvariant(), "Hemmelig utkast" })
            Assert.False(Bytes.Of(_data).Hold(word), $"{word} is still in the files.");
    }

    [Fact]
    public async Task An_organiser_sees_a_colleague_and_cannot_erase_the_account()
    {
        var gathering = await _web.Rooms.GivenGatheringAsync();
        var colleague = await GivenAccountAsync("Kjell Kollega");
        await _web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(new(colleague.Id), Role.Facilitator));
        await GivenAccountAsync("Fremmed Konto");
        using var organiser = await GivenOrganiserAsync(gathering);
        var page = await organiser.GetAsync("/personopplysninger?sok=Kollega");
        Assert.Contains("Kontoer slettes av dem som administrerer", page.Html, StringComparison.Ordinal);
        Assert.Contains("Vi finner ingen", (await organiser.GetAsync("/personopplysninger?sok=Fremmed")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_shows_hands_out_and_erases_when_the_service_is_stopped()
    {
        var (gathering, person, browser) = await GivenPersonAsync();
        browser.Dispose();
        var (done, said) = await ApplicationProcess.RunToEndAsync("person", "show", "Solveig", "--data", _data);
        Assert.Equal(ExitCode.Done, done);
        Assert.Contains("Mitt utkast", said, StringComparison.Ordinal);
        Assert.Contains(
            "\"items\"", (await ApplicationProcess.RunToEndAsync("person", "show", "Solveig", "--format", "json", "--data", _data)).Said,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, (await ApplicationProcess.RunToEndAsync("person", "erase", "Solveig", "--data", _data)).ExitCode);
        await _web.DisposeAsync();
        var erased = await ApplicationProcess.RunToEndAsync("person", "erase", $"d-{person.Value:N}", "--data", _data);
        Assert.Equal(ExitCode.Done, erased.ExitCode);
        Assert.False(Bytes.Of(_data).Hold(Name));
        Assert.Equal(ExitCode.Failed, (await ApplicationProcess.RunToEndAsync("person", "erase", "Solveig", "--data", _data)).ExitCode);
        await using var again = TestApplication.Started(_data);
        Assert.True((await again.Rooms.ReadAsync(gathering.Id)).People[person].Erased);
    }

    /// <summary>Somebody with a name, a draft, a snapshot beside it, and words written for Stad.</summary>
    private async Task<(TestGathering Gathering, Id<Person> Person, Browser Browser)> GivenPersonAsync()
    {
        var gathering = await _web.Rooms.GivenGatheringAsync("Stad", "Arendal");
        var code = await _web.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id);
        using var joined = new Support.Browser(_web.Address);
        var person = await joined.JoinAsync(code.ToString(), gathering.Seats[0].Party, Name);
        var browser = new Browser(_web.Address);
        browser.Take(joined.Cookies.GetAllCookies());
        await _web.Services.GetRequiredService<IDrafts>().KeepAsync(person, "note:barrier", "Mitt utkast");
        await _web.Rooms.MustKeepAsync(
            gathering.Id, new Actor.Participant(person), new TextWritten(Domain.GroupWork.TextField.Challenge, "Ordet som står", 0));
        await _web.Services.GetRequiredService<GatheringLog>().KeepSnapshotAsync(Snapshot.Of(await _web.Rooms.ReadAsync(gathering.Id)));
        return (gathering, person, browser);
    }

    private async Task<Browser> GivenOrganiserAsync(params TestGathering[] gatherings)
    {
        var user = await GivenAccountAsync("Olav Arrangør");
        foreach (var gathering in gatherings)
            await _web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(new(user.Id), Role.Organiser));
        return await SignInAsync(user);
    }

    private async Task<AppUser> GivenAccountAsync(string name)
    {
        await using var scope = _web.Services.CreateAsyncScope();
        var email = $"k{Guid.NewGuid():N}@kommune.example";
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = name };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>()
            .CreateAsync(user, AccessApplication.Password)).Succeeded);
        return user;
    }

    private async Task AppointAsync(AppUser user)
    {
        await using var scope = _web.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        Assert.True((await users.AddClaimAsync((await users.FindByIdAsync(user.Id.ToString()))!, Administrators.Claim)).Succeeded);
    }

    private async Task<Browser> SignInAsync(AppUser user)
    {
        var browser = new Browser(_web.Address);
        await browser.SubmitAsync(
            await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", user.Email!), ("passord", AccessApplication.Password));
        return browser;
    }
}
