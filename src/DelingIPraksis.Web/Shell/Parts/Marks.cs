using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The small drawings as they stand in the page. A board has a dozen, and each as a component of its own would cost 2 KB of every circuit;
/// these are the same few strings for all.
/// </summary>
internal static class Marks
{
    private static readonly MarkupString _round = Party("is-round");
    private static readonly MarkupString _square = Party("is-square");
    private static readonly MarkupString _leaf = Party("is-leaf");

    private static readonly MarkupString _bricks = Kind(26, BricksPath);
    private static readonly MarkupString _sprout = Kind(26, SproutPath);
    private static readonly MarkupString _smallBricks = Kind(20, BricksPath);
    private static readonly MarkupString _smallSprout = Kind(20, SproutPath);
    private const string BricksPath = "M3 5h22v6H3zM3 11h22v6H3zM3 17h22v6H3zM11 5v6M19 5v6M7 11v6M15 11v6M21 11v6M11 17v6M19 17v6";
    private const string SproutPath = "M14 25V13M14 17C14 10 9 7 3 7c0 6 4 10 11 10M14 13c0-6 4-10 11-10 0 7-4 10-11 10";

    /// <summary>The small shape before a name or a note. The name stands beside it in words, so the shape itself is silent.</summary>
    public static MarkupString Of(MarkShape shape) => shape switch { MarkShape.Square => _square, MarkShape.Leaf => _leaf, _ => _round };

    /// <summary>The sign of a column: a course of bricks stands in the way, a sprout opens.</summary>
    public static MarkupString Kind(int size, bool bricks) => (size, bricks) switch
    {
        (26, true) => _bricks,
        (26, false) => _sprout,
        (20, true) => _smallBricks,
        (20, false) => _smallSprout,
        _ => Kind(size, bricks ? BricksPath : SproutPath),
    };

    private static MarkupString Party(string shape) => new($"""<i class="party-mark {shape}" aria-hidden="true"></i>""");

    private static MarkupString Kind(int size, string path) => new(string.Create(CultureInfo.InvariantCulture,
        $"""<svg class="kind-symbol" width="{size}" height="{size}" viewBox="0 0 28 28" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"></path></svg>"""));
}
