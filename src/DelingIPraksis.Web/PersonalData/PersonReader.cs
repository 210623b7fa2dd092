using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.PersonalData;

/// <summary>
/// Finds people by name, e-mail address or link, and all that is stored about one. The tables come from the model, by their column for the
/// person, so that a new table is not forgotten.
/// </summary>
internal sealed partial class PersonReader(Database database, GatheringLog log, IStringLocalizer<PersonTexts> texts)
{
    /// <summary>All that is stored about a person.</summary>
    public async Task<PersonFile> ReadAsync(PersonMatch person, PersonScope scope)
    {
        var items = person.Kind == PersonKind.Account ? await OfAccountAsync(person, scope) : await OfParticipantAsync(person, scope);
        var notes = new List<string> { texts["NoteCopies"] };
        IReadOnlyList<TextFind> finds = [];
        if (!scope.Texts) notes.Add(texts["NoteAskOrganiser"]);
        else if (person.Name.Length == 0) notes.Add(texts["NoteNoName"]);
        else if (IsPlace(person.Name)) notes.Add(texts["NotePlace", person.Name]);
        else finds = await FindsAsync(person.Name, await GatheringsOfAsync(person, scope));
        if (person.Kind == PersonKind.Participant && !scope.Words) notes.Add(texts["NoteWords"]);
        return new PersonFile(person, items, finds, notes);
    }

    private async Task<IReadOnlyList<StoredItem>> OfParticipantAsync(PersonMatch match, PersonScope scope)
    {
        var person = new Id<Person>(match.Id);
        var (row, counts, drafts, hasLink) = await database.ReadAsync(async context =>
        (
            await context.Set<Participant>().FirstAsync(known => known.Person == person),
            await CountsAsync(context, GatheringErasure.ColumnsOfPeople(context), match.Id),
            await context.Drafts.Where(draft => draft.Person == person).ToListAsync(),
            await context.Set<ReentryLink>().AnyAsync(link => link.Person == person)
        ));
        var gathering = await log.FoldAsync(row.Gathering);
        var party = gathering.Parties.GetValueOrDefault(row.Party)?.Name.Value ?? "–";
        var entries = await log.ReadAfterAsync(row.Gathering, 0);
        var own = entries.FindAll(entry => entry.Actor is Actor.Participant self && self.Person == person);
        var about = entries.FindAll(entry => IsAbout(entry.Change, person) && !own.Contains(entry));
        var items = new List<StoredItem>
        {
            new(row.Name is { } name ? texts["ItemName", name] : texts["ItemNoName"], TableOf("Participants"), row.JoinedAt),
            new(texts["ItemSeat", party, gathering.Facts.Title.Value, gathering.Facts.Date], TableOf("Participants"), row.JoinedAt),
            new(texts[hasLink ? "ItemLink" : "ItemNoLink"], TableOf("ReentryLinks")),
        };
        items.AddRange(drafts.Select(draft => new StoredItem(
            scope.Words ? texts["ItemDraftWords", draft.Text] : texts["ItemDraft", draft.Text.Length],
            TableOf("Drafts"),
            draft.UpdatedAt)));
        items.AddRange(counts.Where(count => count.Table is not ("Participants" or "ReentryLinks" or "Drafts"))
            .Select(count => new StoredItem(texts["ItemRows", count.Rows], TableOf(count.Table))));
        items.AddRange(about.Select(entry => new StoredItem(texts[$"About{entry.Change.GetType().Name}"], texts["PlaceLog"], entry.At)));
        if (scope.Words)
            items.AddRange(own.Select(entry => new StoredItem(
                texts["ItemOwnWords", texts[SortOf(entry.Change)].Value, WordsOf(entry)].Value.TrimEnd(' ', ':'),
                texts["PlaceLog"],
                entry.At)));
        else if (own.Count > 0)
            items.Add(new(texts["ItemOwn", own.Count, party], texts["PlaceLog"], own[^1].At));
        return items;
    }

    private async Task<IReadOnlyList<StoredItem>> OfAccountAsync(PersonMatch match, PersonScope scope)
    {
        var user = new Id<User>(match.Id);
        var actor = GatheringJson.Write<Actor>(new Actor.Account(user));
        var prefix = $"{user}/";
        var (account, staff, sessions, plans, counts, entries) = await database.ReadAsync(async context =>
        (
            await context.Users.FirstAsync(there => there.Id == match.Id),
            await (from role in context.Staff
                   where role.User == user && role.Role != Role.None
                   join gathering in context.Gatherings on role.Gathering equals gathering.Id
                   orderby gathering.Date
                   select new { role.Gathering, gathering.Title, gathering.Date, role.Role }).ToListAsync(),
            await context.Set<AccountSession>().Where(session => session.User == user).Select(session => session.At).ToListAsync(),
            await context.Set<KeptFile>().Where(file => file.Kind == KeptFile.OwnPlan && file.Name.StartsWith(prefix))
                .Select(file => file.Name).ToListAsync(),
            await CountsAsync(context, ColumnsOfAccounts(context), match.Id),
            await context.Log.Where(entry => entry.Actor == actor).Select(entry => new { entry.StreamId, entry.At }).ToListAsync()
        ));
        var items = new List<StoredItem>
        {
            new(texts["ItemAccount", account.DisplayName, account.Email ?? ""], TableOf("AspNetUsers")),
            new(texts["ItemPassword"], TableOf("AspNetUsers")),
        };
        items.AddRange(staff.Where(role => scope.Accounts || scope.Gatherings.Contains(role.Gathering)).Select(role =>
            new StoredItem(texts["ItemRole", texts[$"Role{role.Role}"].Value, role.Title, role.Date], TableOf("GatheringStaff"))));
        if (scope.Accounts)
        {
            items.AddRange(sessions.Select(at => new StoredItem(texts["ItemSession"], TableOf("AccountSessions"), at)));
            items.AddRange(plans.Select(_ => new StoredItem(texts["ItemPlan"], TableOf("KeptFiles"))));
            items.AddRange(counts.Where(count => count.Table is not ("GatheringStaff" or "AccountSessions"))
                .Select(count => new StoredItem(texts["ItemRows", count.Rows], TableOf(count.Table))));
        }

        var titles = staff.ToLookup(role => role.Gathering, role => role.Title);
        items.AddRange(entries.Where(entry => scope.Gatherings.Contains(entry.StreamId)).GroupBy(entry => entry.StreamId)
            .Select(there => new StoredItem(
                texts["ItemDone", there.Count(), titles[there.Key].FirstOrDefault() ?? texts["SomeGathering"].Value],
                texts["PlaceLog"],
                there.Max(entry => entry.At))));
        return items;
    }

    private async Task<IReadOnlyCollection<Id<Gathering>>> GatheringsOfAsync(PersonMatch match, PersonScope scope)
    {
        if (match.Kind == PersonKind.Account) return scope.Gatherings;
        var person = new Id<Person>(match.Id);
        var gathering = await database.ReadAsync(context =>
            context.Set<Participant>().Where(known => known.Person == person).Select(known => known.Gathering).FirstAsync());
        // Others write of her in her own gathering. An organiser may look in all of hers.
        return scope.Gatherings.Contains(gathering) ? scope.Gatherings : [];
    }

    private static async Task<List<(string Table, int Rows)>> CountsAsync(
        AppDbContext context, IEnumerable<(string Table, string Column)> columns, Guid id)
    {
        var counts = new List<(string, int)>();
        foreach (var (table, column) in columns)
        {
            var rows = await context.CountRowsAsync(table, column, id);
            if (rows > 0) counts.Add((table, rows));
        }

        return counts;
    }

    /// <summary>Every table with data of accounts but that of the accounts themselves, and its column for the account.</summary>
    private static IEnumerable<(string Table, string Column)> ColumnsOfAccounts(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
            // The tables of Identity have a plain number.
        where property.ClrType == typeof(Id<User>) || property.Name == "UserId"
        where entity.GetTableName() is not null
        select (entity.GetTableName()!, property.GetColumnName());

    private static bool IsAbout(Change change, Id<Person> person) => change switch
    {
        Change.PersonJoined c => c.Person == person,
        Change.PersonKnocked c => c.Person == person,
        Change.PersonAdmitted c => c.Person == person,
        Change.PersonDeclined c => c.Person == person,
        Change.PersonMoved c => c.Person == person,
        Change.PersonShownOut c => c.Person == person,
        Change.PersonErased c => c.Person == person,
        _ => false,
    };

    private static string WordsOf(Entry entry)
    {
        using var change = JsonDocument.Parse(GatheringJson.Write(entry.Change));
        return string.Join(" · ", change.RootElement.EnumerateObject()
            .Where(property => property.Name != "verb" && property.Value.ValueKind == JsonValueKind.String
                && property.Name is "text" or "words" or "theme" or "what" or "who")
            .Select(property => property.Value.GetString()));
    }

    private string TableOf(string table) =>
        texts[$"Table{table}"] is { ResourceNotFound: false } known ? known.Value : texts["PlaceTable", table].Value;

    // The sort of thing that somebody has written or chosen, by the stable name of its change.
    private static string SortOf(Change change) => Verbs.NameOf(change).Split('-')[0] switch
    {
        "note" => "SortNote",
        "text" => "SortText",
        "listening" => "SortListening",
        "feedback" => "SortFeedback",
        "commitment" or "promise" => "SortCommitment",
        _ => "SortOther",
    };
}
