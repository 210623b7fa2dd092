using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>The content of a ticket.</summary>
/// <param name="Gathering">Which gathering it is for.</param>
/// <param name="Person">The person that the sender becomes.</param>
/// <param name="Code">The hash of the code that was given, or empty when no code was used.</param>
internal readonly record struct Ticket(Id<Gathering> Gathering, Id<Person> Person, string Code);

/// <summary>
/// A token in the join form: which code was right, and which person the sender becomes. A form that is sent twice (a double press, a slow
/// network) gives the same person, and nobody else can become that person. A replaced code is invalid also in an open form.
/// </summary>
internal sealed class JoinTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);
    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("DelingIPraksis.JoinTicket.v1")
        .ToTimeLimitedDataProtector();

    public string Issue(Id<Gathering> gathering, Id<Person>? becomes = null, DoorCode? code = null) =>
        _protector.Protect(
            $"{gathering} {becomes ?? new Id<Person>(Guid.NewGuid())} {(code is { } opened ? HashOf(opened) : "")}",
            _lifetime
        );

    public Ticket? Read(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            var parts = _protector.Unprotect(ticket).Split(' ');
            return new(Id<Gathering>.Parse(parts[0], null), Id<Person>.Parse(parts[1], null), parts.Length > 2 ? parts[2] : "");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether a ticket was given for this code.</summary>
    public static bool IsFor(Ticket ticket, DoorCode? code) => code is { } now && ticket.Code == HashOf(now);

    private static string HashOf(DoorCode code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code.Symbols)).AsSpan(0, 16));
}
