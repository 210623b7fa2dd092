using System.Globalization;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Searching;

namespace DelingIPraksis.Domain.Tests.Searching;

/// <summary>
/// How well compounds are found by their parts, on long words that were split by hand (<c>tests/corpora/compounds.txt</c>). The figures are
/// those of <c>docs/search.md</c>.
/// </summary>
public sealed class CompoundSearchTests
{
    private static readonly List<(string Word, string[] Parts)> _words =
    [
        .. Lines()
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' '))
            .Select(words => (words[0], words[1..])),
    ];

    private readonly SearchReader _reader = new();

    [Fact]
    public void Most_parts_of_compounds_find_them()
    {
        var parts = _words.SelectMany(word => word.Parts.Select(part => (word.Word, Part: part))).ToList();
        var missed = parts.Where(part => !Finds(part.Part, part.Word)).ToList();
        var share = 1 - ((double)missed.Count / parts.Count);
        Assert.True(
            share >= 0.909,
            string.Create(CultureInfo.InvariantCulture, $"{share:P1} of {parts.Count}: {string.Join(", ", missed)}")
        );
    }

    [Fact]
    public void Few_words_are_taken_for_compounds_that_are_none()
    {
        var simple = _words.Where(word => word.Parts.Length == 0).Select(word => word.Word).ToList();
        var split = simple
            .ConvertAll(Read)
            .FindAll(word => word.Parts.Length > 0)
            .ConvertAll(word => $"{word.Folded}: {string.Join('+', word.Parts)}");
        Assert.True(
            split.Count <= 7,
            string.Create(CultureInfo.InvariantCulture, $"{split.Count} of {simple.Count}: {string.Join(", ", split)}")
        );
    }

    private static string[] Lines()
    {
        using var stream = typeof(CompoundSearchTests).Assembly.GetManifestResourceStream("compounds.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
    }

    private bool Finds(string part, string word) =>
        Read(word) is var read
        && NorwegianStemmer.Stem(part) is var stem
        && (read.Stem == stem || read.Parts.Contains(stem) || IsInOwnParts(part, read));

    // «barnehage» is itself a compound: all of its parts are there.
    private bool IsInOwnParts(string part, SearchWord read) => Read(part).Parts is { Length: > 0 } own && own.All(read.Parts.Contains);

    private SearchWord Read(string word) => _reader.Read(word).Single();
}
