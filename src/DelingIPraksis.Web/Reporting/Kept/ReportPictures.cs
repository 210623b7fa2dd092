using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Reporting.Kept;

/// <summary>Takes in the content of the pictures of a report, and removes it.</summary>
internal interface IReportPictures
{
    /// <summary>Encodes a picture anew without metadata, and keeps it. The words of the picture are not written yet.</summary>
    /// <param name="gathering">Whose report it is for. Whether the caller may add to it must have been asked before.</param>
    /// <param name="name">What the file was called.</param>
    /// <param name="upload">The uploaded file.</param>
    /// <returns>The picture, or why it was not taken in.</returns>
    Task<(ReportPicture? Picture, string? Fault)> KeepAsync(Id<Gathering> gathering, string name, Stream upload);

    /// <summary>Removes the content of a picture. When it returns, no byte is left in the data folder.</summary>
    Task RemoveAsync(Id<ReportPicture> picture);
}

/// <inheritdoc/>
internal sealed class ReportPictures(FileStore files, IStringLocalizer<PictureTexts> pictures, IStringLocalizer<FileTexts> texts)
    : IReportPictures
{
    public async Task<(ReportPicture? Picture, string? Fault)> KeepAsync(Id<Gathering> gathering, string name, Stream upload) =>
        await PictureEncoder.EncodeAsync(upload, PictureSize.Report) switch
        {
            PictureOutcome.Encoded encoded => await KeepAsync(gathering, name, encoded),
            PictureOutcome.Refused refused => (null, pictures.Say(refused)),
            var other => throw new NotSupportedException(other.GetType().Name),
        };

    public Task RemoveAsync(Id<ReportPicture> picture) => files.RemoveAsync(picture.Value);

    private async Task<(ReportPicture? Picture, string? Fault)> KeepAsync(
        Id<Gathering> gathering, string name, PictureOutcome.Encoded encoded)
    {
        var id = Guid.CreateVersion7();
        using var content = new MemoryStream(encoded.Bytes);
        return await files.KeepAsync(id, FileOwner.OfGathering(gathering), FileKind.Picture, name, content) switch
        {
            FileOutcome.Kept { File: var kept } => (
                new ReportPicture(
                    new(id),
                    new PictureFile(kept.Hash, kept.Format.Extension()[1..], encoded.Width, encoded.Height),
                    "",
                    "",
                    "",
                    Consent: false),
                null),
            FileOutcome.Refused refused => (null, texts.Say(refused.Why, FileKind.Picture)),
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }
}
