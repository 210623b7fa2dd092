using System.Threading.Channels;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// Sends a link for a new password to whoever asks for it. The address is looked up apart from the request, so that neither the answer nor
/// its time tells whether there is an account.
/// </summary>
internal sealed class ForgottenPassword(
    IServiceScopeFactory scopes,
    IAccountMail mail,
    EmailedLink links,
    PublicAddress address,
    TimeProvider time,
    ILogger<ForgottenPassword> logger
) : BackgroundService
{
    /// <summary>What stands for the link in a text, until the link is made.</summary>
    public const string Link = "{lenke}";

    private const int MostWaiting = 500;

    private readonly Channel<Letter> _asked =
        Channel.CreateBounded<Letter>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    // Two freely and one more within ten minutes, then one in twenty: a stranger shall not fill anybody's mailbox.
    private readonly MistakeLimit<string> _letters = new(1, TimeSpan.FromMinutes(20));

    /// <summary>
    /// Whether letters can be sent. The address must be set: a link made from the request's host would lead where the one who asks wants.
    /// </summary>
    public bool IsOn => mail.IsSet && address.Set is not null;

    /// <summary>Asks for a letter to the account with this address, if there is one.</summary>
    /// <param name="email">The typed address.</param>
    /// <param name="subject">The subject of the letter, in the language of the request.</param>
    /// <param name="text">Its text, with <see cref="Link"/> where the link is to stand.</param>
    public void Ask(string email, string subject, string text) => _asked.Writer.TryWrite(new(email, subject, text));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var letter in _asked.Reader.ReadAllAsync(stoppingToken)) await TrySendAsync(letter);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops, or could not start.
        }
    }

    private async Task TrySendAsync(Letter letter)
    {
        try
        {
            await SendAsync(letter);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            AccessLog.RecoveryNotSent(logger, fault);
        }
    }

    private async Task SendAsync(Letter letter)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.FindByEmailAsync(letter.Email) is not { Email: { } email } user || !EmailedLink.MayHave(user)) return;
        var now = time.GetUtcNow();
        var account = user.Id.ToString("N");
        if (_letters.Enter(account, now) != TimeSpan.Zero) return;
        _letters.RecordFailure(account, now);
        var link = new Uri(address.Set!, Addresses.OfRecovery(links.Make(user))).AbsoluteUri;
        mail.Send(email, letter.Subject, letter.Text.Replace(Link, link, StringComparison.Ordinal), now + EmailedLink.Lifetime);
        AccessLog.RecoveryOffered(logger, user.Id);
    }

    private sealed record Letter(string Email, string Subject, string Text);
}
