using DelingIPraksis.Domain.Searching;

namespace DelingIPraksis.Web.Search;

/// <summary>The kinds of text in addresses. They must not change: an address is kept and sent to others.</summary>
internal static class SearchKinds
{
    private static readonly (SearchKind Kind, string Address)[] _all =
    [
        (SearchKind.Gathering, "samling"),
        (SearchKind.Barrier, "barriere"),
        (SearchKind.Opportunity, "mulighet"),
        (SearchKind.Point, "punkt"),
        (SearchKind.Talk, "innlegg"),
        (SearchKind.Prose, "tekst"),
        (SearchKind.OwnWork, "eget"),
        (SearchKind.Feedback, "tilbakemelding"),
        (SearchKind.Commitment, "lofte"),
    ];

    public static string InAddress(SearchKind kind) => _all.First(known => known.Kind == kind).Address;

    public static SearchKind? FromAddress(string? address) =>
        _all.Where(known => known.Address == address).Select(known => (SearchKind?)known.Kind).FirstOrDefault();
}
