using System.Globalization;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The markup of the small drawings. A board has a dozen. As components, each would cost 2 KB in every circuit; these few strings are
/// shared by all circuits.
/// </summary>
internal static class Marks
{
    private static readonly MarkupString _round = Party("is-round");
    private static readonly MarkupString _square = Party("is-square");
    private static readonly MarkupString _leaf = Party("is-leaf");

    private static readonly MarkupString _bricks = Kind(BricksPath, Usual);
    private static readonly MarkupString _sprout = Kind(SproutPath, Usual);
    private static readonly MarkupString _smallBricks = Kind(BricksPath, Small);
    private static readonly MarkupString _smallSprout = Kind(SproutPath, Small);
    private const int Usual = 26;
    private const string BricksPath = "M3 5h22v6H3zM3 11h22v6H3zM3 17h22v6H3zM11 5v6M19 5v6M7 11v6M15 11v6M21 11v6M11 17v6M19 17v6";
    private const string SproutPath = "M14 25V13M14 17C14 10 9 7 3 7c0 6 4 10 11 10M14 13c0-6 4-10 11-10 0 7-4 10-11 10";

    /// <summary>The size beside small text, in pixels.</summary>
    public const int Small = 20;

    /// <summary>The small shape before a name or a note. The name is beside it as text, so screen readers skip the shape.</summary>
    public static MarkupString Of(MarkShape shape) => shape switch { MarkShape.Square => _square, MarkShape.Leaf => _leaf, _ => _round };

    /// <summary>The symbol of a column: a row of bricks for barriers, a sprout for opportunities.</summary>
    /// <param name="kind">Which column.</param>
    /// <param name="size">Its height and width, in pixels.</param>
    public static MarkupString Of(NoteKind kind, int size = Usual) => (kind, size) switch
    {
        (NoteKind.Barrier, Usual) => _bricks,
        (NoteKind.Barrier, Small) => _smallBricks,
        (NoteKind.Barrier, _) => Kind(BricksPath, size),
        (_, Usual) => _sprout,
        (_, Small) => _smallSprout,
        _ => Kind(SproutPath, size),
    };

    private static MarkupString Party(string shape) => new($"""<i class="party-mark {shape}" aria-hidden="true"></i>""");

    private static MarkupString Kind(string path, int size) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"<svg class=\"kind-symbol\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 28 28\" aria-hidden=\"true\" focusable=\"false\" "
        + $"fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
        + $"<path d=\"{path}\"></path></svg>"));
}
