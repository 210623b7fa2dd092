namespace DelingIPraksis.Domain.Pairing;

/// <summary>Pseudo-random numbers that depend only on the seed and the keys, so that the order of the list does not matter.</summary>
internal sealed class SeededNoise(long seed, IReadOnlyList<string> keys)
{
    private readonly ulong[] _hashes = [.. keys.Select(Hash)];

    public int Pair(int a, int b)
    {
        var (low, high) = a < b ? (a, b) : (b, a);
        return (int)(Mix(Mix((ulong)seed ^ _hashes[low]) + _hashes[high]) % 10);
    }

    public ulong Party(int a) => Mix(Mix((ulong)seed) ^ _hashes[a]);

    // FNV-1a over the characters.
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in key)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }

    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014): every bit of the input affects every bit of the output.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
