using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.ThemesBenchmark;

namespace DelingIPraksis.Domain.Tests.Synthesis.Themes;

public sealed class NearDuplicateTests
{
    [Theory]
    [InlineData("Mangler kompetanse om innkjøp", "Manglande kompetanse på innkjøp")]
    [InlineData("Politisk forankring mangler", "Mangel på politisk forankring")]
    [InlineData("Sykkelveier mangler", "Manglar sykkelvegar")]
    [InlineData("Nettverk for erfaringsdeling", "Nettverk for deling av erfaringar")]
    [InlineData("Frivillige lag kan drive utlån", "Frivilige lag kan drive utlån")]
    public void The_same_said_in_other_forms_is_found(string one, string other) =>
        Assert.Equal([0, 2], Assert.Single(NearDuplicates.Find([one, "Noe helt annet om solceller", other], Lexicon.Standard)).Notes);

    [Theory]
    [InlineData("Felles innkjøp i regionen", "Felles kulturskole i regionen")]
    [InlineData("Boliger for unge", "Boliger for eldre")]
    [InlineData("", "")]
    [InlineData("??", "!!")]
    public void What_only_looks_alike_is_left_apart(string one, string other) =>
        Assert.Empty(NearDuplicates.Find([one, other], Lexicon.Standard));

    [Fact]
    public void Nine_of_ten_are_found_and_few_wrongly()
    {
        var (recall, precision) = Duplicates.Measure(LabelledNotes.Read("duplicates"));
        Assert.InRange(recall, 0.9, 1);
        Assert.InRange(precision, 0.85, 1);
    }
}
