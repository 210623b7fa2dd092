using System.Globalization;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.PersonalData;

/// <summary>
/// Finds people by name, e-mail address or link, and all that is stored about one. The tables come from the model, by their column for the
/// person, so that a new table is not forgotten.
/// </summary>
internal sealed class PersonReader(Database database, GatheringLog log, IStringLocalizer<PersonTexts> texts)
{
    /// <summary>The shortest name that is searched for.</summary>
    public const int ShortestName = 2;

    private const int MostPeople = 100;
    private const int MostFinds = 200;
    private const int AroundFind = 60;

    /// <summary>What an account may look in: the gatherings that it organises, or everything for an administrator.</summary>
    public Task<PersonScope> ScopeOfAsync(Id<User> user, bool isAdministrator) => database.ReadAsync(async context =>
    {
        var organised = (
            await context.Staff.Where(staff => staff.User == user && staff.Role == Role.Organiser)
                .Select(staff => staff.Gathering).ToListAsync()
        ).ToHashSet();
        var all = isAdministrator
            ? (await context.Gatherings.Where(one => !one.IsDemo).Select(one => one.Id).ToListAsync()).Concat(organised).ToHashSet()
            : organised;
        return new PersonScope(all, organised, isAdministrator);
    });

    /// <summary>Everything, for the command line, whose user has the files in any case.</summary>
    public Task<PersonScope> WholeAsync() => database.ReadAsync(async context =>
    {
        var all = (await context.Gatherings.Select(one => one.Id).ToListAsync()).ToHashSet();
        return new PersonScope(all, all, Accounts: true, Words: true);
    });

    /// <summary>The people that a name, an e-mail address, a link or a key means, in the order of their names.</summary>
    public async Task<IReadOnlyList<PersonMatch>> FindAsync(string sought, PersonScope scope)
    {
        sought = new PlainText(sought).OnOneLine.Value;
        if (PersonMatch.Read(sought) is { } key) return await OfAsync(key.Kind, key.Id, scope) is { } one ? [one] : [];
        if (await PersonOfLinkAsync(sought) is { } person)
            return await OfAsync(PersonKind.Participant, person.Value, scope) is { } found ? [found] : [];
        if (sought.Length < ShortestName) return [];
        var name = Fold(sought);
        var people = await PeopleAsync(scope);
        var accounts = await AccountsAsync(scope);
        return
        [
            .. accounts.Where(account => Fold(account.Name).Contains(name, StringComparison.Ordinal) || Fold(account.About) == name)
                .Concat(people.Where(known => Fold(known.Name).Contains(name, StringComparison.Ordinal)))
                .OrderBy(match => match.Name, Domain.Norwegian.NorwegianOrder.Comparer)
                .ThenBy(match => match.About, StringComparer.Ordinal)
                .Take(MostPeople),
        ];
    }

    /// <summary>The person with a number; null when there is none, or it is outside the scope.</summary>
    public async Task<PersonMatch?> OfAsync(PersonKind kind, Guid id, PersonScope scope) =>
        (kind == PersonKind.Account ? await AccountsAsync(scope) : await PeopleAsync(scope)).FirstOrDefault(match => match.Id == id);

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

    /// <summary>Whether a name is also a municipality's or a county's; then it stands in texts without meaning anybody.</summary>
    public static bool IsPlace(string name) =>
        MunicipalityRegister.Current.Named(name).Count > 0
        || MunicipalityRegister.Current.Former(name) is not null
        || MunicipalityRegister.Current.IsCountyName(name);

    /// <summary>Where a name stands in what is written in some gatherings, and how often in their logs.</summary>
    public async Task<IReadOnlyList<TextFind>> FindsAsync(string name, IReadOnlyCollection<Id<Gathering>> gatherings)
    {
        var pattern = $"%{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)}%";
        // The log says in which gatherings the name has ever been written. Most have not, and are not read.
        var written = await database.ReadAsync(context => context.Log
            .Where(entry => gatherings.Contains(entry.StreamId) && EF.Functions.Like(entry.Payload, pattern, "\\"))
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
                && (EF.Functions.Like(card.Name, pattern, "\\") || EF.Functions.Like(card.Email, pattern, "\\"))
            join gathering in context.Gatherings on card.Gathering equals gathering.Id
            select new { gathering.Title, card.Name, card.Email, card.Phone }).ToListAsync());
        finds.AddRange(
            from card in cards
            let words = new[] { card.Name, card.Email, card.Phone }.Where(part => part.Length > 0)
            select new TextFind(card.Title, texts["PlaceContactCard"], string.Join(", ", words), null));
        return [.. finds.Take(MostFinds)];
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

    private async Task<List<PersonMatch>> PeopleAsync(PersonScope scope)
    {
        var gatherings = scope.Gatherings.ToList();
        var rows = await database.ReadAsync(context => (
            from person in context.Set<Participant>()
            where gatherings.Contains(person.Gathering)
            join gathering in context.Gatherings on person.Gathering equals gathering.Id
            select new { person.Person, person.Name, person.Party, person.Gathering, person.JoinedAt, gathering.Title, gathering.Date }
        ).ToListAsync());
        var parties = new Dictionary<Id<Gathering>, Gathering>();
        var people = new List<PersonMatch>();
        foreach (var row in rows)
        {
            if (!parties.TryGetValue(row.Gathering, out var gathering))
                parties.Add(row.Gathering, gathering = await log.FoldAsync(row.Gathering));
            var party = gathering.Parties.GetValueOrDefault(row.Party)?.Name.Value ?? "–";
            people.Add(new(PersonKind.Participant, row.Person.Value, row.Name ?? "",
                texts["MatchSeat", party, row.Title, row.Date, row.JoinedAt]));
        }

        return people;
    }

    private async Task<List<PersonMatch>> AccountsAsync(PersonScope scope)
    {
        var rows = await database.ReadAsync(async context =>
        {
            var gatherings = scope.Gatherings.ToList();
            var colleagues = await context.Staff.Where(staff => gatherings.Contains(staff.Gathering))
                .Select(staff => staff.User).ToListAsync();
            var ids = colleagues.ConvertAll(user => user.Value);
            return await context.Users.Where(user => scope.Accounts || ids.Contains(user.Id))
                .Select(user => new { user.Id, user.DisplayName, user.Email }).ToListAsync();
        });
        // An erased account has no name, and an address that leads nowhere.
        return rows.Where(row => row.DisplayName.Length > 0)
            .Select(row => new PersonMatch(PersonKind.Account, row.Id, row.DisplayName, row.Email ?? "")).ToList();
    }

    // The way back («…/inn/TOKEN»), or the board («…/tavle/ID»).
    private async Task<Id<Person>?> PersonOfLinkAsync(string sought)
    {
        var pieces = sought.Split('?', '#')[0].TrimEnd('/').Split('/');
        if (pieces.Length < 2) return Id<Person>.TryParse(sought, null, out var bare) ? bare : null;
        foreach (var (before, piece) in pieces.Zip(pieces.Skip(1)))
        {
            if (before == Addresses.Reentry("").TrimEnd('/')) return await new ReentryLinks(database).FindAsync(piece);
            if (before == Addresses.Boards.TrimEnd('/') && Id<Person>.TryParse(piece, null, out var person)) return person;
        }

        return null;
    }

    private static async Task<List<(string Table, int Rows)>> CountsAsync(
        AppDbContext context, IEnumerable<(string Table, string Column)> columns, Guid id)
    {
        var counts = new List<(string, int)>();
        foreach (var (table, column) in columns)
        {
            // The names come from our own model, never from outside.
#pragma warning disable EF1002
            var rows = await context.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS Value FROM \"{table}\" WHERE \"{column}\" = {{0}}", id)
                .SingleAsync();
#pragma warning restore EF1002
            if (rows > 0) counts.Add((table, rows));
        }

        return counts;
    }

    /// <summary>Every table with data of accounts but that of the accounts themselves, and its column for the account.</summary>
    private static IEnumerable<(string Table, string Column)> ColumnsOfAccounts(DbContext context) =>
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
            // The tables of Identity, but for passkeys, which nobody has and whose table is not made.
        where property.ClrType == typeof(Id<User>)
            || (property.Name == "UserId" && entity.ClrType != typeof(IdentityUserPasskey<Guid>))
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

    private string TableOf(string table) =>
        texts[$"Table{table}"] is { ResourceNotFound: false } known ? known.Value : texts["PlaceTable", table].Value;

    // The sort of thing that somebody has written or chosen, by the stable name of its change.
    private static string SortOf(Change change) => Verbs.NameOf(change).Split('-')[0] switch
    {
        "note" => "SortNote",
        "text" => "SortText",
        "listening" => "SortListening",
        "feedback" => "SortFeedback",
        "commitment" => "SortCommitment",
        _ => "SortOther",
    };

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

    private static string Fold(string text) => TextMarks.Fold(text).ToLower(CultureInfo.InvariantCulture);
}
