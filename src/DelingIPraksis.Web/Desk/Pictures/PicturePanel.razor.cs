using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Kept;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Desk.Pictures;

/// <summary>The pictures of the report. A new one is encoded anew without metadata before it is kept.</summary>
public sealed partial class PicturePanel : GatheringPart<DeskSession>
{
    private string? _told;

    [Inject]
    internal IReportPictures Pictures { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<PictureTexts> PictureTexts { get; set; } = null!;

    private async Task AddAsync(InputFileChangeEventArgs chosen)
    {
        (Status, _told) = (null, T["Taking"].Value);
        StateHasChanged();
        try
        {
            Status = await TakeInAsync(chosen.File);
        }
        catch (Exception fault) when (fault is IOException or JSException or TaskCanceledException)
        {
            Status = T["UploadBroken"];
        }

        _told = Status is null ? T["Added"].Value : null;
    }

    private async Task<string?> TakeInAsync(IBrowserFile file)
    {
        if (file.Size > PictureEncoder.MostBytes)
            return PictureTexts.Say(new PictureOutcome.Refused(PictureRefusal.TooLarge));
        await using var upload = file.OpenReadStream(PictureEncoder.MostBytes);
        var (picture, refusal) = await Pictures.KeepAsync(View.Id, file.Name, upload);
        if (picture is null) return refusal;
        if (await Session.AskAsync(new Change.PicturePut(picture)) is not { } fault) return null;
        await Pictures.RemoveAsync(picture.Id);
        return fault;
    }
}
