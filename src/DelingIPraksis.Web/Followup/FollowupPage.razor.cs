using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Followup;

/// <summary>
/// A party's own page after the gathering, by the link in its letter. It is rendered by the server and sent as forms, so that it works on
/// any phone, without scripts, months later.
/// </summary>
public partial class FollowupPage : ComponentBase
{
    private FollowupParty? _party;
    private IReadOnlyList<FollowupSection> _sections = [];
    private Dictionary<string, object> _parameters = [];

    [Inject]
    internal FollowupParties Parties { get; set; } = null!;

    [Inject]
    internal IEnumerable<FollowupSection> Sections { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Parameter]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "lagret")]
    private string? Saved { get; set; }

    private string Day => _party!.View.Facts.Date.ToString("D", Languages.Formats(Languages.Current));

    protected override async Task OnInitializedAsync()
    {
        _party = await Parties.FindAsync(Token);
        if (_party is null)
        {
            Context.AnswerWith(StatusCodes.Status404NotFound);
            return;
        }

        _sections = [.. Sections.OrderBy(section => section.Order)];
        _parameters = new()
        {
            [nameof(FollowupSectionBase.Party)] = _party,
            [nameof(FollowupSectionBase.Saved)] = Saved ?? "",
        };
    }
}
