using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Operations.Copies;

/// <summary>The copies that the service takes by itself: the section <c>Copies</c>. Without a folder it takes none.</summary>
internal sealed partial class CopyOptions
{
    public const string Section = "Copies";

    /// <summary>The folder for the copies, one folder in it for each. Best on another disk than the data.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The time between two copies, from a minute to 31 days: <c>24:00:00</c> or <c>1.00:00:00</c> is each day.</summary>
    public string Every { get; set; } = "24:00:00";

    /// <summary>How many copies are kept. The oldest are deleted.</summary>
    public int Keep { get; set; } = 14;

    /// <summary>Whether copies are taken.</summary>
    public bool IsOn => Folder.Length > 0;

    /// <summary>The same as <see cref="Every"/>; null when it cannot be read.</summary>
    /// <remarks>Hazard: <see cref="TimeSpan"/> reads <c>24:00:00</c> as 24 days.</remarks>
    internal TimeSpan? Interval() => IntervalPattern().Match(Every) is not { Success: true } read ? null
        : new(Part(read, 1), Part(read, 2), Part(read, 3), Part(read, 4));

    private static int Part(Match read, int group) =>
        read.Groups[group].Success ? int.Parse(read.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:([0-9]{1,3})\.)?([0-9]{1,4}):([0-5][0-9])(?::([0-5][0-9]))?$")]
    private static partial Regex IntervalPattern();
}

internal sealed class CopyOptionsValidator(IOptions<StartOptions> start) : IValidateOptions<CopyOptions>
{
    private const int Most = 1000;

    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(31);

    public ValidateOptionsResult Validate(string? name, CopyOptions options)
    {
        List<string> faults = [];
        if (!(options.Interval() >= _shortest && options.Interval() <= _longest)) faults.Add(StartWords.Say("CopiesEvery", options.Every));
        if (options.Keep is < 1 or > Most) faults.Add(StartWords.Say("CopiesKeep", options.Keep, Most));
        if (options.Folder.Contains('\0', StringComparison.Ordinal)) faults.Add(StartWords.Say("CopiesFolder"));
        else if (options.IsOn && Stores.IsOnServer(start.Value)) faults.Add(StartWords.Say("CopiesServer"));
        else if (options.IsOn && IsInside(options.Folder, start.Value.Data))
            faults.Add(StartWords.Say("CopiesInside", options.Folder));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // What takes the data folder must not take the copies too.
    private static bool IsInside(string folder, string data)
    {
        var between = Path.GetRelativePath(Path.GetFullPath(data), Path.GetFullPath(folder));
        return between == "." || (!Path.IsPathRooted(between) && between.Split(Path.DirectorySeparatorChar)[0] != "..");
    }
}
