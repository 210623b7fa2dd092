using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Slows password guessing without locking anybody out. Wrong passwords are counted for one account and one source: an address, or a
/// browser that has signed in to it before. Attempts from other sources slow nobody else.
/// </summary>
/// <remarks>An account that does not exist is counted like one that does, so that the delay reveals nothing.</remarks>
internal sealed class SignInLimit(IOptions<AccessOptions> options, TimeProvider time)
{
    // Once in three seconds: 28,800 tries a day at most, of passwords that are no common ones.
    private readonly MistakeLimit<(string From, string Account)> _sources = new(options.Value.WrongPasswords - 1, TimeSpan.FromSeconds(3));

    /// <summary>Waits for the turn; false when the queue is full.</summary>
    public async Task<bool> AdmitAsync(string from, string account)
    {
        if (_sources.Enter((from, account), time.GetUtcNow()) is not { } wait) return false;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time);
        return true;
    }

    /// <summary>Counts a wrong password.</summary>
    public void RecordFailure(string from, string account) => _sources.RecordFailure((from, account), time.GetUtcNow());
}
