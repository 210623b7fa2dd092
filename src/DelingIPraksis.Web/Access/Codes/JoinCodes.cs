using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>Which code opens which door. A gathering has one code at a time.</summary>
internal sealed class JoinCodes(Database database)
{
    /// <summary>The gathering's code, or null when it has none.</summary>
    public async Task<DoorCode?> OfAsync(Id<Gathering> gathering)
    {
        var symbols = await database.ReadAsync(context =>
            context.Set<JoinCode>().Where(code => code.Gathering == gathering).Select(code => code.Code).FirstOrDefaultAsync());
        return DoorCode.TryParse(symbols, out var found) ? found : null;
    }

    /// <summary>Gives the gathering a new code; an older one opens nothing from now on.</summary>
    public async Task<DoorCode> IssueAsync(Id<Gathering> gathering)
    {
        var code = DoorCode.Make();
        await database.WriteAsync(async context =>
        {
            while (await context.Set<JoinCode>().AnyAsync(taken => taken.Code == code.Symbols)) code = DoorCode.Make();
            await context.Set<JoinCode>().Where(old => old.Gathering == gathering).ExecuteDeleteAsync();
            context.Add(new JoinCode { Code = code.Symbols, Gathering = gathering });
        });
        return code;
    }

    /// <summary>The gathering whose door it opens, or null. Ask <see cref="GuessLimit"/> first.</summary>
    public Task<Id<Gathering>?> FindAsync(DoorCode code) => database.ReadAsync(context => context.Set<JoinCode>()
        .Where(known => known.Code == code.Symbols)
        .Select(known => (Id<Gathering>?)known.Gathering)
        .FirstOrDefaultAsync());
}
