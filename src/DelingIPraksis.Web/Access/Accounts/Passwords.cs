using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The requirements for a password.</summary>
internal static class Passwords
{
    public const int Shortest = 12;

    /// <summary>Longer than any passphrase. Hashing longer ones would only cost the server time.</summary>
    public const int Longest = 200;

    /// <summary>What is wrong with the length of a new password, in words, or null. Identity checks whether it is common.</summary>
    public static string? FaultIn(string password, IStringLocalizer<AccessTexts> texts) =>
        password.Length < Shortest ? texts["PasswordShort", Shortest, password.Length].Value
        : password.Length > Longest ? texts["PasswordLong", Longest].Value
        : null;
}
