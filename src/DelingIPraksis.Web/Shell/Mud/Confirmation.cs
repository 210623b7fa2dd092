using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

internal static class Confirmation
{
    /// <returns>True for yes. False for no, or when the dialog was closed.</returns>
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
