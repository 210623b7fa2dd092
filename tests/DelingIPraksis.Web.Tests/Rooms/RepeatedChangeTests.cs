using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>R2: whoever is unsure whether a change came through sends it again, and it stands once.</summary>
public sealed class RepeatedChangeTests
{
    [Fact]
    public async Task Ten_thousand_sends_of_two_thousand_changes_are_two_thousand_entries_and_equal_answers_also_across_a_restart()
    {
        // Eight people ask for what a town does: the bound for one person is another test's.
        (string, string)[] quick = [("Pace:ChangesOfPerson", "100000"), ("Pace:BurstOfPerson", "100000")];
        var data = Directory.CreateTempSubdirectory("deling-r2-").FullName;
        var parties = Enumerable.Range(0, 8).Select(number => $"Kommune {number}").ToList();
        var random = new Random(20261124);
        TestGathering gathering;
        (Actor Actor, Change Change, Guid Id)[] changes;
        var answers = new List<(Guid Id, Reply Reply)>();
        await using (var before = new TestApplication(data, settings: quick).Start())
        {
            gathering = await before.Rooms.GivenBoardAsync(parties);
            changes =
            [
                .. Enumerable
                    .Range(0, 2_000)
                    .Select(number =>
                        (gathering.Seats[number % parties.Count].Actor, (Change)ANote($"Lapp {number}"), Guid.CreateVersion7())
                    ),
            ];
            var sends = changes.SelectMany(change => Enumerable.Repeat(change, 3)).ToArray();
            random.Shuffle(sends);
            answers.AddRange(await SendAsync(before.Rooms, gathering, sends));
        }

        await using var after = new TestApplication(data, settings: quick).Start();
        var again = changes.SelectMany(change => Enumerable.Repeat(change, 2)).ToArray();
        random.Shuffle(again);
        answers.AddRange(await SendAsync(after.Rooms, gathering, again));

        Assert.Equal(10_000, answers.Count);
        Assert.All(
            answers.GroupBy(answer => answer.Id),
            same => Assert.IsType<Reply.Kept>(Assert.Single(same.Select(answer => answer.Reply).Distinct()))
        );
        var log = await after.Services.GetRequiredService<GatheringLog>().ReadAfterAsync(gathering.Id, 0);
        Assert.Equal(2_000, log.Count(entry => entry.Change is Change.NoteAdded));
        await after.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<IEnumerable<(Guid, Reply)>> SendAsync(
        IRooms rooms,
        TestGathering gathering,
        IEnumerable<(Actor Actor, Change Change, Guid Id)> sends
    ) => await Task.WhenAll(sends.Select(async send => (send.Id, await rooms.SubmitAsync(gathering.Id, send.Actor, send.Change, send.Id))));
}
