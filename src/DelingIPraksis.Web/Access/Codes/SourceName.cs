using System.Net;
using System.Security.Cryptography;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// What an address is called in the log: the same name for the same network while the service runs. The key is made at the start and is
/// stored nowhere, so that nobody finds the address again by trying them all.
/// </summary>
internal static class SourceName
{
    private const int Bytes = 6;

    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The name of the network that an address is in.</summary>
    public static string Of(IPAddress? address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, GuessLimit.Network(address).GetAddressBytes()).AsSpan(..Bytes));
}
