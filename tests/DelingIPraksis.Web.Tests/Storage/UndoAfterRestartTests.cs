using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>What has been done on a screen, as the log in the database tells it to a program that has started since.</summary>
public sealed class UndoAfterRestartTests
{
    [Fact]
    public async Task The_desk_and_the_programme_are_undone_each_by_itself_after_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("deling-").FullName;
        var point = new Point(new(Guid.CreateVersion7()), Section.Asks, "Et punkt", []);
        TestGathering gathering;
        await using (var before = TestApplication.Started(data))
        {
            gathering = await before.Rooms.GivenGatheringAsync();
            await DoAsync(before, new BlockPut(new Block(new(Guid.CreateVersion7()), "En bolk", "", [], false)));
            await DoAsync(before, new PointPut(point));
            await DoAsync(before, new DoorSet(false));
        }

        await using var after = TestApplication.Started(data);
        Assert.Equal(new PointPut(point).ToString(), (await UndoAsync(after, [.. Verbs.UndoneOn<IOfDesk>()]))?.ToString());
        Assert.Null(await UndoAsync(after, [.. Verbs.UndoneOn<IOfDesk>()]));
        Assert.IsType<BlockPut>(await UndoAsync(after, [.. Verbs.UndoneOn<IOfProgramme>()]));
        var now = await after.Rooms.ReadAsync(gathering.Id);
        Assert.Equal((0, 0, false), (now.Points.Count, now.Blocks.Count, now.DoorOpen));
        await after.DisposeAsync();
        Directory.Delete(data, recursive: true);

        async Task DoAsync(TestApplication application, Change change) =>
            Assert.IsType<Reply.Kept>(await application.SubmitAsync(gathering.Id, gathering.Owner, change));

        async Task<Change?> UndoAsync(TestApplication application, string[] verbs)
        {
            await using var scope = application.Services.CreateAsyncScope();
            var history = scope.ServiceProvider.GetRequiredService<UndoLog>();
            if (await history.LastAsync(gathering.Id, verbs, gathering.Owner, static _ => false) is not var (step, _)) return null;
            Assert.IsType<Reply.Kept>(await history.UndoAsync(gathering.Id, gathering.Owner, step.Entries));
            return step.Change;
        }
    }
}
