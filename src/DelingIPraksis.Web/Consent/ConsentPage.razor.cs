using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Consent;

/// <summary>
/// The page with a party's quotes and its answers, by its seat or by the link from a letter. It is rendered by the server and sent as a
/// form, so that it works on any phone, without scripts, long after the gathering.
/// </summary>
public partial class ConsentPage : ComponentBase
{
    // A number that a person can read through on a phone before sending.
    private const int PerPage = 80;

    private AskedParty? _asked;
    private QuoteForm _form = QuoteForm.Empty;
    private ImmutableList<Quote> _shown = [];
    private Dictionary<QuoteRef, string> _errors = [];
    private string? _error;
    private bool _open;

    [Inject]
    internal AskedParties Parties { get; set; } = null!;

    [Inject]
    private IRooms Rooms { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Parameter]
    public Guid? Person { get; set; }

    [Parameter]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "side")]
    private int? Page { get; set; }

    [SupplyParameterFromQuery(Name = "lagret")]
    private string? SavedMark { get; set; }

    private bool _saved => SavedMark is not null;

    private int Pages => ((_asked?.Quotes.Count ?? 0) + PerPage - 1) / PerPage;

    private int Number => Math.Clamp(Page ?? 1, 1, Math.Max(1, Pages));

    private string Path => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];

    protected override async Task OnInitializedAsync()
    {
        _asked = Person is { } person ? await Parties.OfSeatAsync(new Id<Person>(person)) : await Parties.OfLinkAsync(Token);
        if (_asked is null)
        {
            Context.AnswerWith(StatusCodes.Status404NotFound);
            return;
        }

        Show(_asked);
        if (HttpMethods.IsPost(Context.Request.Method)) _form = QuoteForm.Of(await Context.Request.ReadFormAsync());
    }

    private void Show(AskedParty asked)
    {
        _asked = asked;
        _open = asked.View.Consent is { } terms && Time.GetUtcNow() <= terms.Until;
        _shown = [.. asked.Quotes.Skip((Number - 1) * PerPage).Take(PerPage)];
    }

    private async Task AnswerAsync()
    {
        var answers = ImmutableList.CreateBuilder<QuoteAnswer>();
        foreach (var quote in _shown)
        {
            var answer = _form.Read(quote);
            if (!answer.IsOfTheseWords) _errors[quote.Ref] = T["WordsChanged"];
            else if (answer is { Verdict: QuoteVerdict.Softened, Instead.IsEmpty: true }) _errors[quote.Ref] = T["WriteInstead"];
            else if (answer.Instead.Length > Limits.Text) _errors[quote.Ref] = T["TooLong", Limits.Text, answer.Instead.Length];
            else if (answer.Verdict is { } verdict && (verdict != quote.Verdict || answer.Instead != quote.Instead))
                answers.Add(new(quote.Ref, verdict, quote.Words, answer.Instead));
        }

        if (_errors.Count > 0) _error = T[_errors.Count == 1 ? "OneToMend" : "SomeToMend", _errors.Count];
        else if (answers.Count == 0) _error = _shown.All(quote => quote.Verdict == QuoteVerdict.Open) ? T["NothingChosen"].Value : null;
        else await SendAsync(answers.ToImmutable());
        if (_error is null) Navigation.NavigateTo($"{Path}?side={Number}&lagret=1");
    }

    private async Task SendAsync(ImmutableList<QuoteAnswer> answers) =>
        _error = await Rooms.SubmitAsync(_asked!.View.Id, _asked.Actor, _asked.Answer(answers), Guid.CreateVersion7()) switch
        {
            Reply.Kept => null,
            Reply.Refused refused => Refusals.Say(refused.Refusal),
            _ => Refusals.SayNotStored(),
        };

    private static string Day(DateTimeOffset at) => Reporting.Form.NorwegianTime.Deadline(at, Languages.Formats(Languages.Current));

    private static string DayAndMonth(DateTimeOffset at) =>
        Reporting.Form.NorwegianTime.DayAndMonth(at, Languages.Formats(Languages.Current));
}
