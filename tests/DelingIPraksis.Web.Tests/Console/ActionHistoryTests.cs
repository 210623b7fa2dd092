using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Console.History;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

/// <summary>What has been done, as the log in the database tells it.</summary>
public sealed class ActionHistoryTests : IAsyncLifetime
{
    private readonly TestApplication _application = TestApplication.Started();
    private TestGathering _gathering = null!;

    public async ValueTask InitializeAsync() => _gathering = await _application.Rooms.GivenGatheringAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task An_action_is_listed_although_its_id_looks_like_that_of_an_undo()
    {
        await DoAsync(new DoorSet(false), DerivedId.Of("a change with an id of version 8"));
        Assert.Equal([new DoorSet(false)], (await NewestAsync(1)).Select(doing => doing.Change));
    }

    [Fact]
    public async Task What_has_undone_an_action_is_not_listed_also_when_the_action_is_far_before_it()
    {
        for (var number = 0; number < 6; number++) await DoAsync(new DoorSet(number % 2 == 1), Guid.CreateVersion7());
        var doings = await NewestAsync(6);
        foreach (var doing in doings) Assert.IsType<Reply.Kept>(await UndoAsync(doing.Sequence));
        // The two newest entries are undos of the two oldest actions, which are not among what is read for this.
        Assert.Empty(await NewestAsync(1));
        Assert.Equal(doings.Select(doing => doing with { Undone = true }), await NewestAsync(6));
    }

    private async Task DoAsync(Change change, Guid id) =>
        Assert.IsType<Reply.Kept>(await _application.Rooms.SubmitAsync(_gathering.Id, _gathering.Owner, change, id));

    private async Task<IReadOnlyList<LeaderAction>> NewestAsync(int most)
    {
        var view = await ViewAsync();
        await using var scope = _application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IActionHistory>().NewestAsync(view, most);
    }

    private async Task<Reply?> UndoAsync(long sequence)
    {
        var view = await ViewAsync();
        await using var scope = _application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IActionHistory>().UndoAsync(view, _gathering.Owner, sequence);
    }

    private async Task<GatheringView> ViewAsync() => GatheringView.For(await _application.Rooms.ReadAsync(_gathering.Id), _gathering.Owner);
}
