using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>A gathering that was read from a file, or the faults of the file. One of the two is empty.</summary>
/// <param name="Id">The id of the gathering, from the file.</param>
/// <param name="Archive">The content of the gathering.</param>
/// <param name="Faults">The faults, at most <see cref="ArchiveFile.MostFaults"/>.</param>
internal sealed record ArchiveReadResult(Id<Gathering> Id, GatheringArchive? Archive, IReadOnlyList<ImportFault> Faults)
{
    /// <summary>The presentations that lie in the bundle, if the file came in one.</summary>
    public IReadOnlyList<BundledFile> Files { get; init; } = [];

    public static ArchiveReadResult Wrong(params IReadOnlyList<ImportFault> faults) => new(default, null, faults);
}

/// <summary>
/// Reads the archive edition of the JSON. The cost is limited before the reading begins: by size, by depth, and by allowing no compression.
/// </summary>
internal static class ArchiveFile
{
    /// <summary>About ten times the largest possible gathering.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>The highest number of faults to report. Nobody corrects more at a time.</summary>
    public const int MostFaults = 20;

    private static readonly JsonSerializerOptions _options = new(ReportJsonFile.Options)
    {
        MaxDepth = 16,
        // Hazard: fields that a newer version of the service has added would be lost silently. They are refused instead.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    public static async Task<ArchiveReadResult> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        if (await TextFile.BytesAsync(stream, LargestFile, cancellation) is not { } content)
            return ArchiveReadResult.Wrong(new ImportFault("", "TooLarge", LargestFile / 1024 / 1024));
        try
        {
            return JsonSerializer.Deserialize<ReportJson>(TextFile.ToUtf8(content).Span, _options) is { } json
                ? ArchiveReader.Read(json)
                : ArchiveReadResult.Wrong(new ImportFault("", "NotJson", 1));
        }
        catch (JsonException fault)
        {
            // For a newer version, report only that: what seems wrong here may be correct there.
            return ArchiveReadResult.Wrong(Newer(TextFile.ToUtf8(content)) ?? FaultOf(fault));
        }
    }

    private static ImportFault? Newer(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 64 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number > ReportJson.CurrentVersion
                ? new ImportFault("version", "Newer", number)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ImportFault FaultOf(JsonException fault)
    {
        var where = fault.Path is ['$', '.', .. var path] ? path : "";
        var line = (fault.LineNumber ?? 0) + 1;
        if (fault.InnerException is JsonException || where.Length == 0) return new ImportFault("", "NotJson", line);
        return new ImportFault(
            where,
            fault.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "UnknownField" : "WrongValue",
            line
        );
    }
}
