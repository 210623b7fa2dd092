using System.Globalization;

namespace DelingIPraksis.Load;

/// <summary>Times that were measured, in milliseconds, and their spread.</summary>
internal sealed class Figures
{
    private readonly List<double> _milliseconds = [];

    public int Count
    {
        get
        {
            lock (_milliseconds) return _milliseconds.Count;
        }
    }

    public void Add(TimeSpan took)
    {
        lock (_milliseconds) _milliseconds.Add(took.TotalMilliseconds);
    }

    /// <summary>The smallest measured value that this share of all are not above (nearest rank).</summary>
    public double Percentile(double share)
    {
        lock (_milliseconds)
        {
            if (_milliseconds.Count == 0) return double.NaN;
            var sorted = _milliseconds.Order().ToList();
            return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
        }
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {Percentile(0.5):0.0} ms, p95 {Percentile(0.95):0.0} ms, p99 {Percentile(0.99):0.0} ms, max {Percentile(1):0.0} ms"
        );
}

/// <summary>One line of the result: a promise of the quality document, what was found, what was asked, and whether it held.</summary>
internal sealed record Row(string Promise, string Figure, string Bound, bool Held)
{
    public override string ToString() => $"| {Promise} | {Figure} | {Bound} | {(Held ? "held" : "NOT held")} |";
}
