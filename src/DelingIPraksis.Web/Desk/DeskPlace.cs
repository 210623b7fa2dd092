namespace DelingIPraksis.Web.Desk;

/// <summary>What stands beside the report. It is in the address, so that it survives a reload and can be linked to.</summary>
public enum DeskPlace
{
    /// <summary>The notes and their themes.</summary>
    Notes,

    /// <summary>What the parties may be quoted on.</summary>
    Consent,

    /// <summary>What remains to be done, the publication and the files.</summary>
    Publishing,

    /// <summary>Nothing: the report has the whole width.</summary>
    None,
}

/// <summary>How a place is written in an address.</summary>
internal static class DeskPlaces
{
    /// <summary>The name of the value in the address.</summary>
    public const string Query = "rute";

    /// <summary>The value in the address.</summary>
    public static string NameOf(DeskPlace place) => place switch
    {
        DeskPlace.Notes => "lapper",
        DeskPlace.Consent => "samtykke",
        DeskPlace.Publishing => "publisering",
        _ => "ingen",
    };

    /// <summary>The place with this name; null when the address does not say, or says something else.</summary>
    public static DeskPlace? Parse(string? name)
    {
        foreach (var place in Enum.GetValues<DeskPlace>())
            if (NameOf(place) == name) return place;
        return null;
    }
}
