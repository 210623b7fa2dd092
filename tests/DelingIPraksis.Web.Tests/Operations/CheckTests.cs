using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using DelingIPraksis.Web.Tests.Storage.Kept;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Operations;

/// <summary>K7, R5: faults of data and installation that are planted, and found by <c>check</c>, each with what mends it.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-check-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Copies => Path.Combine(_folder, "kopier");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Many_planted_faults_are_all_found_in_one_look()
    {
        var (gap, snapshot, noLog, notListed, missing) = await GivenAsync();
        TestStore.Tamper(Data, $"""
            DELETE FROM Log WHERE StreamId = '{Key(gap)}' AND Sequence = 2;
            INSERT INTO Snapshots (StreamId, Sequence, SchemaVersion, State, Checksum)
                SELECT StreamId, 3, {Snapshot.Current}, x'00', x'00' FROM Log WHERE StreamId = '{Key(snapshot)}' LIMIT 1;
            DELETE FROM Log WHERE StreamId = '{Key(noLog)}';
            DELETE FROM Gatherings WHERE Id = '{Key(notListed)}';
            UPDATE Log SET At = At + 864000000000 * 400 WHERE StreamId = '{Key(snapshot)}' AND Sequence = 1;
            """);
        File.Delete(Path.Combine(Data, "filer", missing[0]));
        await File.AppendAllTextAsync(Path.Combine(Data, "filer", missing[1]), "x", Token);
        Directory.Delete(Path.Combine(Data, "nokler"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(Data, "sok.db"), "Dette er ikke en database.", Token);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(Data, "deling.db"), (UnixFileMode)0b110_100_100);
        Directory.Move(Directory.GetDirectories(Copies).Single(), Path.Combine(Copies, "deling-20200101-000000"));
        await File.WriteAllTextAsync(Path.Combine(Copies, "deling-20200101-000000", "deling.db"), "tull", Token);
        var certificate = Path.Combine(_folder, "sertifikat.pem");
        await File.WriteAllTextAsync(certificate, EndedCertificate(), Token);

        var (code, said) = await ApplicationProcess.RunToEndInAsync(
            [
                ("Copies__Folder", Copies), ("Smtp__Host", "127.0.0.1"), ("Smtp__From", "a@b.example"), ("Smtp__Security", "None"),
                ("Smtp__Port", Invariant(ApplicationProcess.FreePort())), ("DELING_OFFICE", "/finnes/ikke/soffice"),
                ("Kestrel__Certificates__Default__Path", certificate),
            ],
            "check", "--data", Data, "--address", "http://deling.invalid", "--urls", "http://0.0.0.0:5080"
        );

        Assert.Equal(ExitCode.Failed, code);
        string[] named =
        [
            "mangler i loggen", "øyeblikksbildet ved 3", "men har ingen logg", "men står ikke i oversikten", $"{missing[0]} (samling",
            "er endret eller skadet", "Det ligger ingen nøkler", "Søkeregisteret", "Lukk den med chmod go=", "Copies:Every siden",
            "kan ikke åpnes. Ta en ny kopi", "lot seg ikke legge inn", "uten https", "finnes ikke i DNS", "DELING_OFFICE",
            "Still klokka", "går ut 2026-01-31", "E-posttjeneren 127.0.0.1",
        ];
        Assert.All(named, words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_that_hide_each_other_are_found_too()
    {
        await using (var application = new TestApplication(Data).Start())
        {
            await application.Services.GetRequiredService<Database>()
                .WriteAsync(context => context.NoteAsync(HousekeepingNote.DoubtedClock, "2026-11-30T00:00:00.0000000+00:00 00:00:00"));
        }

        var (code, said) = await ApplicationProcess.RunToEndInAsync(
            [("Copies__Folder", Copies), ("Kestrel__Certificates__Default__Path", "/finnes/ikke.pem")],
            "check", "--data", Data, "--address", "http://localhost:5080", "--urls", "http://*:5080"
        );
        Assert.Equal(ExitCode.Failed, code);
        string[] named = ["Det ligger ingen kopi", "Sertifikatet /finnes/ikke.pem finnes ikke", "på denne maskinen", "hoppet langt fram"];
        Assert.All(named, words => Assert.Contains(words, said, StringComparison.Ordinal));

        (code, said) = await ApplicationProcess.RunToEndAsync("check", "--data", Data, "--urls", "http://*:5080");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("vet ikke hvilken adresse", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing", "ingen database")]
    [InlineData("empty", "fila er tom")]
    [InlineData("cut", "skadet")]
    [InlineData("other", "annet program")]
    [InlineData("newer", "nyere utgave")]
    public async Task A_database_that_cannot_be_looked_through_is_named(string fault, string named)
    {
        await (await TestStore.OpenAsync(Data)).DisposeAsync();
        var file = Path.Combine(Data, "deling.db");
        if (fault == "newer") TestStore.Tamper(Data, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0');");
        else if (fault == "cut") await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, Token))[..8192], Token);
        else
        {
            File.Delete(file);
            if (fault == "empty") await File.WriteAllBytesAsync(file, [], Token);
            if (fault == "other") TestStore.Tamper(Data, "CREATE TABLE Customers (Id INTEGER);");
        }

        var (code, said) = await ApplicationProcess.RunToEndAsync("check", "--data", Data);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains(named, said, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Key(Id<Gathering> gathering) => gathering.Value.ToString().ToUpperInvariant();

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string EndedCertificate()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=deling", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        return made.ExportCertificatePem();
    }

    /// <summary>A folder with four gatherings, two files and a copy whose trial failed.</summary>
    private async Task<(Id<Gathering> Gap, Id<Gathering> Cut, Id<Gathering> NoLog, Id<Gathering> NotListed, string[] Files)> GivenAsync()
    {
        await using var application = new TestApplication(Data, settings: [("Copies:Folder", Copies)]).Start();
        var ids = new List<Id<Gathering>>();
        for (var i = 0; i < 4; i++) ids.Add((await application.Rooms.GivenBoardAsync()).Id);
        var files = application.Services.GetRequiredService<FileStore>();
        var kept = new List<string>();
        foreach (var text in new[] { "En", "To" }) kept.Add(await KeepAsync(files, FileOwner.OfGathering(ids[1]), text));
        var taker = application.Services.GetRequiredService<CopyTaker>();
        await Until.SoAsync(() => taker.Folder!.Copies.Count > 0);
        var trial = application.Services.GetRequiredService<RestoreTrial>();
        await Until.SoAsync(async () => await trial.LastAsync() is not null);
        await File.WriteAllTextAsync(Path.Combine(taker.Folder!.Copies[0].Path, "deling.db"), "tull", Token);
        Assert.NotNull((await trial.RunAsync())!.Fault);
        return (ids[0], ids[1], ids[2], ids[3], [.. kept]);
    }

    private static async Task<string> KeepAsync(FileStore files, FileOwner owner, string text)
    {
        using var content = new MemoryStream(Samples.Pdf(text));
        var outcome = await files.KeepAsync(Guid.NewGuid(), owner, FileKind.Presentation, "visning.pdf", content, Token);
        return Assert.IsType<FileOutcome.Kept>(outcome).File.Hash;
    }
}
