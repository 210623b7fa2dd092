using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml.Packaging;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Shared code for all zip-based files. Writing a package needs seeking, which a network connection does not allow, so it is made in
/// memory, where it is small. The same state gives the same bytes: every entry has the time of the gathering's last change, and no name is
/// random.
/// </summary>
internal static class Package
{
    private const uint Directory = 0x02014b50;
    private const uint End = 0x06054b50;

    public static async Task WriteAsync(DateTimeOffset changedAt, Stream stream, Func<Stream, Task> pack, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await pack(memory);
        SetClock(memory.GetBuffer().AsSpan(0, (int)memory.Length), NorwegianTime.Of(changedAt));
        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellation);
    }

    public static Task WriteAsync(DateTimeOffset changedAt, Stream stream, Action<Stream> pack, CancellationToken cancellation) =>
        WriteAsync(changedAt, stream, memory =>
        {
            pack(memory);
            return Task.CompletedTask;
        }, cancellation);

    public static Task WriteAsync(GatheringReport report, Stream stream, Func<Stream, Task> pack, CancellationToken cancellation) =>
        WriteAsync(report.ChangedAt, stream, pack, cancellation);

    public static Task WriteAsync(GatheringReport report, Stream stream, Action<Stream> pack, CancellationToken cancellation) =>
        WriteAsync(report.ChangedAt, stream, pack, cancellation);

    /// <summary>A file of this process alone, for what is too large for the memory. It is removed when it is closed.</summary>
    public static FileStream Temporary()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    /// <summary>A time that the format can tell: it has no years before 1980.</summary>
    public static DateTimeOffset Clock(DateTimeOffset at) => at.Year < 1980 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, at.Offset) : at;

    /// <summary>Formats an instant for metadata.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Writes title, author and other properties of a report.</summary>
    public static void Describe(CoreFilePropertiesPart part, GatheringReport report, string subject, string category) =>
        Describe(part, new PackageProperties(
            report.Facts.Title.OneLine(),
            subject,
            report.Facts.Network.OneLine(),
            report.Facts.Language.Culture(),
            category,
            report.MadeAt,
            report.ChangedAt)
        {
            Description = string.Join(' ', new ReportWords(report.Facts.Language).Withheld(report.Withheld)),
        });

    /// <summary>
    /// Writes title, author and other properties. They are written by hand, because the library gives the part a random name.
    /// </summary>
    public static void Describe(CoreFilePropertiesPart part, PackageProperties of)
    {
        XNamespace properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            dublin = "http://purl.org/dc/elements/1.1/",
            terms = "http://purl.org/dc/terms/",
            instance = "http://www.w3.org/2001/XMLSchema-instance";
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(new XElement(
            properties + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", properties),
                new XAttribute(XNamespace.Xmlns + "dc", dublin),
                new XAttribute(XNamespace.Xmlns + "dcterms", terms),
                new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(dublin + "title", of.Title),
            new XElement(dublin + "subject", of.Subject),
            new XElement(dublin + "creator", of.Creator),
            new XElement(dublin + "language", of.Language),
            of.Description.Length > 0 ? new XElement(dublin + "description", of.Description) : null,
            new XElement(properties + "category", of.Category),
            new XElement(terms + "created", new XAttribute(instance + "type", "dcterms:W3CDTF"), Instant(of.MadeAt)),
            new XElement(terms + "modified", new XAttribute(instance + "type", "dcterms:W3CDTF"), Instant(of.ChangedAt)))).Save(stream);
    }

    // Each entry has its time in two places: before its content, and in the directory at the end.
    private static void SetClock(Span<byte> zip, DateTimeOffset at)
    {
        // The format cannot express years before 1980, and has a resolution of two seconds.
        var date = (ushort)((Math.Max(0, at.Year - 1980) << 9) | (at.Month << 5) | at.Day);
        var time = (ushort)((at.Hour << 11) | (at.Minute << 5) | (at.Second / 2));
        var end = zip.Length - 22;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(zip[end..]) != End) end--;
        for (
            var entry = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
            BinaryPrimitives.ReadUInt32LittleEndian(zip[entry..]) == Directory;

        )
        {
            Set(zip[(entry + 12)..], time, date);
            Set(zip[((int)BinaryPrimitives.ReadUInt32LittleEndian(zip[(entry + 42)..]) + 10)..], time, date);
            entry +=
                46
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(entry + 28)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(entry + 30)..])
                + BinaryPrimitives.ReadUInt16LittleEndian(zip[(entry + 32)..]);
        }
    }

    private static void Set(Span<byte> where, ushort time, ushort date)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(where, time);
        BinaryPrimitives.WriteUInt16LittleEndian(where[2..], date);
    }
}

/// <summary>The properties of a document.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subject">Day, host and place.</param>
/// <param name="Creator">Whose it is.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Category">What kind of document it is.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
internal sealed record PackageProperties(
    string Title,
    string Subject,
    string Creator,
    string Language,
    string Category,
    DateTimeOffset MadeAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>What is left out of it; empty when nothing is.</summary>
    public string Description { get; init; } = "";
}
