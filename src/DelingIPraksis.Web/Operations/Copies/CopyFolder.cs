using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Operations.Copies;

/// <summary>A whole copy of the data folder.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="At">When it was taken, UTC.</param>
internal sealed record KeptCopy(string Path, DateTimeOffset At);

/// <summary>
/// The folder with the copies that the service takes. It may have other things in it: only what has a name of ours, with the time in it, is
/// counted and deleted.
/// </summary>
/// <param name="path">Where it is.</param>
internal sealed partial class CopyFolder(string path)
{
    private const string Time = "yyyyMMdd-HHmmss";

    // A half copy that is older than this was left by a stop.
    private static readonly TimeSpan _abandoned = TimeSpan.FromHours(24);

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>The whole copies, the newest first. None when the folder is not there.</summary>
    public IReadOnlyList<KeptCopy> Copies =>
        [.. Of(WholePattern()).Where(copy => File.Exists(new DataFolder(copy.Path).Database)).OrderByDescending(copy => copy.At)];

    /// <summary>Where a copy of a time lies.</summary>
    public string PathOf(DateTimeOffset at) =>
        System.IO.Path.Combine(Path, "deling-" + at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture));

    /// <summary>A place for a folder that is to be deleted again. What a stop leaves there is swept later.</summary>
    public string TemporaryPath(DateTimeOffset at) => $"{PathOf(at)}.{System.IO.Path.GetRandomFileName()}.ny";

    /// <summary>Deletes the oldest copies, and half copies that a stop has left.</summary>
    /// <param name="taken">The copy that was just taken, which stays whatever the clock has said before.</param>
    /// <param name="keep">How many copies stay.</param>
    public void Sweep(KeptCopy taken, int keep)
    {
        foreach (var old in Copies.Where(copy => copy.Path != taken.Path).Skip(keep - 1)) Directory.Delete(old.Path, recursive: true);
        foreach (var half in Of(HalfPattern()).Where(half => half.At < taken.At - _abandoned)) Directory.Delete(half.Path, recursive: true);
    }

    private IEnumerable<KeptCopy> Of(Regex pattern)
    {
        if (!Directory.Exists(Path)) yield break;
        foreach (var folder in Directory.EnumerateDirectories(Path))
        {
            if (pattern.Match(System.IO.Path.GetFileName(folder)) is { Success: true } name && At(name.Groups[1].Value) is { } at)
                yield return new(folder, at);
        }
    }

    private static DateTimeOffset? At(string written) =>
        DateTimeOffset.TryParseExact(written, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    [GeneratedRegex(@"^deling-(\d{8}-\d{6})$")]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"^deling-(\d{8}-\d{6})\.\w{8}\.\w{3}\.ny$")]
    private static partial Regex HalfPattern();
}
