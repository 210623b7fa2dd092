using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Promises;

/// <summary>
/// The promises of a gathering for those who organise it: the figures, the follow-up day, the reminders to copy or send, and what was
/// promised. A plain form: what is typed is stored before anything else is done.
/// </summary>
public sealed partial class PromisesPage : ComponentBase
{
    private readonly Dictionary<Id<Party>, string> _errors = [];
    private readonly Dictionary<Id<Party>, (string Email, Language Language)> _typed = [];
    private IReadOnlyDictionary<Id<Party>, (string Email, Language Language)> _addresses = new Dictionary<Id<Party>, (string, Language)>();
    private IReadOnlyDictionary<Id<Party>, MailStatus> _mail = new Dictionary<Id<Party>, MailStatus>();
    private IReadOnlyDictionary<Id<Party>, string> _tokens = new Dictionary<Id<Party>, string>();
    private IReadOnlyList<Party> _asked = [];
    private GatheringView? _view;
    private PromiseTally _tally;
    private DateOnly _day;
    private DateOnly _today;
    private string? _error;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "gjort")]
    private string? Saved { get; set; }

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    internal IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal IPartyLinks Tokens { get; set; } = null!;

    [Inject]
    internal PublicLinks Links { get; set; } = null!;

    [Inject]
    internal PartyAddresses Kept { get; set; } = null!;

    [Inject]
    internal MailOutbox Outbox { get; set; } = null!;

    [Inject]
    internal Reminders Reminders { get; set; } = null!;

    [Inject]
    internal IOptions<SmtpOptions> Server { get; set; } = null!;

    [Inject]
    internal TimeProvider Time { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    // The address is anybody's to write, so only what we write there ourselves is said.
    private string? _did => Saved is "Link" or "Stop" or "Day" or "Now" or "Save" ? $"Did{Saved}" : null;

    protected override async Task OnInitializedAsync()
    {
        var gathering = await Rooms.ReadAsync(new Id<Gathering>(Id));
        var view = GatheringView.For(gathering, await Visitor.AsAccountAsync());
        if (!view.FollowsAll)
        {
            Navigation.NotFound();
            return;
        }

        _tally = PromiseTally.Of(gathering);
        (_day, _today) = (FollowupDay.Of(view.Facts), NorwegianTime.DayOf(Time.GetUtcNow()));
        _asked = [.. view.Parties.Where(party => view.Work(party.Id)?.Promises.Count > 0)];
        if (view.Owns) await ReadLettersAsync(view.Id);
        // The page is rendered while it waits, and it cannot show letters that are not read yet.
        _view = view;
    }

    private async Task ReadLettersAsync(Id<Gathering> gathering)
    {
        _addresses = await Kept.OfAsync(gathering);
        _mail = await Outbox.StatusAsync(gathering, Reminders.Kind);
        _tokens = await Tokens.OfPartiesAsync(gathering, [.. _asked.Select(party => party.Id)]);
    }

    private async Task ActAsync()
    {
        if (_view is not { Owns: true } view) return;
        var form = await Context.Request.ReadFormAsync();
        var asked = form["gjor"].ToString();
        foreach (var party in _asked)
        {
            var email = form[$"epost-{party.Id}"].ToString().Trim();
            var chosen = Enum.TryParse<Language>(form[$"sprak-{party.Id}"], out var one) && Enum.IsDefined(one);
            var language = chosen ? one : view.Facts.Language;
            _typed[party.Id] = (email, language);
            if (email.Length > 0 && !MailOutbox.IsAddress(email)) _errors[party.Id] = T["NoAddress", email];
        }

        // What is right is stored, whatever else is wrong.
        await Kept.SaveAsync(view.Id, _typed.Where(typed => !_errors.ContainsKey(typed.Key)).ToDictionary());
        if (_errors.Count > 0) return;
        switch (asked.Split('/'))
        {
            case ["lenke", var id] when _asked.FirstOrDefault(party => party.Id.ToString() == id) is { } party:
                await Tokens.RevokeAsync(view.Id, party.Id);
                // A reminder that waits has the old link.
                await Outbox.TakeBackAsync(view.Id, Reminders.Kind, party.Id);
                Done("Link");
                break;
            case ["stopp"]:
                await Outbox.TakeBackAsync(view.Id, Reminders.Kind);
                Done("Stop");
                break;
            case ["na"] or ["dagen"] when Server.Value.IsSet:
                await SendAsync(view, onTheDay: asked == "dagen");
                break;
            default:
                Done("Save");
                break;
        }
    }

    private async Task SendAsync(GatheringView view, bool onTheDay)
    {
        var letters = _asked
            .Where(party => view.Work(party.Id)!.Promises.Any(promise => promise.Answer is null) && EmailOf(party).Length > 0)
            .Select(LetterTo)
            .ToList();
        if (letters.Count == 0)
        {
            _error = T["NobodyToSendTo"];
            return;
        }

        await Reminders.SendAsync(view, letters, Time.GetUtcNow(), onTheDay);
        Done(onTheDay ? "Day" : "Now");
    }

    private void Done(string what) => Navigation.NavigateTo($"{Addresses.Promises(_view!.Id)}?gjort={what}#brev");

    private Letter LetterTo(Party party) =>
        Reminders.LetterTo(_view!, party, _tokens[party.Id], EmailOf(party), LanguageOf(party));

    private string EmailOf(Party party) =>
        _typed.TryGetValue(party.Id, out var typed) ? typed.Email
        : _addresses.TryGetValue(party.Id, out var kept) ? kept.Email
        : "";

    private Language LanguageOf(Party party) =>
        _typed.TryGetValue(party.Id, out var typed) ? typed.Language
        : _addresses.TryGetValue(party.Id, out var kept) ? kept.Language
        : _view!.Facts.Language;

    private string StatusOf(Party party)
    {
        var promises = _view!.Work(party.Id)!.Promises;
        var answered = T["Answered", promises.Count(promise => promise.Answer is not null), promises.Count].Value;
        if (!_mail.TryGetValue(party.Id, out var mail)) return answered;
        var why = mail.Fault is { } fault ? $" {T[$"Fault{fault}"]}{(mail.Answer is { } said ? $" «{said}»" : "")}" : "";
        return $"{answered} · {T[$"Mail{mail.State}", Day(NorwegianTime.DayOf(mail.At))]}{why}";
    }

    private string About(Promise promise) => string.Join(" · ", new[]
    {
        promise.Commitment.Owner.OnOneLine.Value,
        promise.Commitment.By is { } by ? T["By", Day(by)].Value : "",
        promise.Witnesses is { IsEmpty: false } witnesses
            ? T["Witness", string.Join(", ", witnesses.Select(witness => _view!.Party(witness)?.Name.Value))].Value
            : "",
        T[promise.Answer is { } answer ? $"State{answer.State}" : "StateNone"].Value,
    }.Where(part => part.Length > 0));

    private static string Day(DateOnly day) => day.ToString("D", Languages.Formats(Languages.Current));
}
