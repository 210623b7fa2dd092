using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>What a ticket says.</summary>
/// <param name="Gathering">Which gathering it is for.</param>
/// <param name="Person">Who the one who sends it becomes.</param>
/// <param name="Code">The hash of the code that was right, or empty when it was no code that opened.</param>
internal readonly record struct Ticket(Id<Gathering> Gathering, Id<Person> Person, string Code);

/// <summary>
/// What a form for joining was handed out with: which code was right, and who the one who sends it becomes. A form that is sent twice
/// (a double press, a slow network) is then the same person, and nobody else can ask to become her. A code that has been replaced since
/// opens no longer, also in a form that was open.
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
