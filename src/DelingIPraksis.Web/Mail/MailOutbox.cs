using System.Security.Cryptography;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace DelingIPraksis.Web.Mail;

/// <summary>A letter to a party.</summary>
/// <param name="Party">Whom it is to.</param>
/// <param name="Email">Where.</param>
/// <param name="Subject">Its subject, one line.</param>
/// <param name="Text">Its text.</param>
internal sealed record Letter(Id<Party> Party, string Email, string Subject, string Text);

/// <summary>How far a letter has come, for those who organise.</summary>
/// <param name="Party">Whom it is to.</param>
/// <param name="Email">Where.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Fault">Why not further, or null.</param>
/// <param name="Answer">What the server said, or null.</param>
/// <param name="At">When it was sent, or is tried next, UTC.</param>
internal sealed record MailStatus(Id<Party> Party, string Email, MailState State, MailFault? Fault, string? Answer, DateTimeOffset At);

/// <summary>
/// The letters that are to be sent: a table, so that a stop loses none. No request waits for a mail server: <see cref="MailSender"/> takes
/// them from here.
/// </summary>
internal sealed class MailOutbox(Database database, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.Mail.v1");

    /// <summary>Raised when there may be something to send.</summary>
    public event Action? Queued;

    /// <summary>Whether something is an address that a letter can be sent to.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= MailLimits.Address
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < text.Length - 1;

    /// <summary>
    /// Puts letters out to be sent. One that waits gets the new words and time; one that was sent is not sent again; one that failed is
    /// tried again.
    /// </summary>
    /// <param name="gathering">Whose letters.</param>
    /// <param name="kind">What kind of letters.</param>
    /// <param name="letters">The letters.</param>
    /// <param name="from">When to send them, UTC.</param>
    public async Task QueueAsync(Id<Gathering> gathering, string kind, IReadOnlyCollection<Letter> letters, DateTimeOffset from)
    {
        await database.WriteAsync(async context =>
        {
            var there = await context.Set<MailRow>().Where(mail => mail.Gathering == gathering && mail.Kind == kind)
                .ToDictionaryAsync(mail => mail.Party);
            foreach (var letter in letters)
            {
                var content = _seal.Protect(JsonSerializer.Serialize(new Content(letter.Subject, letter.Text)));
                if (!there.TryGetValue(letter.Party, out var mail))
                {
                    context.Add(new MailRow
                    {
                        Id = Guid.CreateVersion7(),
                        Gathering = gathering,
                        Party = letter.Party,
                        Kind = kind,
                        Email = letter.Email,
                        Sealed = content,
                        QueuedAt = time.GetUtcNow(),
                        NextTryAt = from,
                        State = MailState.Waiting,
                    });
                    continue;
                }

                if (mail.State is MailState.Sent or MailState.Sending) continue;
                (mail.Email, mail.Sealed, mail.QueuedAt, mail.NextTryAt) = (letter.Email, content, time.GetUtcNow(), from);
                (mail.State, mail.Fault, mail.Answer, mail.Tries) = (MailState.Waiting, null, null, 0);
            }
        });
        Queued?.Invoke();
    }

    /// <summary>Takes back letters that are not sent yet.</summary>
    /// <param name="gathering">Whose letters.</param>
    /// <param name="kind">What kind of letters.</param>
    /// <param name="party">Only to this party; null for all.</param>
    public Task TakeBackAsync(Id<Gathering> gathering, string kind, Id<Party>? party = null) => database.WriteAsync(context =>
        context.Set<MailRow>()
            .Where(mail => mail.Gathering == gathering && mail.Kind == kind && mail.State == MailState.Waiting)
            .Where(mail => party == null || mail.Party == party)
            .ExecuteDeleteAsync());

    /// <summary>How far the letters of a kind have come, by party.</summary>
    public async Task<IReadOnlyDictionary<Id<Party>, MailStatus>> StatusAsync(Id<Gathering> gathering, string kind) =>
        await database.ReadAsync(context => context.Set<MailRow>()
            .Where(mail => mail.Gathering == gathering && mail.Kind == kind)
            .Select(mail => new MailStatus(
                mail.Party, mail.Email, mail.State, mail.Fault, mail.Answer, mail.SentAt ?? mail.NextTryAt))
            .ToDictionaryAsync(mail => mail.Party));

    /// <summary>Subject and text of a letter; null when the keys of the service cannot open it any more.</summary>
    internal Content? Open(MailRow mail)
    {
        try
        {
            return mail.Sealed is null ? null : JsonSerializer.Deserialize<Content>(_seal.Unprotect(mail.Sealed));
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    internal sealed record Content(string Subject, string Text);
}
