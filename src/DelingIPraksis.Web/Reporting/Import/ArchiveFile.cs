using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>A gathering read from a file, or what is wrong with the file; one of them is empty.</summary>
/// <param name="Id">The identity the file gives it.</param>
/// <param name="Archive">What the gathering is made of.</param>
/// <param name="Faults">What is wrong, at most <see cref="ArchiveFile.MostFaults"/>.</param>
internal sealed record ArchiveReadResult(Id<Gathering> Id, GatheringArchive? Archive, IReadOnlyList<ImportFault> Faults)
{
    public static ArchiveReadResult Wrong(params IReadOnlyList<ImportFault> faults) => new(default, null, faults);
}

/// <summary>
/// Reads the archive edition of the JSON. What it costs is bounded before anything is read: by size, depth, and no compression.
/// </summary>
internal static class ArchiveFile
{
    /// <summary>Some ten times the largest gathering that there can be.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>Nobody mends more than this at a time.</summary>
    public const int MostFaults = 20;

    private static readonly JsonSerializerOptions _options = new(ReportJsonFile.Options)
    {
        MaxDepth = 16,
        // What a newer edition of the service has learnt to keep must not be lost without a word.
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
            // Of a newer edition nothing else is worth saying: what we do not understand may be right there.
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
