using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Tests.Synthesis;

public sealed class NoteSearchTests
{
    [Theory]
    [InlineData("anskaffelse", "Reglene for anskaffelser er vanskelige")]
    [InlineData("anskaffelsene", "En anskaffelse tar tid")]
    [InlineData("muligheter", "Ein moglegheit for oss")]
    [InlineData("lagringen", "Mellomlagring av materialer")]
    [InlineData("penger", "Vi treng midlar til dette")]
    [InlineData("LAG", "Felles lager")]
    [InlineData("stad lager", "Felles lager")]
    [InlineData("", "Hva som helst")]
    public void A_note_is_found_in_any_form_in_both_written_languages_as_a_part_and_by_who_wrote_it(string words, string note) =>
        Assert.True(new NoteSearch(words).Finds(note, "Stad"));

    [Theory]
    [InlineData("bolig", "Vi bor langt unna")]
    [InlineData("lager avgift", "Felles lager")]
    public void What_is_not_there_is_not_found(string words, string note) => Assert.False(new NoteSearch(words).Finds(note, "Stad"));
}
