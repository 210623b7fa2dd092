using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Plan;

/// <summary>A phase of the plan. What is changed is always this phase, wherever it stands in the newest plan.</summary>
public sealed partial class PhaseRow : ProgrammePart
{
    private bool _open;
    private bool _removing;

    /// <summary>Its place now, from 0.</summary>
    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>The phase as it is drawn.</summary>
    [Parameter, EditorRequired]
    public Phase Phase { get; set; } = null!;

    private string Name => Phases[Phase.Kind.ToString()];

    private PhaseKey Key => PhaseKey.Of(View.Plan, Place);

    private string Field(string name) => $"steg-{Key}-{name}";

    private async Task<string?> MinutesAsync(string text) => Written.Number(text) is { } minutes
        ? await PutAsync("min", minutes, phase => phase.Minutes, (phase, value) => phase with { Minutes = value })
        : T["MinutesUnclear"].Value;

    private Task<string?> PresenterAsync(string text) =>
        PutAsync<PlainText>("gir", text, phase => phase.ForPresenter, (phase, value) => phase with { ForPresenter = value });

    private Task<string?> CommenterAsync(string text) =>
        PutAsync<PlainText>("tar", text, phase => phase.ForCommenter, (phase, value) => phase with { ForCommenter = value });

    /// <summary>Sets one part of this phase, unless somebody else has changed the same part since it was drawn.</summary>
    private async Task<string?> PutAsync<TPart>(string field, TPart value, Func<Phase, TPart> read, Func<Phase, TPart, Phase> write)
        where TPart : struct, IEquatable<TPart>
    {
        var (key, before) = (Key, read(Phase));
        var fault = await Session.PlanAsync(theme => theme, plan =>
                key.In(plan) is >= 0 and var place && (read(plan[place]).Equals(before) || read(plan[place]).Equals(value))
                    ? With(plan, place, value)
                    : null
        );
        if (fault is null) Session.Remember(Field(field), Name, () => Session.PlanAsync(theme => theme, Back));
        return fault;

        ImmutableList<Phase> Back(ImmutableList<Phase> plan) => key.In(plan) is >= 0 and var place ? With(plan, place, before) : plan;

        ImmutableList<Phase> With(ImmutableList<Phase> plan, int place, TPart part) => plan.SetItem(place, write(plan[place], part));
    }

    private Task MoveAsync(int step)
    {
        if (Place + step < 0 || Place + step >= View.Plan.Count || !Session.Owns) return Task.CompletedTask;
        var (key, from, to) = (Key, 0, 0);
        return ReplanAsync(Moved, plan => plan.RemoveAt(to).Insert(from, plan[to]));

        // Pressed twice before the answer has come, it is moved twice.
        ImmutableList<Phase>? Moved(ImmutableList<Phase> plan)
        {
            from = key.In(plan);
            if (from < 0) return null;
            to = Math.Clamp(from + step, 0, plan.Count - 1);
            return plan.RemoveAt(from).Insert(to, plan[from]);
        }
    }

    private async Task RemoveAsync()
    {
        // A second press before the answer would take out the next phase of the same kind.
        if (_removing) return;
        _removing = true;
        var (key, drawn, like, from) = (Key, Phase, Likes(View.Plan), 0);
        await ReplanAsync(Without, plan => plan.Insert(from, drawn));
        _removing = false;

        ImmutableList<Phase>? Without(ImmutableList<Phase> plan)
        {
            from = key.In(plan);
            return from >= 0 && Likes(plan) == like && plan[from] == drawn ? plan.RemoveAt(from) : null;
        }

        int Likes(IEnumerable<Phase> plan) => plan.Count(phase => phase.Kind == Phase.Kind);
    }

    private async Task ReplanAsync(
        Func<ImmutableList<Phase>, ImmutableList<Phase>?> change,
        Func<ImmutableList<Phase>, ImmutableList<Phase>> back
    )
    {
        var (name, after) = (Name, ImmutableList<Phase>.Empty);
        if (!await TryAsync(Session.PlanAsync(theme => theme, plan => change(plan) is { } changed ? after = changed : null))) return;
        // What others have changed since stays: the way back is taken in the plan as it is then, and only while its order is the one left
        // here.
        Session.Remember(Guid.NewGuid().ToString(), name, () => Session.PlanAsync(theme => theme, Undone));

        ImmutableList<Phase>? Undone(ImmutableList<Phase> plan) => PhaseKey.SameOrder(plan, after) ? back(plan) : null;
    }

    private Task KeyAsync(KeyboardEventArgs key) =>
        key is { AltKey: true, Key: "ArrowUp" or "ArrowDown" } ? MoveAsync(key.Key == "ArrowUp" ? -1 : 1) : Task.CompletedTask;
}
