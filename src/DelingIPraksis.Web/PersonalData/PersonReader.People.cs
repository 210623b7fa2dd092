using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.PersonalData;

internal sealed partial class PersonReader
{
    /// <summary>The shortest name that is searched for.</summary>
    public const int ShortestName = 2;

    private const int MostPeople = 100;

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

    private static string Fold(string text) => TextMarks.Fold(text).ToLower(CultureInfo.InvariantCulture);
}
