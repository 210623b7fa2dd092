using System.Diagnostics;
using System.Text;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>A program that is not ours.</summary>
internal static class OtherProgram
{
    /// <summary>What it says on standard output; it must end well.</summary>
    public static async Task<string> SaysAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return said.ReplaceLineEndings("\n");
    }
}
