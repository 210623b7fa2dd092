using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Promises;

/// <summary>A party says what became of its promises, by its link.</summary>
public sealed partial class PromisesSection : FollowupSectionBase
{
    private const string Id = "lofter";

    private readonly Dictionary<Id<Promise>, string> _errors = [];
    private IReadOnlyList<Promise> _promises = [];
    private PromiseForm _form = PromiseForm.Empty;
    private bool _left;

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    internal INetworks Networks { get; set; } = null!;

    [Inject]
    internal MailOutbox Mail { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private string Day => FollowupDay.Of(Party.View.Facts).ToString("D", Languages.Formats(Languages.Current));

    protected override async Task OnInitializedAsync()
    {
        _promises = Party.View.Work(Party.Party.Id)?.Promises ?? [];
        _left = await HasLeftAsync();
        if (HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType)
            _form = PromiseForm.Of(await Context.Request.ReadFormAsync());
    }

    private async Task AnswerAsync()
    {
        if (_form.Pressed(_promises) is not ({ } promise, var state)) return;
        if (_form.IsOutdated(promise))
        {
            _errors[promise.Id] = promise.Answer is { } theirs
                ? T["AnsweredMeanwhile", T[$"State{theirs.State}"].Value]
                : T["TakenBackMeanwhile"];
            return;
        }

        var change = new Change.PromiseAnswered(promise.Id, state, state is null ? "" : _form.WhyOf(promise), Party.Party.Id);
        switch (await Rooms.SubmitAsync(Party.View.Id, new Actor.Application(), change, Guid.CreateVersion7()))
        {
            case Reply.Kept:
                break;
            case Reply.Refused refused:
                _errors[promise.Id] = Refusals.Say(refused.Refusal);
                return;
            default:
                _errors[promise.Id] = Refusals.SayNotStored();
                return;
        }

        // Who has answered everything needs no reminder.
        if (state is not null && _promises.All(other => other.Id == promise.Id || other.Answer is not null))
            await Mail.TakeBackAsync(Party.View.Id, Reminders.Kind, Party.Party.Id);
        foreach (var other in _promises.Where(other => other.Id != promise.Id && _form.IsHeldBack(other)))
            _errors[other.Id] = T["ChooseToo"];
        if (_errors.Count == 0) Navigation.NavigateTo(Party.SavedAt(Id));
        else await ShowAsync();
    }

    // Words that wait for a choice keep the page as it was typed, with the answer that was just stored.
    private async Task ShowAsync() => _promises =
        GatheringView.ForParty(await Rooms.ReadAsync(Party.View.Id), Party.Party.Id).Work(Party.Party.Id)?.Promises ?? [];

    private string About(Promise promise) => string.Join(" · ", new[]
    {
        promise.Commitment.Owner.OnOneLine.Value,
        promise.Commitment.By is { } by ? T["By", by.ToString("D", Languages.Formats(Languages.Current))].Value : "",
        promise.Witnesses is { IsEmpty: false } witnesses
            ? T["Witness", string.Join(", ", witnesses.Select(witness => Party.View.Party(witness)?.Name.Value))].Value
            : "",
    }.Where(part => part.Length > 0));

    private async Task<bool> HasLeftAsync()
    {
        if (await Networks.OfGatheringAsync(Party.View.Id) is not { } network) return false;
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var own = (await Networks.ReadAsync(network.Id)).Members.Values
            .Where(member => Party.Party.RegisterNumber is { } number
                ? member.RegisterNumber == number
                : member.Name == Party.Party.Name)
            .ToList();
        return own.Count > 0 && !own.Exists(member => member.IsThereOn(today));
    }
}
