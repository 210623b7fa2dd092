namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The shape of a party in its pair: the first is round and fjord-blue, the second square and stone-red, the third a green leaf.
/// </summary>
public enum MarkShape
{
    Round,
    Square,
    Leaf,
}
