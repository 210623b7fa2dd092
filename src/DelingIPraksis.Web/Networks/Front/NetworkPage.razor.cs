using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Networks.Front;

/// <summary>
/// The front page of a network: who it is, the next gathering, and the published reports. The server renders it once, without a circuit.
/// Its people see it as others do, with what is not public marked.
/// </summary>
public sealed partial class NetworkPage : NetworkPart
{
    private IReadOnlyList<PublishedLine> _lines = [];
    private IReadOnlyList<WithdrawnLine> _withdrawn = [];
    private IReadOnlyList<NetworkMember> _members = [];
    private GatheringView? _next;
    private PromiseTally? _promises;
    private bool _isOpen;

    [Inject]
    internal IPublishedReports Published { get; set; } = null!;

    [Inject]
    internal ILastPromises Promises { get; set; } = null!;

    [Inject]
    internal NetworkHistory History { get; set; } = null!;

    protected override NetworkRole Least => NetworkRole.None;

    private bool HasFeed => View!.Public.Reports && _lines.Count + _withdrawn.Count > 0;

    private bool HasCalendar => View!.Public.Gatherings;

    private bool HasContact => View!.Contact is { } contact && !(contact.Name.IsEmpty && contact.Email.IsEmpty && contact.Phone.IsEmpty);

    protected override string AddressOf(string slug) => Addresses.Network(slug);

    protected override async Task PrepareAsync(NetworkView view)
    {
        if (view.Sees || view.Public.Reports)
        {
            _lines = [.. (await Published.ListAsync()).Where(line => line.BelongsTo == view.Id)];
            _withdrawn = [.. (await Published.WithdrawnAsync()).Where(line => line.BelongsTo == view.Id)];
        }

        if (view.Sees || view.Public.Gatherings) _next = await History.NextAsync(view.Id);
        if (view.Sees || view.Public.Promises) _promises = view.PromisesOf(await Promises.OfNetworkAsync(view.Id));
        _members = [.. view.Members.Where(member => member.IsThereOn(History.Today))];
        _isOpen = view.Public.IsOpen(_lines.Count > 0);
    }

    private static string WhereOf(GatheringView gathering) =>
        string.Join(", ", new[] { gathering.Facts.Host.Value, gathering.Facts.Place.Value }.Where(part => part.Length > 0).Distinct());

    private string? Hours(GatheringView gathering) => gathering.Facts switch
    {
        { StartsAt: { } from, EndsAt: { } to } => T["FromTo", Hour(from), Hour(to)].Value,
        { StartsAt: { } from } => T["FromHour", Hour(from)].Value,
        _ => null,
    };

    private static string MailTo(NetworkContact contact) => $"mailto:{contact.Email}";

    private static string DayInYear(DateOnly day) => day.ToString("M", CultureInfo.CurrentCulture);

    private static string DayOf(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
