using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Networks.Introductions;

/// <summary>Whom a municipality may be asked for by, as it has typed it.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">An e-mail address, or empty.</param>
/// <param name="Phone">A telephone number, or empty.</param>
internal sealed record ContactWords(string Name, string Email, string Phone)
{
    public static readonly ContactWords None = new("", "", "");
}

/// <summary>Who has said yes to whom in a network, and the cards that two have shared with each other.</summary>
internal sealed class ContactCards(Database database, Compaction compaction, TimeProvider time)
{
    /// <summary>
    /// Who has said yes to whom, without names. The pages of the network get nothing else.
    /// </summary>
    public Task<HashSet<(string From, string To)>> SaidAsync(Id<Network> network) => database.ReadAsync(async context =>
        (await InNetwork(context, network).Select(card => new { card.From, card.To }).ToListAsync())
            .Select(card => (card.From, card.To)).ToHashSet());

    /// <summary>
    /// The cards that a municipality may read: of each municipality that it has said yes to and that has said yes to it. The query itself
    /// asks for both, so that no page holds a card that it must not show.
    /// </summary>
    public Task<Dictionary<string, ContactWords>> SharedWithAsync(Id<Network> network, string member) => database.ReadAsync(async context =>
        (await InNetwork(context, network)
            .Where(card => card.To == member && InNetwork(context, network).Any(own => own.From == member && own.To == card.From))
            .OrderBy(card => card.At)
            .ToListAsync())
        .GroupBy(card => card.From)
        .ToDictionary(cards => cards.Key, cards => Words(cards.Last())));

    /// <summary>The card that a party last gave, to fill in the form with; empty when it has given none.</summary>
    public Task<ContactWords> LastAsync(Id<Gathering> gathering, Id<Party> party) => database.ReadAsync(async context =>
        await context.Set<ContactCard>().Where(card => card.Gathering == gathering && card.Party == party)
            .OrderByDescending(card => card.At).FirstOrDefaultAsync() is { } last ? Words(last) : ContactWords.None);

    /// <summary>A party says yes to a municipality. A card that it gave before is replaced.</summary>
    public Task SayYesAsync(
        Id<Network> network, (Id<Gathering> Gathering, Id<Party> Party, string Member) from, string to, ContactWords words) =>
        database.WriteAsync(async context =>
        {
            await TakeAsync(context, network, from.Member, to);
            context.Add(new ContactCard
            {
                Id = Guid.CreateVersion7(),
                Gathering = from.Gathering,
                Party = from.Party,
                From = from.Member,
                To = to,
                Name = words.Name,
                Email = words.Email,
                Phone = words.Phone,
                At = time.GetUtcNow(),
            });
        });

    /// <summary>A municipality takes back its yes. No byte of its card is left, and it no longer reads the other's.</summary>
    public async Task TakeBackAsync(Id<Network> network, string from, string to)
    {
        await database.WriteAsync(async context =>
        {
            await TakeAsync(context, network, from, to);
            await Compaction.RequestAsync(context);
        });
        await compaction.RunPendingAsync();
    }

    private static async Task TakeAsync(AppDbContext context, Id<Network> network, string from, string to) =>
        await InNetwork(context, network).Where(card => card.From == from && card.To == to).ExecuteDeleteAsync();

    private static IQueryable<ContactCard> InNetwork(AppDbContext context, Id<Network> network) => context.Set<ContactCard>()
        .Where(card => context.Gatherings.Any(gathering => gathering.Id == card.Gathering && gathering.BelongsTo == network));

    private static ContactWords Words(ContactCard card) => new(card.Name, card.Email, card.Phone);
}
