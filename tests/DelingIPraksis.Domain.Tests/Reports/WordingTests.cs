using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class WordingTests
{
    [Theory]
    [InlineData("Vi mangler et sted å lagre materialer", "vi mangler et sted å lagre materialer.")]
    [InlineData("Vi mangler et sted å lagre materialer", "Vi mangler et godt sted å lagre materialer")]
    [InlineData(
        "Vi mangler et sted å lagre materialer",
        "Flere sier: «Vi mangler et sted\nå lagre materialer», og det haster for de fleste av dem"
    )]
    [InlineData("Penger", "penger")]
    [InlineData("Ingen tid", "Ingen penger. Ingen tid!")]
    [InlineData("Ingen tid", "To sa «ingen tid», og mente det")]
    [InlineData("Ingen tid", "Ingen penger\n- Ingen tid\n- Ingen plan")]
    [InlineData("Ingen tid", "Ingen plan / ingen tid / ingen penger")]
    [InlineData("🌱", "🌱")]
    public void The_same_words_or_nearly_so_are_a_quotation(string quote, string text) => Assert.True(Of(quote).IsContainedIn(Of(text)));

    [Theory]
    [InlineData("Vi mangler et sted å lagre materialer", "Lagring av brukte materialer er en utfordring")]
    [InlineData("Penger", "Det mangler penger til drift")]
    [InlineData("for lite tid", "Mange har for lite tid til å planlegge")]
    [InlineData("Ingen tid", "Ingen tid er satt av til dette")]
    [InlineData("Ingen tid", "Det er ingen tid, men det er vilje")]
    [InlineData("Ingen tid", "Vi har det travelt. Ingen tid er satt av.")]
    [InlineData("🌱", "🌊")]
    [InlineData("Penger", "")]
    public void What_the_organiser_says_in_own_words_is_none(string quote, string text) => Assert.False(Of(quote).IsContainedIn(Of(text)));

    [Fact]
    public void Each_place_where_the_words_stand_is_replaced_and_nothing_else() => Assert.Equal(
        "Først: ord som er mildere. Så: ord som er mildere!",
        Of("et to tre fire").Replace(Of("Først: Et, to tre fire. Så: et to tre FIRE!"), "ord som er mildere")?.Value);

    [Fact]
    public void Softer_words_that_hold_the_harder_ones_end_too() =>
        Assert.Equal("kanskje et to tre fire", Of("et to tre fire").Replace(Of("et to tre fire"), "kanskje et to tre fire")?.Value);

    private static Wording Of(string text) => new(text);
}
