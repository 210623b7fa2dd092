using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>One person who floods waits, or comes again with the same id; nobody else notices, and nothing is lost.</summary>
public sealed class ChangeRateLimiterTests
{
    [Fact]
    public async Task What_comes_too_fast_waits_or_comes_again_and_is_kept_once()
    {
        await using var application = new TestApplication(settings: [("Pace:ChangesOfPerson", "10"), ("Pace:BurstOfPerson", "20")]).Start();
        var gathering = await application.Rooms.GivenBoardAsync();
        var (flood, partner) = (gathering.Seats[0].Actor, gathering.Seats[1].Actor);
        var changes = Enumerable.Range(0, 200).Select(number => (Note: ANote($"Lapp {number}"), Id: Guid.CreateVersion7())).ToList();

        var first = await Task.WhenAll(
            changes.Select(change => application.Rooms.SubmitAsync(gathering.Id, flood, change.Note, change.Id))
        );

        // Ten seconds' worth waited; the rest was told to come again.
        Assert.InRange(first.Count(reply => reply is Reply.Kept), 20, 150);
        Assert.All(first.Where(reply => reply is not Reply.Kept), reply => Assert.IsType<Reply.TooFast>(reply));
        Assert.IsType<Reply.Kept>(await application.Rooms.SubmitAsync(gathering.Id, partner, ANote(), Guid.CreateVersion7()));
        foreach (var (note, id) in changes.Take(100))
            Assert.IsType<Reply.Kept>(await UntilTakenAsync(() => application.Rooms.SubmitAsync(gathering.Id, flood, note, id)));
        var board = (await application.Rooms.ReadAsync(gathering.Id)).Workshop.WorkOf(gathering.Seats[0].Party).Notes;
        Assert.Equal(board.Count, board.Select(note => note.Text).Distinct().Count());
        Assert.Superset(changes.Take(100).Select(change => change.Note.Text).ToHashSet(), board.Select(note => note.Text).ToHashSet());
    }

    [Fact]
    public async Task A_long_text_costs_more_than_a_short_one()
    {
        await using var application = new TestApplication(settings: [("Pace:ChangesOfPerson", "10"), ("Pace:BurstOfPerson", "30")]).Start();
        var gathering = await application.Rooms.GivenBoardAsync();
        var text = new string('a', 5_900);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(_ =>
                    application.SubmitAsync(
                        gathering.Id,
                        gathering.Seats[0].Actor,
                        new Change.TextWritten(Domain.GroupWork.TextField.Challenge, text, 0)
                    )
                )
        );
        // Six each: five at once, and as many as ten seconds take.
        Assert.InRange(answers.Count(reply => reply is not Reply.TooFast), 5, 25);
    }

    [Fact]
    public async Task A_long_text_of_one_who_leads_costs_more_too()
    {
        (string, string)[] settings = [("Pace:ChangesOfAccount", "10"), ("Pace:BurstOfAccount", "60")];
        await using var application = new TestApplication(settings: settings).Start();
        var gathering = await application.Rooms.GivenGatheringAsync();
        var answers = await AskSixtyTimesAsync(application, gathering.Id, gathering.Owner);
        // Twenty each, and 160 are there within ten seconds.
        Assert.InRange(answers.Count(reply => reply is Reply.Kept), 1, 10);
    }

    [Fact]
    public async Task A_visitor_of_the_demo_has_the_pace_of_one_who_takes_part()
    {
        await using var application = new TestApplication(demo: true).Start();
        using var browser = new Access.Browser(application.Address);
        var made = await browser.SubmitAsync(await browser.GetAsync("/prov"), "/prov/ny");
        var id = new Domain.Id<Gathering>(Guid.Parse(made.Location!.Split('/')[^1]));
        await browser.GetAsync("/samlinger");
        var visitor = new Actor.Account(Assert.Single((await application.Rooms.ReadAsync(id)).Staff).Key);
        var answers = await AskSixtyTimesAsync(application, id, visitor);
        // 200 at once, and as many in ten seconds.
        Assert.InRange(answers.Count(reply => reply is Reply.Kept), 5, 25);
    }

    private static Task<Reply[]> AskSixtyTimesAsync(TestApplication application, Domain.Id<Gathering> gathering, Actor actor) =>
        Task.WhenAll(Enumerable.Range(0, 60)
            .Select(number => new Change.ReportTextWritten(Domain.Reports.ReportText.About, $"{number} {new string('y', 19_000)}"))
            .Select(change => application.SubmitAsync(gathering, actor, change)));

    private static async Task<Reply> UntilTakenAsync(Func<Task<Reply>> submit)
    {
        Reply reply;
        do reply = await submit();
        while (reply is Reply.TooFast);
        return reply;
    }
}
