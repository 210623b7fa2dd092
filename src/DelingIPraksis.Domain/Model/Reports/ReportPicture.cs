using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reports;

/// <summary>A picture in the report. Its content is kept beside the log, under its hash.</summary>
/// <param name="Id">Its identity, and that of the reference to its content.</param>
/// <param name="File">The content; it never changes.</param>
/// <param name="Caption">What stands below it; may be empty.</param>
/// <param name="Alternative">What it shows, for those who cannot see it. The preflight asks for it.</param>
/// <param name="Credit">Who took or made it; may be empty.</param>
/// <param name="Consent">
/// Whether the organiser says that those in the picture, and the one who made it, have agreed. Without it the picture is in no edition.
/// </param>
public sealed record ReportPicture(
    Id<ReportPicture> Id, PictureFile File, PlainText Caption, PlainText Alternative, PlainText Credit, bool Consent)
{
    /// <summary>The part of the programme that it stands after; null when it stands after the welcome.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Id<Block>? After { get; init; }
}

/// <summary>The content of a picture.</summary>
/// <param name="Hash">Its SHA-256: 64 hexadecimal digits, lower case.</param>
/// <param name="Format">What it is: <c>png</c> or <c>jpg</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureFile(string Hash, string Format, int Width, int Height);
