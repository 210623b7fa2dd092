using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>The report by command, on the data of a service that runs.</summary>
public sealed class CommandTests : IAsyncDisposable
{
    private readonly TestApplication _app = TestApplication.Started();
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-cmd-").FullName;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Lists_the_gatherings_and_writes_a_report_of_what_has_just_been_kept()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote("Skrevet for et øyeblikk siden"));
        var (listed, lines) = await ApplicationProcess.RunToEndAsync("list", "--data", _app.Data);
        Assert.Equal((ExitCode.Done, $"{gathering.Id}\tPrøvesamling"), (listed, lines.Trim()));

        var file = Path.Combine(_folder, "rapport.json");
        Assert.Equal((ExitCode.Done, ""), await ExportAsync(gathering.Id, "json", file));
        var note = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("notes")[0];
        Assert.Equal("Skrevet for et øyeblikk siden", note.GetProperty("text").GetString());
        Assert.False(note.TryGetProperty("origin", out _), "The careful edition is the one that is made when none is named.");
        Assert.Equal(
            ExitCode.Done,
            (await ExportAsync(gathering.Id, "docx", Path.Combine(_folder, "rapport.docx"), "--edition", "arkiv")).ExitCode
        );
        Assert.Equal(["rapport.docx", "rapport.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Says_what_is_wrong_and_leaves_nothing_behind()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        var file = Path.Combine(_folder, "rapport");
        Assert.Equal(ExitCode.Failed, (await ExportAsync(new(Guid.NewGuid()), "md", file)).ExitCode);
        Assert.Contains("docx, md, html", (await ExportAsync(gathering.Id, "doc", file)).Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, (await ExportAsync(gathering.Id, "doc", file)).ExitCode);
        Assert.Equal(
            ExitCode.WrongUsage,
            (await ApplicationProcess.RunToEndAsync("export", gathering.Id.ToString(), "--format", "md")).ExitCode
        );
        Assert.Equal(
            ExitCode.Failed,
            (await ExportAsync(gathering.Id, "md", Path.Combine(_folder, "finnes", "ikke", "rapport.md"))).ExitCode
        );
        Assert.Equal(ExitCode.Failed, (await ApplicationProcess.RunToEndAsync("list", "--data", _folder)).ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_copy_taken_while_people_write_holds_all_that_was_acknowledged_before()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        for (var note = 0; note < 50; note++)
            await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[note % 2].Actor, GatheringVerbs.ANote($"Lapp {note}"));
        var copies = Path.Combine(_folder, "kopi");
        Directory.CreateDirectory(copies);
        var writing = Task.WhenAll(
            Enumerable
                .Range(50, 200)
                .Select(note =>
                    _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[note % 2].Actor, GatheringVerbs.ANote($"Lapp {note}"))
                )
        );
        Assert.Equal(
            (ExitCode.Done, ""),
            await ApplicationProcess.RunToEndAsync("backup", Path.Combine(copies, "deling.db"), "--data", _app.Data)
        );
        await writing;
        Assert.Equal(
            ExitCode.Failed,
            (await ApplicationProcess.RunToEndAsync("backup", Path.Combine(copies, "deling.db"), "--data", _app.Data)).ExitCode
        );

        await using var restored = TestApplication.Started(copies);
        var notes = (await restored.Rooms.ReadAsync(gathering.Id))
            .Workshop.Work.Values.SelectMany(work => work.Notes)
            .Select(note => note.Text.Value)
            .ToHashSet();
        Assert.Superset(Enumerable.Range(0, 50).Select(note => $"Lapp {note}").ToHashSet(), notes);
    }

    [Fact]
    public async Task A_gathering_is_taken_in_beside_a_running_service_and_where_none_runs_and_is_the_same_again()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote("Kom over fjellet"));
        var file = Path.Combine(_folder, "arkiv.json");
        Assert.Equal((ExitCode.Done, ""), await ExportAsync(gathering.Id, "json", file, "--edition", "arkiv"));
        var other = Path.Combine(_folder, "annet-sted");
        await using (var running = TestApplication.Started(other))
        {
            // The demo's account is no organiser, whoever else there is.
            await AddOrganiserAsync(running, Web.Access.Accounts.DemoAccount.Email);
            Assert.Equal(ExitCode.Failed, (await ImportAsync(file, other)).ExitCode);
            await AddOrganiserAsync(running, "astrid@nettverket.example");
            Assert.Equal((ExitCode.Done, $"{gathering.Id}"), await ImportAsync(file, other));
            Assert.Equal(
                "Kom over fjellet",
                (await running.Rooms.ReadAsync(gathering.Id)).Workshop.Work.Values.Single(work => !work.Notes.IsEmpty).Notes[0].Text.Value
            );
        }

        var (again, said) = await ImportAsync(file, other);
        Assert.Equal(ExitCode.Failed, again);
        Assert.Contains("finnes her fra før", said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await ImportAsync(file, other, "--copy")).ExitCode);
        // An address as it is pasted from a mail program; a phone writes the apostrophe bent.
        await using (var running = TestApplication.Started(other)) await AddOrganiserAsync(running, "ola.d'angelo@nettverket.example");
        Assert.Equal(ExitCode.Done, (await ImportAsync(file, other, "--copy", "--owner", "<Astrid@nettverket.example>")).ExitCode);
        Assert.Equal(ExitCode.Done, (await ImportAsync(file, other, "--copy", "--owner", "ola.d’angelo@nettverket.example")).ExitCode);
        Assert.Equal(ExitCode.Failed, (await ImportAsync(file, other, "--owner", "ukjent@nettverket.example")).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await ApplicationProcess.RunToEndAsync("import", "--data", other)).ExitCode);
        var wrong = Path.Combine(_folder, "feil.json");
        await File.WriteAllTextAsync(wrong, "ikke json");
        Assert.DoesNotContain(
            "arrangør",
            (await ImportAsync(wrong, other, "--owner", "ukjent@nettverket.example")).Said,
            StringComparison.Ordinal
        );
        File.Delete(wrong);
        Assert.Equal(ExitCode.Failed, (await ImportAsync(Path.Combine(_folder, "finnes-ikke.json"), other)).ExitCode);

        var second = Path.Combine(_folder, "igjen.json");
        Assert.Equal(
            ExitCode.Done,
            (
                await ApplicationProcess.RunToEndAsync(
                    "export",
                    $"{gathering.Id}",
                    "--format", "json", "--edition", "arkiv", "--out", second, "--data", other
                )
            ).ExitCode
        );
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(second));
    }

    private static async Task<(int ExitCode, string Said)> ImportAsync(string file, string data, params string[] more)
    {
        var (code, said) = await ApplicationProcess.RunToEndAsync(["import", file, "--data", data, .. more]);
        return (code, said.Trim());
    }

    private static async Task AddOrganiserAsync(TestApplication app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        Assert.True(
            (
                await users.CreateAsync(
                    new AppUser
                    {
                        Id = Guid.CreateVersion7(),
                        UserName = email,
                        Email = email,
                        DisplayName = "Astrid",
                    },
                    "fjorden er blank i dag"
                )
            ).Succeeded
        );
    }

    private Task<(int ExitCode, string Said)> ExportAsync(Id<Gathering> gathering, string format, string file, params string[] more) =>
        ApplicationProcess.RunToEndAsync(["export", gathering.ToString(), "--format", format, "--out", file, "--data", _app.Data, .. more]);
}
