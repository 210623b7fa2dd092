using System.Net;
using DelingIPraksis.Support;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>The process as the one who starts it meets it: what it says, how it ends, and with which code.</summary>
public sealed class ProcessTests : IDisposable
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

        await using var again = await ApplicationProcess.StartAsync(_data);
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
        var (code, said) = await ApplicationProcess.RunToEndAsync("--urls", first.Address.GetLeftPart(UriPartial.Authority), "--data", _data + "-b", "--no-demo");
        Directory.Delete(_data + "-b", recursive: true);
        Assert.Equal(1, code);
        Assert.Contains("--urls", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

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
