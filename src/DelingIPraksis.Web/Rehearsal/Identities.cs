using System.Security.Cryptography;
using System.Text;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>Identities made from others, so that what was begun is gone on with and never made twice.</summary>
internal static class Identities
{
    public static Guid Of(Guid of, string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{of}/{what}")).AsSpan(0, 16));
}
