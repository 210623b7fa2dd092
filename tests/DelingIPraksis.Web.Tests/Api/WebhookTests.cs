using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Api;
using DelingIPraksis.Web.Api.Hooks;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Api;

/// <summary>Receivers are told, signed and at least once, also after a restart; nobody reaches an inner network by them.</summary>
public sealed class WebhookTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task What_is_closed_and_published_is_told_with_a_signature_and_again_after_a_restart()
    {
        await using var receiver = new Receiver();
        TestGathering gathering;
        string secret;
        await using (var first = Started(await receiver.SettingsAsync()))
        {
            gathering = await first.Rooms.GivenBoardAsync();
            using var client = await ClientAsync(first, gathering);
            var made = await ReadAsync(await PostAsync(client, (await receiver.AddressAsync()).ToString()));
            secret = made.GetProperty("secret").GetString()!;
            // It does not know the secret yet, so it takes nothing.
            await receiver.UntilSaidAsync("refused");
            await first.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.WorkshopClosed());
            await receiver.UntilSaidAsync("refused", times: 2);
            await UntilAsync(first, messages => messages is [{ Tries: 1 }, { Tries: 1 }]);
        }

        receiver.Know(secret);
        _time.Advance(TimeSpan.FromMinutes(2));
        await using var app = Started(await receiver.SettingsAsync());
        var title = (await app.Rooms.ReadAsync(gathering.Id)).Facts.Title.Value;
        await receiver.UntilSaidAsync("ping: set up");
        await receiver.UntilSaidAsync($"closed: {title}");
        await UntilAsync(app, messages => messages.Count == 0);
        var point = new Point(new Id<Point>(Guid.CreateVersion7()), NoteKind.Barrier, "Ingen eier ombruket", []);
        await app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PointPut(point));
        await app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.ReportPublished());
        await receiver.UntilSaidAsync($"published: {title}");
        await UntilAsync(app, messages => messages.Count == 0);
        using var again = await ClientAsync(app, gathering);
        var hook = (await ReadAsync(await again.GetAsync(Address, TestContext.Current.CancellationToken)))[0];
        Assert.Equal(204, hook.GetProperty("status").GetInt32());
        Assert.False(hook.TryGetProperty("secret", out _));
        Assert.Equal(2, receiver.Said.Count(said => said == "refused"));
    }

    [Fact]
    public async Task An_inner_address_is_never_reached_and_is_given_up_after_three_days()
    {
        await using var receiver = new Receiver();
        // The administrator has not opened it.
        await using var app = Started();
        var gathering = await app.Rooms.GivenGatheringAsync();
        using var client = await ClientAsync(app, gathering);
        await PostAsync(client, (await receiver.AddressAsync()).ToString());
        await UntilAsync(app, messages => messages is [{ Tries: 1 }]);
        await UntilAsync(
            app,
            messages =>
            {
                // A step that comes before the sender waits again wakes nobody, so there is another at each look.
                _time.Advance(TimeSpan.FromHours(12));
                return messages.Count == 0;
            });
        var hook = (await ReadAsync(await client.GetAsync(Address, TestContext.Current.CancellationToken)))[0];
        Assert.Equal("inner", hook.GetProperty("fault").GetString(), ignoreCase: true);
        Assert.NotEqual(default, hook.GetProperty("givenUpAt").GetDateTimeOffset());
        Assert.Empty(receiver.Said);
        using var handler = OutgoingGuard.Handler(redirects: 0);
        Assert.False(handler.AllowAutoRedirect);
    }

    [Fact]
    public async Task Only_https_is_added_and_a_key_of_another_network_takes_nothing_away()
    {
        await using var app = Started();
        var gathering = await app.Rooms.GivenGatheringAsync();
        using var client = await ClientAsync(app, gathering);
        foreach (var wrong in new[] { "http://mottak.example/", "https://navn@mottak.example/", "mottak", "", "file:///etc/passwd" })
        {
            var refused = await PostAsync(client, wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }

        var id = (await ReadAsync(await PostAsync(client, "https://mottak.example/"))).GetProperty("id").GetString();
        var other = await app.MakeAsync(NetworkActs.Somebody(), "Et annet nettverk");
        using var stranger = await ClientAsync(app, await app.NetworkOfAsync(other));
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(stranger, id!));
        Assert.Equal(HttpStatusCode.NoContent, await DeleteAsync(client, id!));
        Assert.Equal(HttpStatusCode.NotFound, await DeleteAsync(client, id!));
        using var reader = await ClientAsync(app, await app.NetworkOfAsync(gathering.Id), ApiScope.Reports);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(reader, "https://mottak.example/")).StatusCode);
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_try_again_and_others_are_not_slowed()
    {
        await using var app = Started(("Access:RequestsPerKey", "3"));
        var gathering = await app.Rooms.GivenGatheringAsync();
        using var busy = await ClientAsync(app, gathering);
        using var calm = await ClientAsync(app, gathering);
        HttpResponseMessage answer;
        do answer = await busy.GetAsync(Address, TestContext.Current.CancellationToken);
        while (answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync(Address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Webhooks:InnerReceivers:0", "mottak", "Webhooks:InnerReceivers")]
    [InlineData("Webhooks:Authorities", "/finnes/ikke.pem", "Webhooks:Authorities")]
    public void Wrong_settings_are_told_at_the_start(string key, string value, string named)
    {
        var options = new WebhookOptions();
        if (key.EndsWith('0')) options.InnerReceivers = [value];
        else options.Authorities = value;
        Assert.Contains(named, new WebhookOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    private static Uri Address { get; } = new("api/v1/webhooks", UriKind.Relative);

    private TestApplication Started(params (string Key, string Value)[] settings) =>
        new TestApplication(_data, _time, false, settings).Start();

    private async Task<HttpClient> ClientAsync(TestApplication app, TestGathering gathering) =>
        await ClientAsync(app, await app.NetworkOfAsync(gathering.Id));

    private async Task<HttpClient> ClientAsync(TestApplication app, Id<Network> network, ApiScope scope = ApiScope.Webhooks)
    {
        var key = await app.Services.GetRequiredService<ApiTokens>()
            .MakeAsync(network, "Prøven", scope, NetworkActs.Somebody().User, _time.GetUtcNow().AddDays(30));
        var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string url) =>
        client.PostAsJsonAsync(Address, new { url }, TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> DeleteAsync(HttpClient client, string id) =>
        (await client.DeleteAsync(new Uri($"{Address}/{id}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    private static Task UntilAsync(TestApplication app, Predicate<List<WebhookMessage>> there) => Until.SoAsync(async () =>
        there(await app.Services.GetRequiredService<Database>().ReadAsync(context =>
            context.Set<WebhookMessage>().OrderBy(message => message.At).ToListAsync(TestContext.Current.CancellationToken))));
}
