using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Live;
using DelingIPraksis.Web.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DelingIPraksis.Web.Tests.Operations;

/// <summary>K3, S8: the measures come to a real receiver of OTLP, and neither they nor the log have a name or a text.</summary>
public sealed class TelemetryTests : IAsyncDisposable
{
    private static readonly string[] _measures =
    [
        "deling.rooms", "deling.notes", "deling.refusals", "deling.queue", "deling.deliveries", "deling.to_screen", "deling.commit",
    ];

    private readonly ConcurrentQueue<byte[]> _received = new();
    private readonly WebApplication _receiver;
    private readonly string _data = Directory.CreateTempSubdirectory("deling-otlp-").FullName;

    public TelemetryTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _receiver = builder.Build();
        _receiver.Urls.Add("http://127.0.0.1:0");
        _receiver.MapPost("/v1/metrics", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _received.Enqueue(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task The_measures_arrive_and_no_name_and_no_text_is_in_them_or_in_the_log()
    {
        await _receiver.StartAsync(Token);
        var address = _receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        string code;
        TestGathering gathering;
        await using (var before = TestApplication.Started(_data))
        {
            gathering = await before.Rooms.GivenBoardAsync();
            code = (await before.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id)).Symbols;
        }

        string said;
        await using (var service = await ApplicationProcess.StartFromAsync(
            AppContext.BaseDirectory,
            [("OTEL_METRIC_EXPORT_INTERVAL", "250")],
            new Uri("http://127.0.0.1:0"),
            _data,
            "--no-demo",
            $"--Telemetry:Otlp={address}"))
        {
            using var browser = new Browser(service.Address);
            var person = await browser.JoinAsync(code, gathering.Seats[0].Party, "Gudrun Merkverdig");
            await using var live = browser.Live();
            await live.StartAsync(Token);
            await live.InvokeAsync<LiveView?>("Watch", person.Value, Token);
            Assert.Equal("kept", (await SubmitAsync(GatheringVerbs.ANote("Underligtekst om ombruk"))).Answer);
            // Refused: nobody moves the clock from a seat.
            Assert.Equal("refused", (await SubmitAsync(new Change.ClockPaused())).Answer);
            using (var wrong = await browser.Http.GetAsync(new Uri("/kom/Hemmeliglenke", UriKind.Relative), Token)) { }
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!Array.TrueForAll(_measures, Holds)) await Task.Delay(20, patience.Token);
            await service.TerminateAsync();
            said = service.Said;

            Task<LiveReply> SubmitAsync(Change change) => live.InvokeAsync<LiveReply>(
                "Submit", person.Value, Guid.CreateVersion7(), JsonSerializer.SerializeToElement(change, GatheringJson.Options), Token);
        }

        foreach (var secret in new[] { "Merkverdig", "Underligtekst", "Hemmeliglenke", code, "sirkulærøkonomi", gathering.Id.ToString() })
        {
            Assert.False(Holds(secret), secret);
            Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("http://localhost:4318", true)]
    [InlineData("https://maaling.kommune.example/otlp/", true)]
    [InlineData("localhost:4318", false)]
    [InlineData("grpc://localhost", false)]
    public void A_receiver_has_an_address(string address, bool sound) =>
        Assert.Equal(sound, new TelemetryOptionsValidator().Validate(null, new TelemetryOptions { Otlp = address }).Succeeded);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private bool Holds(string words)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        return _received.Any(received => received.AsSpan().IndexOf(bytes) >= 0);
    }
}
