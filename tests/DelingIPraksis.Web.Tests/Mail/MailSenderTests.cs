using System.Net;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmtpServer.Protocol;

namespace DelingIPraksis.Web.Tests.Mail;

/// <summary>Letters leave by a real mail server, once each, whatever the server does.</summary>
public sealed class MailSenderTests : IDisposable
{
    private const string Kind = "lofter";
    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task What_is_put_out_is_sent_once_and_its_words_are_kept_no_longer()
    {
        using var server = MailServer.Started();
        await using var app = Started(server.Settings);
        var gathering = await app.Rooms.GivenGatheringAsync();
        await QueueAsync(app, gathering, "stad@kommune.example");
        await UntilAsync(app, gathering, MailState.Sent);
        await QueueAsync(app, gathering, "stad@kommune.example");
        await QueueAsync(app, gathering, "arendal@kommune.example", party: 1);
        await UntilAsync(app, gathering, MailState.Sent, party: 1);
        Assert.Equal(["stad@kommune.example", "arendal@kommune.example"], server.Taken.Select(taken => taken.To));
        Assert.All(await RowsAsync(app), row => Assert.Null(row.Sealed));
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_and_the_rest_is_sent()
    {
        using var server = MailServer.Started();
        server.Answers = to => to.StartsWith("feil", StringComparison.Ordinal) ? SmtpResponse.MailboxUnavailable : SmtpResponse.Ok;
        await using var app = Started(server.Settings);
        var gathering = await app.Rooms.GivenGatheringAsync();
        await QueueAsync(app, gathering, "feil@kommune.example");
        await QueueAsync(app, gathering, "rett@kommune.example", party: 1);
        Assert.Equal(MailFault.Refused, (await UntilAsync(app, gathering, MailState.Failed)).Fault);
        await UntilAsync(app, gathering, MailState.Sent, party: 1);
        Assert.Equal(["rett@kommune.example"], server.Taken.Select(taken => taken.To));
    }

    [Fact]
    public async Task A_server_that_is_silent_or_away_blocks_nobody_and_the_letter_waits()
    {
        using var silent = MailServer.Silent();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var app = Started(
            ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{port}"), ("Smtp:From", "a@b.example"), ("Smtp:Security", "None"),
            ("Smtp:TimeoutSeconds", "1"));
        var gathering = await app.Rooms.GivenGatheringAsync();
        await QueueAsync(app, gathering, "stad@kommune.example");
        Assert.Equal(MailFault.Silent, (await UntilAsync(app, gathering, MailState.Waiting, fault: true)).Fault);
    }

    [Fact]
    public async Task What_a_stop_interrupted_is_unsure_and_is_not_sent_again_by_itself()
    {
        using var server = MailServer.Started();
        TestGathering gathering;
        await using (var first = Started())
        {
            gathering = await first.Rooms.GivenGatheringAsync();
            await QueueAsync(first, gathering, "stad@kommune.example");
            await QueueAsync(first, gathering, "arendal@kommune.example", party: 1);
            var party = gathering.Seats[0].Party;
            await first.Services.GetRequiredService<Database>().WriteAsync(context => context.Set<MailRow>()
                .Where(mail => mail.Party == party)
                .ExecuteUpdateAsync(mail => mail.SetProperty(row => row.State, MailState.Sending)));
        }

        await using var app = Started(server.Settings);
        await UntilAsync(app, gathering, MailState.Sent, party: 1);
        await UntilAsync(app, gathering, MailState.Unsure);
        Assert.Equal(["arendal@kommune.example"], server.Taken.Select(taken => taken.To));
    }

    [Fact]
    public async Task Addresses_and_letters_go_with_the_names()
    {
        await using var app = Started();
        var gathering = await app.Rooms.GivenGatheringAsync();
        await QueueAsync(app, gathering, "hemmelig@kommune.example");
        var erasure = app.Services.GetRequiredService<GatheringErasure>();
        Assert.True(await erasure.HasNamesAsync(gathering.Id));
        await erasure.EraseNamesAsync(gathering.Id);
        Assert.Empty(await RowsAsync(app));
    }

    [Theory]
    [InlineData("Smtp:Host=mail.example;Smtp:From=ikke en adresse", "Smtp:From")]
    [InlineData("Smtp:From=a@b.example", "Smtp:Host")]
    [InlineData("Smtp:Host=mail.example;Smtp:From=a@b.example;Smtp:User=x", "Smtp:Password")]
    [InlineData("Smtp:Host=mail.example;Smtp:From=a@b.example;Smtp:User=x;Smtp:Password=y;Smtp:Security=None", "Smtp:Security")]
    public void Wrong_settings_are_told_at_the_start(string settings, string named)
    {
        var set = settings.Split(';').Select(setting => setting.Split('=')).ToDictionary(setting => setting[0][5..], setting => setting[1]);
        var options = new SmtpOptions
        {
            Host = set.GetValueOrDefault("Host", ""),
            From = set.GetValueOrDefault("From", ""),
            User = set.GetValueOrDefault("User", ""),
            Password = set.GetValueOrDefault("Password", ""),
            Security = Enum.Parse<SmtpSecurity>(set.GetValueOrDefault("Security", "StartTls")),
        };
        Assert.Contains(named, new SmtpOptionsValidator().Validate(null, options).FailureMessage, StringComparison.Ordinal);
    }

    private TestApplication Started(params (string Key, string Value)[] settings) =>
        new TestApplication(_data, null, false, settings).Start();

    private static Task QueueAsync(TestApplication app, TestGathering gathering, string email, int party = 0) =>
        app.Services.GetRequiredService<MailOutbox>().QueueAsync(
            gathering.Id,
            Kind,
            [new Letter(gathering.Seats[party].Party, email, "Hva ble det av løftene?", "Hei, og et løfte med æøå")],
            app.Services.GetRequiredService<TimeProvider>().GetUtcNow()
        );

    private static async Task<MailStatus> UntilAsync(
        TestApplication app, TestGathering gathering, MailState state, int party = 0, bool fault = false)
    {
        while (true)
        {
            var all = await app.Services.GetRequiredService<MailOutbox>().StatusAsync(gathering.Id, Kind);
            if (all[gathering.Seats[party].Party] is var mail && mail.State == state && (!fault || mail.Fault is not null)) return mail;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static Task<List<MailRow>> RowsAsync(TestApplication app) =>
        app.Services.GetRequiredService<Database>().ReadAsync(context => context.Set<MailRow>().ToListAsync());
}
