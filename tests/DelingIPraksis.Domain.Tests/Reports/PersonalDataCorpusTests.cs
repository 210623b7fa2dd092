using DelingIPraksis.Domain.Reports;
using DelingIPraksis.ThemesBenchmark;

namespace DelingIPraksis.Domain.Tests.Reports;

/// <summary>
/// How much is found of what was planted (<c>tests/corpora/personal-data</c>), and how often a note of the sets for themes, which were
/// written without a thought of this, is warned about for nothing.
/// </summary>
public sealed class PersonalDataCorpusTests
{
    private const double LeastRecall = 0.95;

    [Fact]
    public void Nineteen_of_twenty_planted_are_found_of_each_kind()
    {
        var planted = Planted().ToList();
        Assert.Equal(500, planted.Count);
        var missed = planted.Where(line => !PersonalData.In(line.Text).Contains(line.Kind)).ToList();
        foreach (var kind in planted.GroupBy(line => line.Kind))
            TestContext.Current.SendDiagnosticMessage(
                $"{kind.Key}: {kind.Count() - missed.Count(line => line.Kind == kind.Key)} of {kind.Count()}");
        Assert.True(missed.Count <= (1 - LeastRecall) * planted.Count, Told(missed));
        Assert.All(planted.GroupBy(line => line.Kind), kind =>
            Assert.True(missed.Count(line => line.Kind == kind.Key) <= (1 - LeastRecall) * kind.Count(), Told(missed)));
    }

    [Fact]
    public void At_most_one_note_in_a_hundred_is_warned_about_for_nothing()
    {
        var notes = new[] { "open", "kept-aside", "fresh", "stranger" }.SelectMany(set => LabelledNotes.Read(set).Notes).ToList();
        var warned = notes.Where(note => !PersonalData.In(note).IsEmpty).ToList();
        TestContext.Current.SendDiagnosticMessage($"{warned.Count} of {notes.Count} notes warned about: {string.Join(" | ", warned)}");
        Assert.True(warned.Count * 100 <= notes.Count, string.Join('\n', warned));
    }

    private static string Told(IEnumerable<(PersonalDataKind Kind, string Text)> missed) =>
        string.Join('\n', missed.Select(line => $"{line.Kind}: {line.Text}"));

    private static IEnumerable<(PersonalDataKind Kind, string Text)> Planted()
    {
        using var reader = new StreamReader(
            typeof(PersonalDataCorpusTests).Assembly.GetManifestResourceStream("planted-personal-data.tsv")!);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split('\t') is [var kind, var text]) yield return (Enum.Parse<PersonalDataKind>(kind), text);
    }
}
