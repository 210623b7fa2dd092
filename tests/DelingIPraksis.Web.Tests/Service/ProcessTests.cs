using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Support;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>The process as the one who starts it meets it: what it says, how it ends, and with which code.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "deling-p-" + Guid.CreateVersion7().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Stops_on_a_signal_within_ten_seconds_with_live_connections_open_and_starts_again_on_what_it_kept()
    {
        await using (var process = await ApplicationProcess.StartAsync(_data))
        {
            using var browser = new Browser(process.Address);
            await using var open = browser.Live();
            await open.StartAsync();
            using var half = new System.Net.Sockets.TcpClient(process.Address.Host, process.Address.Port);
            var (code, took) = await process.TerminateAsync();
            Assert.Equal(0, code);
            Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }

        // On IPv6 where the machine has it.
        var address = new Uri(System.Net.Sockets.Socket.OSSupportsIPv6 ? "http://[::1]:0" : "http://127.0.0.1:0");
        await using var again = await ApplicationProcess.StartAtAsync(address, _data, "--no-demo");
        Assert.Equal(address.HostNameType, again.Address.HostNameType);
        using var http = new HttpClient { BaseAddress = again.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        Assert.Contains($"Data: {_data}", again.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_says_so_and_ends_with_1()
    {
        await using var first = await ApplicationProcess.StartAsync(_data);
        var (code, said) = await ApplicationProcess.RunToEndAsync("--urls", "http://127.0.0.1:0", "--data", _data);
        Assert.Equal((1, 1), (code, said.Split('\n').Length));
        Assert.Contains("i bruk", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_said_in_words_and_ends_with_1()
    {
        await using var first = await ApplicationProcess.StartAsync(_data);
        var (code, said) = await ApplicationProcess.RunToEndAsync(
            "--urls",
            first.Address.GetLeftPart(UriPartial.Authority),
            "--data",
            _data + "-b",
            "--no-demo"
        );
        Directory.Delete(_data + "-b", recursive: true);
        Assert.Equal(1, code);
        Assert.Contains("--urls", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sertifikat", "--urls", "https://127.0.0.1:0")]
    [InlineData("Access:Proxies", "--urls", "http://127.0.0.1:0", "--Access:Proxies:0=tull")]
    [InlineData("Access:FormsPerAddress", "--urls", "http://127.0.0.1:0", "--Access:FormsPerAddress=mange")]
    [InlineData("--address", "--urls", "http://127.0.0.1:0", "--address", "deling.kommune.no")]
    public async Task What_is_wrong_with_the_network_is_said_in_words(string says, params string[] arguments)
    {
        var (code, said) = await ApplicationProcess.RunToEndAsync([.. arguments, "--data", _data, "--no-demo"]);
        Assert.InRange(code, 1, 2);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "ICU")]
    [InlineData("Deling__NoDemo", "kanskje", "Innstillingene kan ikke leses")]
    public async Task What_the_machine_or_a_setting_lacks_is_said_in_words(string name, string value, string says)
    {
        var (code, said) = await ApplicationProcess.RunToEndInAsync([(name, value)], "--urls", "http://127.0.0.1:0", "--data", _data);
        Assert.InRange(code, 1, 2);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_log_is_told_at_the_start_by_readiness_and_in_a_log_line_with_the_time_and_the_id_that_the_caller_got()
    {
        const string Broken = "/rapporter/samling-i-alesund-2026";
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Data", "folder-2026-11-28.zip"), _data);
        Storage.TestStore.Tamper(_data, "DELETE FROM Log WHERE StreamId = '01A22446-0EA7-753C-B815-BE8225C8E155' AND Sequence = 15;");
        await using var process = await ApplicationProcess.StartAsync(_data);
        using var http = new HttpClient { BaseAddress = process.Address };
        Assert.Equal("Degraded", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
        Assert.Contains(
            "Samling 01a22446-0ea7-753c-b815-be8225c8e155: det mangler innføringer i loggen",
            process.Said,
            StringComparison.Ordinal
        );

        using var program = new HttpRequestMessage(HttpMethod.Get, Broken) { Headers = { { "Accept", "application/json" } } };
        using var page = new HttpRequestMessage(HttpMethod.Get, Broken) { Headers = { { "Accept", "text/html" } } };
        using var told = await http.SendAsync(program);
        using var shown = await http.SendAsync(page);
        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError), (told.StatusCode, shown.StatusCode));
        var reference = System
            .Text.Json.JsonDocument.Parse(await told.Content.ReadAsStringAsync())
            .RootElement.GetProperty("reference")
            .GetString()!;
        var html = await shown.Content.ReadAsStringAsync();
        await process.TerminateAsync();
        var lines = process.Said.Split('\n');
        Assert.Single(lines, line => line.Contains(reference, StringComparison.Ordinal) && LineWithTime().IsMatch(line));
        Assert.Single(
            lines,
            line =>
                LineWithTime().Match(line) is { Success: true } match
                && html.Contains(match.Groups["reference"].Value, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Kari Nordfjord", process.Said, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*A request failed: (?<reference>[0-9a-f]{32})")]
    private static partial Regex LineWithTime();

    [Theory]
    [InlineData(0, "DELING_DATA", "--help")]
    [InlineData(2, "lag-kaffe", "lag-kaffe")]
    [InlineData(2, "--wat", "--wat")]
    [InlineData(2, "tull", "--urls", "tull", "--data", "/tmp/deling-not-made")]
    public async Task Help_and_wrong_usage_are_answered_without_starting(int code, string says, params string[] arguments)
    {
        var (exit, said) = await ApplicationProcess.RunToEndAsync(arguments);
        Assert.Equal(code, exit);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists("/tmp/deling-not-made"));
    }
}
