using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// A municipality's own link to what it is quoted on, for a letter. Nothing of it is kept: it is sealed with the service's own keys, and opens
/// only that one page for that one party. It makes nobody a participant, so that it works long after the door has closed.
/// </summary>
internal sealed class PartyLinks(IDataProtectionProvider protection)
{
    // Longer than any deadline can be.
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(400);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("DelingIPraksis.PartyLinks.v1").ToTimeLimitedDataProtector();

    /// <summary>The link's token for a party.</summary>
    public string Issue(Id<Gathering> gathering, Id<Party> party) => _protector.Protect($"{gathering} {party}", _lifetime);

    /// <summary>Whose link it is, or null.</summary>
    public (Id<Gathering> Gathering, Id<Party> Party)? Read(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            var parts = _protector.Unprotect(token).Split(' ');
            return (Id<Gathering>.Parse(parts[0], null), Id<Party>.Parse(parts[1], null));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
