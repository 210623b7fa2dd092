using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>The codes of the gatherings. A gathering has one code at a time.</summary>
internal sealed class JoinCodes(Database database)
{
    private Action<Id<Gathering>, DoorCode>? _issued;

    /// <summary>The gathering's code, or null when it has none.</summary>
    public async Task<DoorCode?> OfAsync(Id<Gathering> gathering)
    {
        var symbols = await database.ReadAsync(context =>
            context.Set<JoinCode>().Where(code => code.Gathering == gathering).Select(code => code.Code).FirstOrDefaultAsync());
        return DoorCode.TryParse(symbols, out var found) ? found : null;
    }

    /// <summary>Gives the gathering a new code. The old one becomes invalid.</summary>
    public async Task<DoorCode> IssueAsync(Id<Gathering> gathering)
    {
        var code = DoorCode.Make();
        await database.WriteAsync(async context =>
        {
            while (await context.Set<JoinCode>().AnyAsync(taken => taken.Code == code.Symbols)) code = DoorCode.Make();
            await context.Set<JoinCode>().Where(old => old.Gathering == gathering).ExecuteDeleteAsync();
            context.Add(new JoinCode { Code = code.Symbols, Gathering = gathering });
        });
        Tell(gathering, code);
        return code;
    }

    /// <summary>Notifies of new codes, until it is disposed.</summary>
    public IDisposable Follow(Action<Id<Gathering>, DoorCode> issued)
    {
        _issued += issued;
        return new Following(() => _issued -= issued);
    }

    // A listener that is being closed must not stop the other listeners, nor the caller that asked for the new code.
    private void Tell(Id<Gathering> gathering, DoorCode code)
    {
        foreach (var listener in Delegate.EnumerateInvocationList(_issued))
        {
            try
            {
                listener(gathering, code);
            }
            catch (ObjectDisposedException)
            {
                // The listener is closed and needs no code.
            }
        }
    }

    private sealed class Following(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }

    /// <summary>The gathering of the code, or null. Ask <see cref="GuessLimit"/> first.</summary>
    public Task<Id<Gathering>?> FindAsync(DoorCode code) => database.ReadAsync(context => context.Set<JoinCode>()
        .Where(known => known.Code == code.Symbols)
        .Select(known => (Id<Gathering>?)known.Gathering)
        .FirstOrDefaultAsync());
}
