using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>
/// The original of an earlier report beside what was understood of it. Each correction is kept at once in the draft; the gathering is made
/// when it is asked for, and not before.
/// </summary>
public sealed partial class EarlierPage : ComponentBase, IDisposable
{
    // A row has few elements, but a long report has thousands of rows.
    private const int Step = 150;

    private readonly int?[] _newPair = [null, null, null];

    private EarlierSession? _session;
    private List<string> _networks = [];
    private ImmutableList<ReportFault> _faults = [];
    private Filter _filter;
    private string _newParty = "";
    private string? _answer;
    private bool _making;
    private int _shown = Step;

    private enum Filter
    {
        All,
        Unsure,
        LeftOut,
    }

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal EarlierDrafts Drafts { get; set; } = null!;

    [Inject]
    internal EarlierImporter Importer { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<FileTexts> Files { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private EarlierReport Report => _session!.Report;

    private ReportOutline Outline => ReportOutline.Of(Report);

    private int Unsure => Count(Filter.Unsure);

    private int LeftOut => Count(Filter.LeftOut);

    private List<int> Unpaired =>
        [.. Enumerable.Range(0, Report.Parties.Count).Where(place => !Report.Pairs.Exists(pair => pair.Contains(place)))];

    private string State => _answer ?? (_session!.IsKept ? T["Kept"] : T["NotKept"]);

    protected override async Task OnInitializedAsync()
    {
        if (
            await Visitor.AsAccountAsync() is not Actor.Account by
            || !await Visitor.MayAsync(ServiceRight.MakeGathering)
            || await Drafts.FindAsync(Id, by.User) is not var (name, report)
        )
        {
            Navigation.NotFound();
            return;
        }

        _networks = await Drafts.NetworksAsync(by.User);
        _session = new EarlierSession(Drafts, Id, by.User, name, report);
    }

    public void Dispose() => _session?.Dispose();

    private async Task CorrectAsync(Func<EarlierReport, EarlierReport> correct)
    {
        _answer = null;
        await _session!.CorrectAsync(correct);
        // What was wrong at the last attempt is looked at again, so that a fault goes when it is corrected.
        if (_faults.Count > 0) _faults = ReportArchive.FaultsOf(Report);
    }

    private Task UndoAsync()
    {
        _answer = null;
        return _session!.UndoAsync();
    }

    private Task SetAsync(ReportFact fact, ChangeEventArgs change)
    {
        var text = change.Value?.ToString() ?? "";
        if (fact == ReportFact.Date && ReportDates.Read(text) is { } date) text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return CorrectAsync(report => report.With(fact, text));
    }

    private Task LanguageAsync(Language language) => CorrectAsync(report => report with { Language = language });

    private async Task AddPartyAsync()
    {
        PlainText name = _newParty;
        if (name.IsEmpty || name.Length > Limits.Name) return;
        var register = RegisterNames.On(ReportDates.Read(Report.FactOf(ReportFact.Date).Text.Value));
        var party = register(name.Value) ?? new FoundParty(name.OnOneLine, null, PartyKind.Other, null);
        await CorrectAsync(report => report.WithParty(party));
        _newParty = "";
    }

    private async Task AddPairAsync()
    {
        await CorrectAsync(report => report.WithPair([.. _newPair.OfType<int>()]));
        Array.Clear(_newPair);
    }

    private async Task MakeAsync()
    {
        if (_making) return;
        _faults = ReportArchive.FaultsOf(Report);
        if (_faults.Count > 0)
        {
            _answer = T["Faults", _faults.Count];
            _filter = Filter.All;
            _shown = Math.Max(_shown, Report.Pieces.FindLastIndex(piece => FaultOf(piece.Number) is not null) + 1);
            return;
        }

        _making = true;
        try
        {
            var made = await Importer.MakeAsync(Id, _session!.Owner, Report);
            if (made.Refusal is { } refusal) _answer = Refusals[refusal.Reason.ToString(), refusal.Limit ?? 0];
            else if (made.FileRefusal is { } why)
                _answer = made.Gathering is null ? T["NotSaved"] : $"{T["FileNotKept"]} {Files.Say(why, FileKind.Original)}";
            else Navigation.NavigateTo(Addresses.Desk(made.Gathering!.Value), forceLoad: true);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            _answer = T["NotSaved"];
        }
        finally
        {
            _making = false;
        }
    }

    private void Choose(Filter filter) => (_filter, _shown) = (filter, Step);

    private IEnumerable<Piece> Shown() => Report.Pieces.Where(piece => IsIn(_filter, piece));

    private int Count(Filter filter) => Report.Pieces.Count(piece => IsIn(filter, piece));

    // The piece that is open stays, also when a correction has made it certain.
    private bool IsIn(Filter filter, Piece piece) => filter switch
    {
        Filter.Unsure => piece.Certainty == Certainty.Guess || piece.Number == _session!.Open,
        Filter.LeftOut => piece.Role == PieceRole.LeftOut || piece.Number == _session!.Open,
        _ => true,
    };

    private int CountOf(PieceRole role) => Report.Pieces.Count(piece => piece.Role == role);

    private string? FaultOf(ReportFact fact) => Say(_faults.FirstOrDefault(fault => fault.Fact == fact));

    private string? FaultOf(int piece) => Say(_faults.FirstOrDefault(fault => fault.Piece == piece));

    private string? Say(ReportFault? fault) => fault is null ? null : T[$"Fault{fault.Kind}", fault.Limit ?? 0].Value;

    private string Shown(ReportFact fact)
    {
        var text = Report.FactOf(fact).Text.Value;
        return fact == ReportFact.Date
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
            : text;
    }

    private string Source(Found found)
    {
        if (found.Text.IsEmpty) return T["NotFoundInReport"];
        if (!found.Written.IsEmpty && found.Certainty == Certainty.Guess) return T["WrittenSo", found.Written];
        return Report.Pieces.Find(piece => piece.Paragraph == found.Paragraph && !piece.Original.IsEmpty) is { } piece
            ? T["FoundIn", TextTruncation.Shorten(piece.Original.OnOneLine.Value, 90)]
            : "";
    }

    private string NameOf(FoundParty party) => party.Kind == PartyKind.County ? T["CountyCouncil", party.Name] : party.Name.Value;
}
