using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>
/// Logs hold every shape that a change has ever been written in. <c>tests/corpora/changes.jsonl</c> keeps them: a line may be added
/// to it, and is never changed or taken out.
/// </summary>
public sealed class ChangeShapeTests
{
    private static readonly JsonSerializerOptions _strict = new(GatheringJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string[] _kept = [.. Lines()];

    public static TheoryData<string> Kept() => [.. _kept];

    public static TheoryData<Type> Changes() => [.. Verbs.All];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_written_in_a_shape_that_is_kept(Type change)
    {
        var line = GatheringJson.Write((Change)Sample.Of(change));
        if (!_kept.Contains(line)) Assert.Fail($"Add this line to tests/corpora/changes.jsonl:\n{line}");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_shape_is_read(string line) => Assert.NotNull(JsonSerializer.Deserialize<Change>(line, _strict));

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(ChangeShapeTests).Assembly.GetManifestResourceStream("changes.jsonl")!);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
