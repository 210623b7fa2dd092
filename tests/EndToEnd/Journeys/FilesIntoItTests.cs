using System.Text;
using DelingIPraksis.EndToEnd.Stage;
using DelingIPraksis.Web.Register;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// What one who sets up has in files: a list from a spreadsheet in whatever form it came, a plan from a colleague, a newer register; and
/// what an earlier gathering left.
/// </summary>
public sealed class FilesIntoItTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly Encoding _windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public async Task Lists_plans_and_a_newer_register_are_read_as_they_come_and_are_there_after_a_restart()
    {
        await using var application = new RunningApplication();
        await application.StartAsync();
        var organiser = new Organiser(await theatre.NewPageAsync(application.Address));
        await organiser.BecomeFirstAsync(application.FirstOrganiserLink());
        await organiser.MakeGatheringAsync("Den forrige", "Stad", "Arendal");
        var page = organiser.Page;
        await organiser.OpenAsync("program");
        await page.GetByText(Words.Programme("PasteTitle")).ClickAsync();

        await TakesAsync("utf8.csv", Encoding.UTF8.GetBytes("Kommunenr;Kommune\r\n\r\n3222;Lørenskog\r\n3905;Tønsberg\r\n"), 2);
        await TakesAsync(
            "merket.csv",
            [
                .. Encoding.UTF8.Preamble,
                .. Encoding.UTF8.GetBytes("\"Kommune\",\"Antall\"\n\"Nesodden\",\"3\"\n\"Trondheim - Tråante\",2\n"),
            ],
            2
        );
        await TakesAsync("windows.txt", _windows.GetBytes("4204\tKristiansand\tAgder\r\nBærum\r\n\r\nVågå kommune\r\n"), 3);
        await TakesAsync("excel.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Hurdal\t2\r\nStad\t1\r\n")], 1);
        Assert.Equal(
            ["Stad", "Arendal", "Lørenskog", "Tønsberg", "Nesodden", "Trondheim - Tråante", "Kristiansand", "Bærum", "Vågå", "Hurdal"],
            (await page.Locator(".parties .name strong").AllInnerTextsAsync()).Select(name => name.Replace('–', '-'))
        );
        await ReadAsync("bok.xlsx", [.. "PK\u0003\u0004"u8, 0, 1]);
        await Expect(page.Locator("#liste-error")).ToHaveTextAsync(Words.Programme("FileNotText"));

        // A plan of one's own is a file, and the file is a plan again, for whoever gets it.
        await page.Locator("#steg-Writing-0-min").FillAsync("13");
        await Expect(page.Locator(".total")).ToContainTextAsync(Words.Programme("Minutes", 65));
        await page.GetByText(Words.Programme("OwnTemplates")).ClickAsync();
        await page.Locator("#mal-navn").FillAsync("Vår egen på sjøen");
        await page.PressAsync(Words.Programme("SaveTemplate"));
        await Expect(page.Locator(".saved li")).ToContainTextAsync("Vår egen på sjøen");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText(Words.Programme("DownloadPlan")).ClickAsync());
        var plan = await File.ReadAllBytesAsync(await download.PathAsync());
        await page.GotoAsync("/kommuneregister");
        await page.LiveAsync();
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "klass.csv",
                    MimeType = "text/csv",
                    Buffer = NewerRegister(),
                }
            );
        await Expect(page.Locator(".sheet")).ToContainTextAsync("Nystad");
        await page.PressAsync(Words.Programme("RegisterUse"));
        await Expect(page.GetByText(Words.Programme("RegisterUsed"))).ToBeVisibleAsync();

        Assert.Equal(0, await application.RestartAsync(() => Task.CompletedTask));

        await organiser.MakeGatheringAsync("Den neste", "Nystad", "Arendal");
        await organiser.OpenAsync("program");
        await Expect(page.Locator(".parties .name").First).ToContainTextAsync("4649");
        await page.GetByText(Words.Programme("SeriesTitle")).ClickAsync();
        await page.PressAsync(Words.Programme("SeriesCopy"));
        // Arendal is here, and Stad is Nystad by its number: neither comes twice.
        await Expect(page.Locator(".parties .name")).ToHaveCountAsync(10);
        await Expect(page.Locator("#steg-Writing-0-min")).ToHaveValueAsync("13");

        await page.Locator("#mal").SelectOptionAsync(new SelectOptionValue { Value = "Brief" });
        await Expect(page.Locator(".total")).ToContainTextAsync(Words.Programme("Minutes", 30));
        await page.Locator("#mal").SelectOptionAsync(new SelectOptionValue { Value = "egen:Vår egen på sjøen" });
        await Expect(page.Locator(".total")).ToContainTextAsync(Words.Programme("Minutes", 65));
        await page.Locator("#mal").SelectOptionAsync(new SelectOptionValue { Value = "Brief" });
        await Expect(page.Locator(".total")).ToContainTextAsync(Words.Programme("Minutes", 30));
        await page.GetByText(Words.Programme("OwnTemplates")).ClickAsync();
        await page.Locator("#gruppearbeid input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "plan.json",
                    MimeType = "application/json",
                    Buffer = plan,
                }
            );
        await Expect(page.Locator(".total")).ToContainTextAsync(Words.Programme("Minutes", 65));
        await page.Locator("#gruppearbeid input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "plan.json",
                    MimeType = "application/json",
                    Buffer = "{\"hei\":1}"u8.ToArray(),
                }
            );
        await Expect(page.Locator("#mal-navn-error")).ToHaveTextAsync(Words.Programme("PlanFileOther"));

        async Task TakesAsync(string name, byte[] content, int understood)
        {
            await ReadAsync(name, content);
            await page.PressAsync(Words.Programme("InviteThese", understood));
            await Expect(page.Locator("#liste")).ToHaveValueAsync("");
        }

        Task ReadAsync(string name, byte[] content) =>
            page.Locator(".paste input[type=file]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = name,
                        MimeType = "text/plain",
                        Buffer = content,
                    }
                );
    }

    /// <summary>The register as Klass exports it, some years from now: Stad has another name.</summary>
    private static byte[] NewerRegister() => Encoding.UTF8.GetBytes(string.Join('\n', MunicipalityRegister.Own.All
        .Select(one => $"{one.Number};{(one.Name == "Stad" ? "Nystad" : one.OfficialName)}").Prepend("code;name")));
}
