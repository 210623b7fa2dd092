using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Promises;

/// <summary>Where the parties of a gathering want their letters, and in which language.</summary>
internal sealed class PartyAddresses(Database database)
{
    public async Task<IReadOnlyDictionary<Id<Party>, (string Email, Language Language)>> OfAsync(Id<Gathering> gathering) =>
        (await database.ReadAsync(context => context.Set<PartyAddress>().Where(there => there.Gathering == gathering).ToListAsync()))
        .ToDictionary(there => there.Party, there => (there.Email, there.Language));

    public Task SaveAsync(Id<Gathering> gathering, IReadOnlyDictionary<Id<Party>, (string Email, Language Language)> addresses) =>
        database.WriteAsync(async context =>
        {
            var there = await context.Set<PartyAddress>().Where(row => row.Gathering == gathering).ToDictionaryAsync(row => row.Party);
            foreach (var (party, (email, language)) in addresses)
            {
                if (there.TryGetValue(party, out var row)) (row.Email, row.Language) = (email, language);
                else context.Add(new PartyAddress { Gathering = gathering, Party = party, Email = email, Language = language });
            }
        });
}
