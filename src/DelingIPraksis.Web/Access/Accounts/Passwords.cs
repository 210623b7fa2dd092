using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>What a password must be.</summary>
internal static class Passwords
{
    public const int Shortest = 12;

    /// <summary>Longer than any sentence one would choose; hashing more costs the server for nothing.</summary>
    public const int Longest = 200;

    /// <summary>What is wrong with the length of a new one, in words; null when nothing is. Whether it is common, Identity asks.</summary>
    public static string? FaultIn(string password, IStringLocalizer<AccessTexts> texts) =>
        password.Length < Shortest ? texts["PasswordShort", Shortest, password.Length].Value
        : password.Length > Longest ? texts["PasswordLong", Longest].Value
        : null;
}
