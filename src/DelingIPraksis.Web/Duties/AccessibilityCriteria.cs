using Way = DelingIPraksis.Web.Duties.WayTried;

namespace DelingIPraksis.Web.Duties;

/// <summary>How a criterion was tried. The words are in <see cref="DutyTexts"/>, as <c>Way…</c>.</summary>
internal enum WayTried
{
    Axe,
    Heard,
    Keys,
    Widths,
    Colours,
    Input,
    Read,
    None,
}

/// <summary>A success criterion. Its name is in <see cref="DutyTexts"/>, as <c>Wcag1.1.1</c>.</summary>
internal sealed record Criterion(string Number, string Level, params WayTried[] Ways);

/// <summary>
/// The success criteria of WCAG 2.1 at A and AA, and how each was tried. The same table is in <c>docs/accessibility.md</c>.
/// </summary>
internal static class AccessibilityCriteria
{
    public static readonly IReadOnlyList<Criterion> All =
    [
        new("1.1.1", "A", Way.Axe, Way.Heard),
        new("1.2.1", "A", Way.None),
        new("1.2.2", "A", Way.None),
        new("1.2.3", "A", Way.None),
        new("1.2.4", "AA", Way.None),
        new("1.2.5", "AA", Way.None),
        new("1.3.1", "A", Way.Axe, Way.Heard),
        new("1.3.2", "A", Way.Heard, Way.Keys),
        new("1.3.3", "A", Way.Read),
        new("1.3.4", "AA", Way.Axe, Way.Widths),
        new("1.3.5", "AA", Way.Axe),
        new("1.4.1", "A", Way.Read),
        new("1.4.2", "A", Way.None),
        new("1.4.3", "AA", Way.Axe, Way.Colours),
        new("1.4.4", "AA", Way.Axe, Way.Widths),
        new("1.4.5", "AA", Way.Read),
        new("1.4.10", "AA", Way.Widths),
        new("1.4.11", "AA", Way.Colours),
        new("1.4.12", "AA", Way.Axe, Way.Read),
        new("1.4.13", "AA", Way.Read),
        new("2.1.1", "A", Way.Keys, Way.Axe),
        new("2.1.2", "A", Way.Keys),
        new("2.1.4", "A", Way.Keys),
        new("2.2.1", "A", Way.Axe, Way.Read),
        new("2.2.2", "A", Way.Read),
        new("2.3.1", "A", Way.Read),
        new("2.4.1", "A", Way.Axe, Way.Keys),
        new("2.4.2", "A", Way.Axe),
        new("2.4.3", "A", Way.Keys),
        new("2.4.4", "A", Way.Axe, Way.Heard),
        new("2.4.5", "AA", Way.Read),
        new("2.4.6", "AA", Way.Heard, Way.Read),
        new("2.4.7", "AA", Way.Colours, Way.Read),
        new("2.5.1", "A", Way.Keys),
        new("2.5.2", "A", Way.Read),
        new("2.5.3", "A", Way.Axe, Way.Read),
        new("2.5.4", "A", Way.None),
        new("3.1.1", "A", Way.Axe),
        new("3.1.2", "AA", Way.Axe, Way.Read),
        new("3.2.1", "A", Way.Read),
        new("3.2.2", "A", Way.Read),
        new("3.2.3", "AA", Way.Read),
        new("3.2.4", "AA", Way.Read),
        new("3.3.1", "A", Way.Input),
        new("3.3.2", "A", Way.Axe, Way.Heard),
        new("3.3.3", "AA", Way.Input),
        new("3.3.4", "AA", Way.Read),
        new("4.1.1", "A", Way.Read),
        new("4.1.2", "A", Way.Axe, Way.Heard),
        new("4.1.3", "AA", Way.Heard),
    ];
}
