using System.Net;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Followup;

/// <summary>A party's own page after the gathering, by its link, in a browser that has never been here.</summary>
public sealed class FollowupPageTests : IAsyncDisposable
{
    private readonly TestApplication _app = TestApplication.Started();
    private readonly HttpClient _phone;

    public FollowupPageTests() => _phone = new HttpClient { BaseAddress = _app.Address };

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_link_opens_the_page_of_its_own_party()
    {
        var gathering = await _app.Rooms.GivenGatheringAsync();
        var party = gathering.Seats[0].Party;
        var links = await _app.Services.GetRequiredService<IPartyLinks>().OfPartiesAsync(gathering.Id, [party]);
        var (status, page) = await ReadAsync(Addresses.Followup(links[party]));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Dette er deres egen side etter samlingen.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_cut_off_says_what_to_do()
    {
        var (status, page) = await ReadAsync(Addresses.Followup("abc"));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("be arrangøren om en ny", page, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> ReadAsync(string address)
    {
        using var answer = await _phone.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
