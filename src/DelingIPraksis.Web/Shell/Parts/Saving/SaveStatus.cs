namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>Where what I wrote is: kept, on its way, waiting for the network in this browser, or refused.</summary>
public enum SaveStatus
{
    Saved,
    Saving,
    Waiting,
    NotSent,
}
