using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Keeps guessing of passwords slow without locking anybody out. Wrong passwords are counted for one account from one place, an address or
/// a browser that has signed in to it before; what others try elsewhere slows nobody.
/// </summary>
/// <remarks>An account that does not exist is counted like one that does, so that nothing can be learnt from being slowed.</remarks>
internal sealed class SignInLimit(IOptions<AccessOptions> options, TimeProvider time)
{
    // Once in three seconds: 28,800 tries a day at most, of passwords that are no common ones.
    private readonly MistakeLimit<(string From, string Account)> _sources = new(options.Value.WrongPasswords - 1, TimeSpan.FromSeconds(3));

    /// <summary>Waits for the turn; false when the line is too long.</summary>
    public async Task<bool> AdmitAsync(string from, string account)
    {
        if (_sources.Enter((from, account), time.GetUtcNow()) is not { } wait) return false;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time);
        return true;
    }

    /// <summary>The password was wrong.</summary>
    public void Missed(string from, string account) => _sources.Missed((from, account), time.GetUtcNow());
}
