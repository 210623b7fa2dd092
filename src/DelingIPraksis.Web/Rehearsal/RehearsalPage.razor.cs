using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>The page that starts a rehearsal. It changes nothing before its button is pressed.</summary>
public sealed partial class RehearsalPage : ComponentBase
{
    private static readonly int[] Speeds = [20, 5, 1];
    private GatheringView? _view;
    private Actor _actor = new Actor.Stranger();
    private string? _fault;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The values of the form. The same form sent twice creates one rehearsal.</summary>
    [SupplyParameterFromForm(FormName = "generalprove")]
    public RehearsalAsked? Asked { get; set; }

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    internal IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal Rehearsals Rehearsals { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Asked ??= new RehearsalAsked();
        _actor = await Visitor.AsAccountAsync();
        var view = GatheringView.For(await Rooms.ReadAsync(new Id<Gathering>(Id)), _actor);
        if (!view.Leads || view.IsRehearsal) Navigation.NotFound();
        else _view = view;
    }

    private async Task MakeAsync()
    {
        if (_view is not { } view) return;
        // A demo gathering has one rehearsal at a time. A second request continues with it.
        var id = await Rehearsals.OfDemoAsync(view) ?? new Id<Gathering>(Asked!.Id);
        var speed = Math.Clamp(Asked!.Speed, 1, 20);
        switch (await Rehearsals.MakeAsync(view, _actor, id, Title(view), speed))
        {
            case Reply.Kept:
                var simulation = Rehearsals.Play(await Rooms.ReadAsync(id), speed);
                if (Asked!.LeadsItself) await Rehearsals.LeadItselfAsync(simulation, _actor);
                Navigation.NavigateTo(Addresses.Console(id));
                break;
            case Reply.Refused { Refusal.Reason: RefusalReason.TooMany }:
                _fault = T["Full"];
                break;
            case Reply.Refused refused:
                _fault = Refusals.Say(refused.Refusal);
                break;
            default:
                _fault = Refusals.SayNotStored();
                break;
        }
    }

    private PlainText Title(GatheringView view) => TextTruncation.Truncate(T["RehearsalOf", view.Facts.Title.Value], Limits.Line);

    private static int Lasts(GatheringView view, int speed) =>
        view.Plan.Sum(phase => Math.Max(1, (int)Math.Ceiling(phase.Minutes / (double)speed)));
}

/// <summary>The form of the rehearsal.</summary>
public sealed class RehearsalAsked
{
    /// <summary>The identity of the rehearsal, made when the form is drawn.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>How many times faster than people, 1 to 20.</summary>
    public int Speed { get; set; } = 5;

    /// <summary>Whether it leads itself from the start.</summary>
    public bool LeadsItself { get; set; }
}
