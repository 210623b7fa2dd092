using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis.Linking;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Themes;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Networks.Introductions;

/// <summary>A text of a municipality of a network.</summary>
/// <param name="Member">The municipality, by a key that is the same in every gathering.</param>
/// <param name="Name">What it was called at the gathering.</param>
/// <param name="Said">What it said.</param>
/// <param name="Gathering">Where.</param>
/// <param name="Day">When.</param>
internal sealed record MemberText(string Member, string Name, SharedText Said, PlainText Gathering, DateOnly Day);

/// <summary>Two municipalities that have not been in a pair, one of which could help the other.</summary>
/// <param name="Seeks">What the one asks for or struggles with.</param>
/// <param name="Offers">What the other offers or sees a way in.</param>
/// <param name="Theme">What both are about, or null.</param>
internal sealed record Introduction(MemberText Seeks, MemberText Offers, ThemeName? Theme)
{
    /// <summary>The text of one of the two; null when the municipality is neither.</summary>
    public MemberText? Of(string member) => Seeks.Member == member ? Seeks : Offers.Member == member ? Offers : null;

    /// <summary>The text of the other one than a municipality.</summary>
    public MemberText OtherThan(string member) => Seeks.Member == member ? Offers : Seeks;
}

/// <summary>Who seeks and who offers in a network.</summary>
/// <param name="Texts">All asks and offers, the newest gathering first.</param>
/// <param name="Links">Who could meet whom, the strongest first, two municipalities once each way.</param>
internal sealed record IntroductionList(IReadOnlyList<MemberText> Texts, IReadOnlyList<Introduction> Links)
{
    public static readonly IntroductionList None = new([], []);
}

/// <summary>Finds who could help whom, across the pairs and the gatherings of a network.</summary>
internal sealed class IntroductionFinder(
    Database database, IRooms rooms, INetworks networks, INetworkLexicons lexicons, TimeProvider time)
{
    // The links of a network are found anew when a gathering of it has changed.
    private readonly ConcurrentDictionary<Id<Network>, (string Stamp, IntroductionList List)> _found = new();

    /// <summary>The network that a gathering belongs to, or null.</summary>
    public Task<Id<Network>?> NetworkOfAsync(Id<Gathering> gathering) => database.ReadAsync(context => context.Gatherings
        .Where(there => there.Id == gathering).Select(there => there.BelongsTo).FirstOrDefaultAsync());

    /// <summary>The key of a municipality, the same in every gathering, also after a reform.</summary>
    public static string KeyOf(Party party, DateOnly day) => party.RegisterNumber is { } number
        ? MunicipalityRegister.Current.NumbersOn(number, day, DateOnly.MaxValue) is [var today, ..] ? today : number
        : Party.Fold(party.Name);

    /// <summary>All that is sought and offered in a network, and who could meet whom.</summary>
    public async Task<IntroductionList> InAsync(Id<Network> network)
    {
        var ids = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.BelongsTo == network)
            .OrderByDescending(gathering => gathering.Date).ThenBy(gathering => gathering.Id)
            .Select(gathering => gathering.Id)
            .ToListAsync());
        var gatherings = new List<Gathering>();
        foreach (var id in ids) gatherings.Add(await rooms.ReadAsync(id));
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var left = LeftBy(await networks.ReadAsync(network), today);
        var lexicon = await lexicons.LexiconOfAsync(LexiconKey.Of(network));
        var stamp = string.Join(' ', gatherings.Select(gathering => $"{gathering.Id}:{gathering.Sequence}")
            .Concat(left.Order(StringComparer.Ordinal)).Append($"{lexicon.GetHashCode()}"));
        if (_found.TryGetValue(network, out var known) && known.Stamp == stamp) return known.List;
        // A network of many years is read through in up to a second.
        var list = await Task.Run(() => Find(gatherings, left, lexicon));
        _found[network] = (stamp, list);
        return list;
    }

    /// <summary>The members that have left by a day, and are not there again under another entry.</summary>
    private static HashSet<string> LeftBy(Network network, DateOnly day)
    {
        var members = network.Members.Values.ToLookup(member => member.Until < day, member => member.RegisterNumber is { } number
            ? MunicipalityRegister.Current.NumbersOn(number, day, DateOnly.MaxValue) is [var today, ..] ? today : number
            : Party.Fold(member.Name));
        return [.. members[true].Except(members[false])];
    }

    private static IntroductionList Find(IReadOnlyList<Gathering> gatherings, HashSet<string> left, Lexicon lexicon)
    {
        List<MemberText> texts = [.. gatherings.SelectMany(TextsOf).Where(text => !left.Contains(text.Member))];
        var met = gatherings.SelectMany(MetIn).ToHashSet();
        List<MemberText> seeks = [.. texts.Where(text => text.Said.Seeks)];
        List<MemberText> offers = [.. texts.Where(text => !text.Said.Seeks)];
        var links = NetworkLinks.Find([.. seeks.Select(Said)], [.. offers.Select(Said)], lexicon)
            .Where(link => !met.Contains((seeks[link.Seeks].Member, offers[link.Offers].Member)))
            .DistinctBy(link => (seeks[link.Seeks].Member, offers[link.Offers].Member))
            .Select(link => new Introduction(
                seeks[link.Seeks], offers[link.Offers], link.Theme is { } key ? lexicon.Find(key)?.Name : null));
        return new([.. texts.Where(text => text.Said.IsOpen)], [.. links]);

        static LinkText Said(MemberText text) => new(text.Member, text.Said.Text);
    }

    private static IEnumerable<MemberText> TextsOf(Gathering gathering) => SharedTexts.Of(gathering).Select(said => new MemberText(
        KeyOf(gathering.Parties[said.Party], gathering.Facts.Date), gathering.Parties[said.Party].Name.Value, said,
        gathering.Facts.Title, gathering.Facts.Date));

    private static IEnumerable<(string, string)> MetIn(Gathering gathering) =>
        from pair in gathering.Workshop.AllPairs
        let members = pair.Members.ConvertAll(member => KeyOf(gathering.Parties[member], gathering.Facts.Date))
        from one in members
        from other in members
        where one != other
        select (one, other);
}
