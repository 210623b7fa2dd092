using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary><c>./run move</c>: everything from SQLite to PostgreSQL and back, and the other commands on PostgreSQL.</summary>
public sealed class MoveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-move-").FullName;

    private string First => Path.Combine(_folder, "first");

    private string Second => Path.Combine(_folder, "second");

    private string Third => Path.Combine(_folder, "third");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everything_comes_to_postgresql_and_back()
    {
        var database = await (await PostgresServer.SharedAsync()).EmptyDatabaseAsync();
        string before, sealedWords;
        await using (var application = new TestApplication(First, demo: true).Start())
        {
            var gathering = await application.Rooms.GivenBoardAsync();
            await application.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote("Vi mangler 👩🏽‍🔧"));
            await application.Services.GetRequiredService<IDrafts>().KeepAsync(gathering.Seats[0].Person, "felt", "halv\0ferdig");
            sealedWords = application.Services.GetDataProtector("move").Protect("hemmelig");
            before = await AllOfAsync(application);
        }

        Assert.Equal(ExitCode.Done, await RunAsync("move", "--data", First, "--to", database, "--to-data", Second));
        await using (var application = new TestApplication(Second, demo: true, settings: ("Deling:Database", database)).Start())
        {
            Assert.Equal(before, await AllOfAsync(application));
            Assert.Equal("hemmelig", application.Services.GetDataProtector("move").Unprotect(sealedWords));
        }

        Assert.Equal(ExitCode.Done, await RunAsync("check", "--data", Second, "--database", database));
        Assert.Equal(ExitCode.Failed, await RunAsync("backup", Path.Combine(_folder, "copy"), "--data", Second, "--database", database));
        // What has rows is not moved to, and nothing is lost by trying.
        Assert.Equal(ExitCode.Failed, await RunAsync("move", "--data", First, "--to", database, "--to-data", Second));
        Assert.Equal(ExitCode.Done, await RunAsync("move", "--data", Second, "--database", database, "--to-data", Third));
        await using (var application = new TestApplication(Third, demo: true).Start())
        {
            Assert.Equal(before, await AllOfAsync(application));
            Assert.Equal("hemmelig", application.Services.GetDataProtector("move").Unprotect(sealedWords));
        }
    }

    private static async Task<int> RunAsync(params string[] arguments) => await CommandLine.AnswerAsync(arguments) ?? -1;

    private static async Task<string> AllOfAsync(TestApplication application)
    {
        var log = application.Services.GetRequiredService<GatheringLog>();
        var gatherings = await application.Services.GetRequiredService<Database>().ReadAsync(context =>
            Task.FromResult(context.Gatherings.OrderBy(gathering => gathering.Id).Select(gathering => gathering.Id).ToList()));
        List<string> all = [];
        foreach (var id in gatherings) all.Add(GatheringJson.Write(await log.FoldWholeAsync(id)));
        Assert.NotEmpty(all);
        return string.Join('\n', all);
    }
}
