namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>The state of the user's text: saved, being sent, waiting for the network in this browser, or refused.</summary>
public enum SaveStatus
{
    Saved,
    Saving,
    Waiting,
    NotSent,
}
