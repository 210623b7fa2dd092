using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.PersonalData;

internal sealed partial class PersonReader
{
    private const int MostFinds = 200;
    private const int AroundFind = 60;

    /// <summary>Whether a name is also a municipality's or a county's; then it stands in texts without meaning anybody.</summary>
    public static bool IsPlace(string name) =>
        MunicipalityRegister.Current.Named(name).Count > 0
        || MunicipalityRegister.Current.Former(name) is not null
        || MunicipalityRegister.Current.IsCountyName(name);

    /// <summary>Where a name stands in what is written in some gatherings, and how often in their logs.</summary>
    public async Task<IReadOnlyList<TextFind>> FindsAsync(string name, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        // Large and small letters from a to z are the same here, whatever the database; the rest is looked at below.
        var small = string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter));
#pragma warning disable CA1304, CA1311, CA1862 // They are words of the database.
        // The log says in which gatherings the name has ever been written. Most have not, and are not read.
        var written = await database.ReadAsync(context => context.Log
            .Where(entry => gatherings.Contains(entry.StreamId) && entry.Payload.ToLower().Contains(small))
            .GroupBy(entry => entry.StreamId)
            .Select(entries => new { Gathering = entries.Key, Count = entries.Count() })
            .ToListAsync());
        var finds = new List<TextFind>();
        foreach (var there in written)
        {
            var gathering = await log.FoldAsync(there.Gathering);
            if (!gathering.Exists) continue;
            var title = gathering.Facts.Title.Value;
            using var archive = JsonDocument.Parse(GatheringJson.Write(GatheringArchives.Of(gathering)));
            finds.AddRange(
                from property in archive.RootElement.EnumerateObject()
                from text in TextsIn(property.Value)
                let at = Place(text, name)
                where at >= 0
                select new TextFind(title, PlaceOf(property.Name), Excerpt(text, at, name.Length), LinkOf(gathering.Id, property.Name)));
            finds.Add(new TextFind(title, texts["PlaceLog"], texts["LogCount", there.Count], null));
        }

        var cards = await database.ReadAsync(context => (
            from card in context.Set<ContactCard>()
            where gatherings.Contains(card.Gathering)
                && (card.Name.ToLower().Contains(small) || card.Email.ToLower().Contains(small))
            join gathering in context.Gatherings on card.Gathering equals gathering.Id
            select new { gathering.Title, card.Name, card.Email, card.Phone }).ToListAsync());
#pragma warning restore CA1304, CA1311, CA1862
        finds.AddRange(
            from card in cards
            let words = new[] { card.Name, card.Email, card.Phone }.Where(part => part.Length > 0)
            select new TextFind(card.Title, texts["PlaceContactCard"], string.Join(", ", words), null));
        return [.. finds.Take(MostFinds)];
    }

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsIn(property.Value)),
        _ => [],
    };

    // The place of a whole name: «Kari» is not in «Karianne».
    private static int Place(string text, string name)
    {
        for (var at = Index(text, name, 0); at >= 0; at = Index(text, name, at + 1))
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + name.Length >= text.Length || !char.IsLetter(text[at + name.Length])))
                return at;
        return -1;

        static int Index(string text, string name, int from) =>
            from >= text.Length ? -1 : text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);
    }

    private static string Excerpt(string text, int at, int length)
    {
        var (from, to) = (Math.Max(0, at - AroundFind), Math.Min(text.Length, at + length + AroundFind));
        return $"{(from > 0 ? "…" : "")}{text[from..to].ReplaceLineEndings(" ")}{(to < text.Length ? "…" : "")}";
    }

    private string PlaceOf(string property) => texts[$"Place{property switch
    {
        "facts" => "Facts",
        "blocks" => "Programme",
        "parties" => "Parties",
        "work" => "Work",
        _ => "Report",
    }}"];

    private static string LinkOf(Id<Gathering> gathering, string property) =>
        property is "facts" or "blocks" or "parties" or "theme" or "plan" ? Addresses.Programme(gathering) : Addresses.Desk(gathering);
}
