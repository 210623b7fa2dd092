using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Plan;

/// <summary>A phase of the plan. Changes always go to this phase, wherever it is in the newest plan.</summary>
public sealed partial class PhaseRow : GatheringPart<ProgrammeSession>
{
    private bool _open;
    private bool _removing;

    /// <summary>Its place now, from 0.</summary>
    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>The phase as it is rendered.</summary>
    [Parameter, EditorRequired]
    public Phase Phase { get; set; } = null!;

    private string Name => Phases.NameAt(View, Place);

    // The first row begins the first round, whatever it says.
    private bool IsRoundStart => Phase.NewRound && Place > 0;

    private PhaseKey Key => PhaseKey.Of(View.Plan, Place);

    private string Field(string name) => $"steg-{Key}-{name}";

    private async Task<string?> MinutesAsync(string text) => InputFormat.Number(text) is { } minutes
        ? await PutAsync(minutes, phase => phase.Minutes, (phase, value) => phase with { Minutes = value })
        : T["MinutesUnclear"].Value;

    private Task<string?> PresenterAsync(string text) =>
        PutAsync<PlainText>(text, phase => phase.ForPresenter, (phase, value) => phase with { ForPresenter = value });

    private Task<string?> CommenterAsync(string text) =>
        PutAsync<PlainText>(text, phase => phase.ForCommenter, (phase, value) => phase with { ForCommenter = value });

    private bool HasInstruction => Phase is not { ForPresenter.IsEmpty: true, ForCommenter.IsEmpty: true };

    /// <summary>Sets one part of this phase, unless somebody else has changed the same part since it was rendered.</summary>
    private Task<string?> PutAsync<TPart>(TPart value, Func<Phase, TPart> read, Func<Phase, TPart, Phase> write)
        where TPart : struct, IEquatable<TPart>
    {
        var (key, before) = (Key, read(Phase));
        return Session.PlanAsync(theme => theme, plan =>
                key.In(plan) is >= 0 and var place && (read(plan[place]).Equals(before) || read(plan[place]).Equals(value))
                    ? plan.SetItem(place, write(plan[place], value))
                    : null
        );
    }

    /// <summary>The phases of this round stay, and belong to the round before it.</summary>
    private Task<bool> JoinRoundsAsync()
    {
        var (key, before) = (Key, Phase);
        return ReplanAsync(plan =>
            key.In(plan) is >= 0 and var place && plan[place] == before ? plan.SetItem(place, before with { NewRound = false }) : null);
    }

    private Task MoveAsync(int step)
    {
        if (Place + step < 0 || Place + step >= View.Plan.Count || !Session.Owns) return Task.CompletedTask;
        var key = Key;
        return ReplanAsync(plan =>
        {
            // Two presses before the reply move it twice.
            var from = key.In(plan);
            return from < 0 ? null : PlanRounds.Moved(plan, from, Math.Clamp(from + step, 0, plan.Count - 1));
        });
    }

    private async Task RemoveAsync()
    {
        // A second press before the reply would remove the next phase of the same kind.
        if (_removing) return;
        _removing = true;
        var (key, drawn, like) = (Key, Phase, Likes(View.Plan));
        await ReplanAsync(plan =>
            key.In(plan) is >= 0 and var from && Likes(plan) == like && plan[from] == drawn ? PlanRounds.Without(plan, from) : null);
        _removing = false;

        int Likes(IEnumerable<Phase> plan) => plan.Count(phase => phase.Kind == Phase.Kind);
    }

    private Task<bool> ReplanAsync(Func<ImmutableList<Phase>, ImmutableList<Phase>?> change) =>
        TryAsync(Session.PlanAsync(theme => theme, change));

    private Task KeyAsync(KeyboardEventArgs key) =>
        key is { AltKey: true, Key: "ArrowUp" or "ArrowDown" } ? MoveAsync(key.Key == "ArrowUp" ? -1 : 1) : Task.CompletedTask;
}
