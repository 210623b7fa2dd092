using System.Diagnostics;
using System.Net;
using DelingIPraksis.Support;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>
/// The program as <c>./run</c> publishes it. It needs nothing of the account that built it: the library's files lie in its own folder, not
/// in that account's package folder, which nobody else may read.
/// </summary>
public sealed class PublishedProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-published-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Runs_whole_from_its_own_folder()
    {
        var program = Path.Combine(_folder, "program");
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            [
                "publish",
                Path.Combine(Sources.Root, "src/DelingIPraksis.Web"),
                "--configuration", "Release", "--no-build", "--output", program, "--verbosity", "quiet",
            ]
        )
        )!;
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, publish.ExitCode);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(program, "*.json"),
            file => File.ReadAllText(file).Contains(".nuget", StringComparison.Ordinal)
        );

        await using var process = await ApplicationProcess.StartFromAsync(
            program, [("HOME", "/nonexistent")], new Uri("http://127.0.0.1:0"), Path.Combine(_folder, "data"), "--no-demo");
        using var client = new HttpClient { BaseAddress = process.Address };
        foreach (
            var file in new[]
            {
                "_content/MudBlazor/MudBlazor.min.css",
                "_framework/blazor.web.js",
                "DelingIPraksis.Web.styles.css",
                "js/shell/start.js",
                "",
            }
        )
        {
            using var answer = await client.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }
}
