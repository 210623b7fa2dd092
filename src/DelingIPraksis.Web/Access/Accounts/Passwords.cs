namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>What a password must be.</summary>
internal static class Passwords
{
    public const int Shortest = 12;

    /// <summary>Longer than any sentence one would choose; hashing more costs the server for nothing.</summary>
    public const int Longest = 200;
}
