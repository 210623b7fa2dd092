using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Domain.Tests.Reading;

public sealed class SpeakerReaderTests
{
    [Theory]
    [InlineData("Anne Marie Bakken, Lom kommune", "Anne Marie Bakken, Lom kommune")]
    [InlineData("Per Olav Sletten, Skjåk kommune og Ingrid Moen, NVE", "Per Olav Sletten, Skjåk kommune; Ingrid Moen, NVE")]
    [InlineData("Jon Berg og Anita Riise, Voss herad", "Jon Berg, Voss herad; Anita Riise, Voss herad")]
    [InlineData("Stian Vik og Nora Aa (Vik kommune)", "Stian Vik, Vik kommune; Nora Aa, Vik kommune")]
    [InlineData("Siri Hagen (Vik kommune)", "Siri Hagen, Vik kommune")]
    [InlineData("ordfører Gunnar Wilhelmsen", "Gunnar Wilhelmsen")]
    [InlineData("Kari Moe fra Dovre kommune", "Kari Moe, Dovre kommune")]
    [InlineData("Marte Haave, seniorforsker, NORCE", "Marte Haave, NORCE")]
    [InlineData("Mari de la Cruz, Vik kommune, og Ole Lie, UiT", "Mari de la Cruz, Vik kommune; Ole Lie, UiT")]
    public void People_and_where_they_come_from_are_told_apart(string text, string speakers) =>
        Assert.Equal(speakers, SpeakerList.Write(SpeakerReader.Read(text, name => Names.Find(name) is not null)));

    [Theory]
    [InlineData("Øystre Slidre")]
    [InlineData("Vik kommune")]
    [InlineData("vi snakket om Lom og Skjåk")]
    [InlineData("KS Nord")]
    [InlineData("Kjetil Berg fra KS med tanker om kretsløp")]
    public void What_is_nobody_is_read_as_nobody(string text) =>
        Assert.Empty(SpeakerReader.Read(text, name => Names.Find(name) is not null));
}
