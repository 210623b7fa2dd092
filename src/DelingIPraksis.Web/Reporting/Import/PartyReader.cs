using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>Reads who took part, and finds a party by its key in the file.</summary>
internal sealed class PartyReader(FieldReader fields, Id<Gathering> gathering)
{
    private const int LongestNumber = 20;
    private readonly Dictionary<string, Id<Party>> _byKey = new(StringComparer.Ordinal);

    public ImmutableList<Party> Read(ReportJson json)
    {
        // A file about an old gathering that is written by hand needs only the groups.
        var named =
            json.Parties
            ??
            [
                .. (json.Workshop?.Groups ?? [])
                    .SelectMany(group => group.Members ?? [])
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => new PartyJson(null, name, null, PartyKind.Municipality, null)),
            ];
        return [.. named.Select((party, place) => Read($"parties[{place}]", party, place))];
    }

    /// <summary>The party with this key. When there is none, reports a fault and gives null.</summary>
    public Id<Party>? Find(string where, string? key)
    {
        if (key is not null && _byKey.TryGetValue(KeyOf(key), out var party)) return party;
        if (key is null) fields.Say(where, "Missing");
        else fields.Say(where, "NoSuchParty", key);
        return null;
    }

    public ImmutableSortedSet<Id<Party>> FindAll(string where, IReadOnlyList<string>? keys) =>
        [.. (keys ?? []).Select((key, place) => Find($"{where}[{place}]", key)).OfType<Id<Party>>()];

    private Party Read(string where, PartyJson party, int place)
    {
        var name = fields.Needed($"{where}.name", party.Name, Limits.Name);
        var id = new Id<Party>(ArchiveKeys.Derived(gathering, "party", place));
        var key = KeyOf(party.Key ?? name.Value);
        if (!name.IsEmpty && !_byKey.TryAdd(key, id)) fields.Say($"{where}.{(party.Key is null ? "name" : "key")}", "PartyTwice", key);
        return new(
            id,
            name,
            OrNull(fields.Text($"{where}.registerNumber", party.RegisterNumber, LongestNumber)),
            party.Kind ?? PartyKind.Other,
            OrNull(fields.Text($"{where}.county", party.County, Limits.Name)),
            place
        )
        { TookPart = party.TookPart is true ? null : party.TookPart };
    }

    private static string KeyOf(string raw) => new PlainText(raw).Value;

    private static string? OrNull(PlainText text) => text.IsEmpty ? null : text.Value;
}
