namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The shape of a party in its pair: the first is a fjord-blue circle, the second a stone-red square, the third a green leaf.
/// </summary>
public enum MarkShape
{
    Round,
    Square,
    Leaf,
}
