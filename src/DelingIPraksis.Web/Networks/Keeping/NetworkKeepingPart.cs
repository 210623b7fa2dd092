using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>
/// A page where a network is kept, by static forms. A change that is kept fetches the page again, so that a reload does nothing twice; what
/// is refused is said at its form, with what was typed. What was done last can be undone, also after a reload.
/// </summary>
public abstract class NetworkKeepingPart : NetworkPart
{
    private NetworkStep? _last;

    [Inject]
    internal INetworks Changes { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<NetworkKeepingTexts> T { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    /// <summary>Made when the form was rendered, so that a form that is sent twice is one change.</summary>
    [SupplyParameterFromForm(Name = "id")]
    public string? IdField { get; set; }

    /// <summary>The id of the change that a form asks for.</summary>
    internal Guid FormId { get; private set; }

    /// <summary>The address of this page.</summary>
    internal abstract string Here { get; }

    /// <summary>What can be undone, in words; null when there is nothing.</summary>
    internal string? LastWords => _last is null ? null : NetworkKeepingWords.Of(T, _last);

    /// <summary>What is wrong, by the form.</summary>
    protected Dictionary<string, string> Faults { get; } = [];

    /// <summary>What is wrong with a form, or null.</summary>
    internal string? FaultOf(string form) => Faults.GetValueOrDefault(form);

    protected override async Task PrepareAsync(NetworkView view)
    {
        FormId = Guid.TryParse(IdField, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();
        if (view.Helps && Actor is Actor.Account account) _last = await Changes.LastAsync(view.Id, account.User);
    }

    /// <summary>Asks for a change, and fetches the page again when it is kept.</summary>
    /// <param name="change">What is asked.</param>
    /// <param name="form">Where a refusal is said.</param>
    /// <param name="to">Where to go when it is kept; this page when null.</param>
    protected async Task AskAsync(NetworkChange change, string form, string? to = null)
    {
        if (View is not { } view) return;
        await DoAsync(() => Changes.SubmitAsync(view.Id, Actor, change, FormId), form, to);
    }

    /// <summary>Undoes what was done last.</summary>
    protected async Task UndoAsync()
    {
        if (View is not { } view || _last is not { } last) return;
        await DoAsync(
            async () => await Changes.UndoAsync(view.Id, Actor, last.Entry)
                ?? new Reply.Refused(new Refusal(RefusalReason.NothingToChange)),
            "angre",
            null);
    }

    /// <summary>A refusal in words.</summary>
    protected virtual string Say(Refusal refusal) => Refusals.Say(refusal);

    private async Task DoAsync(Func<Task<Reply>> act, string form, string? to)
    {
        try
        {
            switch (await act())
            {
                case Reply.Refused refused:
                    Faults[form] = Say(refused.Refusal);
                    return;
                case Reply.NotStored:
                    Faults[form] = Refusals.SayNotStored();
                    return;
            }
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            Faults[form] = Refusals.SayNotStored();
            return;
        }

        Navigation.NavigateTo(to ?? Here);
    }
}
