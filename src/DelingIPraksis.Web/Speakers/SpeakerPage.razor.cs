using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Speakers;

/// <summary>
/// A speaker's own page, by the link from a letter: what the report says of the talk, the presentation, and the approval. Sent as a form,
/// so that it works without scripts, and everything in one: choose a file, approve, send.
/// </summary>
public partial class SpeakerPage : ComponentBase
{
    // Two files of the largest size, so that the page itself can say that a file is too large.
    private const int LargestForm = 120 * 1024 * 1024;

    private readonly List<string> _fileFaults = [];
    private SpeakerView? _view;
    private TalkWords _words = new("", "");
    private TalkWords _read = new("", "");
    private Guid _id = Guid.CreateVersion7();
    private string? _wordFault;
    private string? _removeFault;
    private bool _approves;

    [Inject]
    internal SpeakerDesk Desk { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Parameter]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "lagret")]
    private string? SavedMark { get; set; }

    private bool _saved => SavedMark is not null;

    private string Here => Addresses.Speaker(Token ?? "");

    private bool HasFaults => _fileFaults.Count > 0 || _wordFault is not null || _removeFault is not null;

    private SpeakerLacks Lacks => SpeakerLacks.Of(_view!.Talk);

    protected override async Task OnInitializedAsync()
    {
        _view = await Desk.FindAsync(Token);
        if (_view is null)
        {
            Context.AnswerWith(StatusCodes.Status404NotFound);
            return;
        }

        (_words, _read, _approves) = (TalkWords.Of(_view.Talk), TalkWords.Of(_view.Talk), _view.Talk.ApprovedAt is not null);
    }

    private async Task SendAsync()
    {
        var sent = await Context.Request.ReadFormAsync();
        if (Guid.TryParse(sent["id"], out var id) && id != Guid.Empty) _id = id;
        _words = new(((PlainText)sent["tittel"].ToString()).OnOneLine, sent["sammendrag"].ToString());
        _read = new(sent["lest-tittel"].ToString(), sent["lest-sammendrag"].ToString());
        _approves = sent.ContainsKey("godkjent");
        foreach (var (place, file) in sent.Files.Where(file => file.FileName.Length > 0).Index())
        {
            await using var content = file.OpenReadStream();
            // The form has one id, and each file of it another, so that what is sent twice is kept once.
            var of = DerivedId.Of($"{_id:N} {place} {file.FileName} {file.Length}");
            if (await Desk.AddAsync(_view!, of, file.FileName, content, Context.RequestAborted) is { } fault)
                _fileFaults.Add($"{FileNames.Clean(file.FileName)}: {fault}");
        }

        _wordFault = await WordsAsync();
        if (!HasFaults)
        {
            Navigation.NavigateTo($"{Here}?lagret=1");
            return;
        }

        // What was kept is shown, and the fields keep what was written. Sent again, it is another form.
        _view = await Desk.FindAsync(Token) ?? _view;
        _id = Guid.CreateVersion7();
        if (_wordFault is null) _read = TalkWords.Of(_view!.Talk);
    }

    private async Task<string?> WordsAsync()
    {
        var was = _view!.Talk;
        if (_words == TalkWords.Of(was) && _approves == was.ApprovedAt is not null) return null;
        if (_words.Title.IsEmpty) return T["TitleMissing"];
        if (_words.Title.Length > Limits.Line) return T["TooLong", Limits.Line, _words.Title.Length];
        if (_words.Summary.Length > Limits.Prose) return T["TooLong", Limits.Prose, _words.Summary.Length];
        if (_approves && _words.Summary.IsEmpty) return T["NothingToApprove"];
        if (await Desk.AnswerAsync(_view, _words, _read, _approves, DerivedId.Of($"{_id:N} ord")) is not { } fault) return null;
        if (await Desk.FindAsync(Token) is not { } now || TalkWords.Of(now.Talk) == _read) return fault;
        // Somebody has written meanwhile. Both texts are shown, and sent again the speaker's own stands.
        _read = TalkWords.Of(now.Talk);
        return T["ChangedMeanwhile", now.Talk.Title, now.Talk.Summary];
    }

    private async Task RemoveAsync(TalkFile file)
    {
        _removeFault = await Desk.RemoveAsync(_view!, file.Id);
        if (_removeFault is null) Navigation.NavigateTo($"{Here}?lagret=1");
    }

    private static string Day(SpeakerView view) => view.Date.ToString("d. MMMM yyyy", CultureInfo.CurrentCulture);
}
