using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>Asks whether somebody is sure.</summary>
internal static class Confirmation
{
    /// <returns>True when the answer was yes; false when it was no, or the question was closed.</returns>
    public static async Task<bool> AskAsync(this IDialogService dialogs, string title, string text, string yes, string no)
    {
        var question = await dialogs.ShowAsync<ConfirmationDialog>(title, new DialogParameters<ConfirmationDialog>
        {
            { dialog => dialog.Text, text },
            { dialog => dialog.Yes, yes },
            { dialog => dialog.No, no },
        });
        return await question.Result is { Canceled: false };
    }
}
