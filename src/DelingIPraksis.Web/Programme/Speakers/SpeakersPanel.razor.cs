using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme.Speakers;

/// <summary>The talks with their speakers' links, what each still lacks, and a reminder that is ready to be sent.</summary>
public sealed partial class SpeakersPanel : ComponentBase
{
    private Dictionary<Id<Talk>, Uri> _links = [];
    private HashSet<Id<Talk>> _linked = [];
    private string? _fault;
    private bool _read;

    [Parameter, EditorRequired]
    public GatheringSession Session { get; set; } = null!;

    /// <summary>The session's view. It is passed down at each change, so that the panel is rendered again.</summary>
    [Parameter, EditorRequired]
    public GatheringView View { get; set; } = null!;

    [Inject]
    internal SpeakerLinks Tokens { get; set; } = null!;

    [Inject]
    private PublicLinks PublicLinks { get; set; } = null!;

    [Inject]
    internal Announcer Announcer { get; set; } = null!;

    private List<Talk> Talks => [.. View.Blocks.SelectMany(block => block.Talks)];

    private List<Talk> Lacking => [.. Talks.Where(talk => SpeakerLacks.Of(talk).Any)];

    private string Reminder(string? to, Language language) => string.Join(
        "\n\n– – –\n\n",
        Lacking.Where(talk => (to is null || talk.Id.ToString() == to) && _links.ContainsKey(talk.Id))
            .Select(talk => SpeakerReminder.Write(View.Facts, talk, _links[talk.Id], language)));

    protected override async Task OnParametersSetAsync()
    {
        // A prerendered page makes no links; only an open page does.
        if (RendererInfo.IsInteractive && Talks.Exists(talk => !_linked.Contains(talk.Id))) await FetchAsync();
    }

    private async Task FetchAsync() => _fault = await Session.StoreAsync(async () =>
    {
        List<Id<Talk>> talks = [.. Talks.Select(talk => talk.Id)];
        var tokens = await Tokens.OfTalksAsync(View.Id, talks);
        _links = tokens.ToDictionary(token => token.Key, token => PublicLinks.To(Addresses.Speaker(token.Value)));
        (_read, _linked) = (true, [.. talks]);
    });

    private async Task RenewAsync(Talk talk)
    {
        _fault = await Session.StoreAsync(async () =>
            _links[talk.Id] = PublicLinks.To(Addresses.Speaker(await Tokens.RenewAsync(View.Id, talk.Id))));
        if (_fault is null) Announcer.Say(T["Renewed", talk.Title]);
    }

    private string Status(Talk talk)
    {
        var lacks = SpeakerLacks.Of(talk);
        string[] missing =
        [
            .. lacks.Presentation ? [T["LackPresentation"].Value] : Array.Empty<string>(),
            .. lacks.Summary ? [T["LackSummary"].Value] : Array.Empty<string>(),
            .. lacks.Approval ? [T["LackApproval"].Value] : Array.Empty<string>(),
        ];
        var status = missing.Length == 0 ? T["AllThere"].Value : T["Lacks", string.Join(", ", missing)].Value;
        return talk.Files.IsEmpty ? status : $"{T["Files", talk.Files.Count]} · {status}";
    }
}
