namespace DelingIPraksis.Web.Console;

/// <summary>How much a pair needs the facilitator, most first: the order of the table.</summary>
public enum PairNeed
{
    /// <summary>It has asked.</summary>
    Help,

    /// <summary>Nobody is here for one of its parties.</summary>
    Absent,

    /// <summary>Nothing has been written for a while in a phase where one writes.</summary>
    Quiet,

    /// <summary>It is at work.</summary>
    Working,

    /// <summary>All of it have said that they are done.</summary>
    Done,
}
