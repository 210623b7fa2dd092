using System.Globalization;
using System.Text;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Programme.Invite;

/// <summary>The pairs as rooms of a video call: to paste in a chat, and to give to Zoom beforehand.</summary>
internal static class RoomLists
{
    /// <summary>The most rooms that Zoom accepts beforehand (support.zoom.com, KB0061353).</summary>
    public const int MostInZoom = 100;

    /// <summary>The most that every Zoom account can make. More than this needs Zoom's permission.</summary>
    public const int FewestInZoom = 50;

    /// <summary>«Rom 1: Stad og Arendal», with a link to the pair's own place under each.</summary>
    public static string ForChat(GatheringView view, string room, Func<Pair, Uri?> link) =>
        string.Join(
            '\n',
            view.Pairs.Select(
                (pair, index) => $"{NameOf(view, pair, room, index)}{(link(pair) is { } address ? $"\n{address.AbsoluteUri}" : "")}"
            )
        );

    /// <summary>
    /// The file that Zoom reads to assign rooms beforehand: one line for each address, in Zoom's own two columns. The domain of an
    /// address tells its municipality. Addresses without a match are returned.
    /// </summary>
    public static (string Csv, IReadOnlyList<string> Unknown) ForZoom(GatheringView view, string room, string addresses)
    {
        var csv = new StringBuilder("Pre-assign Room Name,Email Address\r\n");
        var unknown = new List<string>();
        foreach (var found in EmailAddresses.In(addresses).DistinctBy(found => (found.Address ?? found.Written).ToLowerInvariant()))
        {
            var address = found.Address?.ToLowerInvariant() ?? found.Written;
            var party = found.Domain is { } domain ? PartyOf(view, domain) : null;
            var place = party is null ? -1 : view.Pairs.ToList().FindIndex(pair => pair.Members.Contains(party.Id));
            if (place < 0) unknown.Add(address);
            else csv.Append(CultureInfo.InvariantCulture, $"{Cell(NameOf(view, view.Pairs[place], room, place))},{Cell(address)}\r\n");
        }

        return (csv.ToString(), unknown);
    }

    /// <summary>The name of a pair's room.</summary>
    public static string NameOf(GatheringView view, Pair pair, string room, int index) =>
        $"{string.Format(CultureInfo.CurrentCulture, room, index + 1)}: "
        + $"{string.Join(" – ", view.MembersOf(pair).Select(party => party.Name))}";

    private static Party? PartyOf(GatheringView view, string domain)
    {
        if (MunicipalityRegister.Current.OfDomain(domain) is { } one)
            return view.Parties.FirstOrDefault(party => party.RegisterNumber == one.Number)
                ?? view.Parties.FirstOrDefault(party => party.RegisterNumber is { } number
                    && MunicipalityRegister.Current.NumbersOn(number, view.Facts.Date, DateOnly.MaxValue).Contains(one.Number));
        // Counties and organisations have domains that do not contain their name, such as vlfk.no and ks.no.
        var first = domain.Split('.')[0];
        return view.Parties.FirstOrDefault(party =>
            string.Equals(MunicipalityRegister.Fold(party.Name.Value).Split(' ')[0], first, StringComparison.Ordinal)
        );
    }

    // A spreadsheet reads a cell that begins with one of these as a formula.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
