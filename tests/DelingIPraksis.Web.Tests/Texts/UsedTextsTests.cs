using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Tests.Texts;

/// <summary>Every text a screen asks for by name is there. A key that is put together is held to its beginning.</summary>
public sealed partial class UsedTextsTests
{
    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var texts = ResxFiles.Sets.ToDictionary(set => set, set => ResxFiles.Read(set, "nb").Keys.ToHashSet());
        var missing =
            from component in Components()
            let source = string.Join('\n', component.Select(File.ReadAllText))
            from Match injected in LocalizerPattern().Matches(source)
            let set = injected.Groups[1].Value
            from asked in KeysAskedFor(source, injected.Groups[2].Value)
            where !texts.TryGetValue(set, out var keys) || !asked.IsIn(keys)
            select $"{Path.GetRelativePath(Sources.Root, component.First())}: {set}[\"{asked.Key}{(asked.IsBeginning ? "…" : "")}\"]";
        // In one sentence each, so that the whole list can be read.
        Assert.Equal("", string.Join('\n', missing.Distinct()));
    }

    [Theory]
    [InlineData("""T["Save"]""", "Save")]
    [InlineData("""T["FieldTooLong", 12]""", "FieldTooLong")]
    [InlineData("""T[x ? "Yes" : "No"]""", "Yes No")]
    [InlineData("""T[s switch { Kind.A => "Yes", _ => "No" }]""", "Yes No")]
    [InlineData("""T[$"Phase{x}Title"]""", "Phase…")]
    public void Knows_the_ways_a_text_is_asked_for(string source, string keys) =>
        Assert.Equal(keys, string.Join(' ', KeysAskedFor(source, "T").Select(asked => asked.Key + (asked.IsBeginning ? "…" : ""))));

    // A component is its razor file and its code-behind together.
    private static IEnumerable<IGrouping<string, string>> Components() =>
        Directory.EnumerateFiles(Sources.Web, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !Sources.IsMade(file))
            .GroupBy(file => file.Replace(".razor.cs", ".razor", StringComparison.Ordinal));

    private static IEnumerable<Asked> KeysAskedFor(string source, string localizer)
    {
        foreach (Match use in Regex.Matches(source, $@"(?<![\w.]){Regex.Escape(localizer)}\["))
        {
            var expression = UpToTheEnd(source[(use.Index + use.Length)..]);
            if (expression.StartsWith("$\"", StringComparison.Ordinal))
                yield return new(expression[2..].Split('{')[0], IsBeginning: true);
            else if (expression.StartsWith('"'))
                yield return new(expression.Split('"')[1], IsBeginning: false);
            else
            {
                foreach (Match chosen in ChosenPattern().Matches(expression))
                    yield return new(chosen.Groups[1].Value, IsBeginning: false);
            }
        }
    }

    private static string UpToTheEnd(string rest)
    {
        for (var (at, depth) = (0, 0); at < rest.Length; at++)
        {
            depth += rest[at] switch { '[' or '(' or '{' => 1, ']' or ')' or '}' => -1, _ => 0 };
            if (depth < 0)
                return rest[..at];
        }
        return rest;
    }

    private sealed record Asked(string Key, bool IsBeginning)
    {
        public bool IsIn(HashSet<string> keys) =>
            IsBeginning ? keys.Any(key => key.StartsWith(Key, StringComparison.Ordinal)) : keys.Contains(Key);
    }

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\??\s+(\w+)")]
    private static partial Regex LocalizerPattern();

    [GeneratedRegex(@"(?:=>|\?|:)\s*""(\w+)""")]
    private static partial Regex ChosenPattern();
}
