using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// What a form for joining was handed out with: that its code was right, and who the one who sends it becomes. A form that is sent twice
/// (a double press, a slow network) is then the same person, and nobody else can ask to become her.
/// </summary>
internal sealed class JoinTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("DelingIPraksis.JoinTicket.v1").ToTimeLimitedDataProtector();

    public string Issue(Id<Gathering> gathering, Id<Person>? becomes = null) => _protector.Protect($"{gathering} {becomes ?? new Id<Person>(Guid.NewGuid())}", _lifetime);

    public (Id<Gathering> Gathering, Id<Person> Person)? Read(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            var parts = _protector.Unprotect(ticket).Split(' ');
            return (Id<Gathering>.Parse(parts[0], null), Id<Person>.Parse(parts[1], null));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
