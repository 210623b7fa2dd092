using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>Shows whether the text is saved, waiting or not sent: always in the same place, in words.</summary>
public partial class SaveState : ComponentBase
{
    private const string Hourglass = "M5 3h8M5 15h8M6 3c0 3 2 4.5 3 6c1-1.5 3-3 3-6M6 15c0-3 2-4.5 3-6c1 1.5 3 3 3 6";
    private const string Tick = "M3.5 9.5l4 4l7-9";
    private const string Dots = "M4 9h.01M9 9h.01M14 9h.01";
    private const string Unsent = "M9 3.5v7M9 14h.01";
    private SaveStatus _last = SaveStatus.Saved;

    [Parameter, EditorRequired]
    public SaveStatus Status { get; set; }

    /// <summary>The screen's own text beside the state, for example why something was not sent.</summary>
    [Parameter]
    public string? Because { get; set; }

    protected override void OnParametersSet()
    {
        if (Status == _last)
            return;
        // «Saved» is announced only after a problem, not after every save.
        if (
            Status is SaveStatus.Waiting or SaveStatus.NotSent
            || (Status is SaveStatus.Saved && _last is SaveStatus.Waiting or SaveStatus.NotSent)
        )
            Announcer.Say(Words);
        _last = Status;
    }

    private string Class =>
        Status switch
        {
            SaveStatus.Saving => "saving",
            SaveStatus.Waiting => "waiting",
            SaveStatus.NotSent => "not-sent",
            _ => "saved",
        };

    private string Sign =>
        Status switch
        {
            SaveStatus.Saving => Dots,
            SaveStatus.Waiting => Hourglass,
            SaveStatus.NotSent => Unsent,
            _ => Tick,
        };

    private string Words
    {
        get
        {
            var words = T[
                Status switch
                {
                    SaveStatus.Saving => "Saving",
                    SaveStatus.Waiting => "Waiting",
                    SaveStatus.NotSent => "NotSent",
                    _ => "AllSaved",
                }
            ];
            return Because is { Length: > 0 } ? $"{words.Value}. {Because}" : words;
        }
    }
}
