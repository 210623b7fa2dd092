using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Norwegian;

public sealed class NorwegianStemmerTests
{
    [Theory]
    [InlineData("mulighet muligheten muligheter mulighetene moglegheit moglegheiter moglegheitene")]
    [InlineData("løsning løsninger løsningene løysing løysingar løysingane")]
    [InlineData("virksomhet virksomheter verksemd verksemder")]
    [InlineData("barriere barrierer barrierene barrierar barrierane")]
    [InlineData("kommune kommuner kommunene kommunar kommunane")]
    [InlineData("innbygger innbyggere innbyggjar innbyggjarar")]
    [InlineData("skole skoler skule skular")]
    [InlineData("måling målinger målingar målingane")]
    [InlineData("tjeneste tjenester teneste tenester")]
    public void The_forms_of_a_word_in_bokmal_and_nynorsk_have_one_stem(string forms) =>
        Assert.Single(forms.Split(' ').Select(NorwegianStemmer.Stem).Distinct());

    [Theory]
    [InlineData("innkjøp", "innbygger")]
    [InlineData("mulighet", "måling")]
    [InlineData("lager", "leder")]
    public void Different_words_stay_apart(string one, string other) =>
        Assert.NotEqual(NorwegianStemmer.Stem(one), NorwegianStemmer.Stem(other));

    [Theory]
    [InlineData("ø")]
    [InlineData("3d")]
    [InlineData("2026")]
    [InlineData("ar")]
    public void No_word_becomes_nothing(string word) => Assert.NotEmpty(NorwegianStemmer.Stem(word));

    [Fact]
    public void A_need_in_nynorsk_meets_an_offer_in_bokmal_and_is_told_in_the_words_of_the_one_who_asks()
    {
        PairingParty[] parties =
        [
            new("A", "A", Asks: "moglegheiter for ombruk av møblar", Offers: "målinger"),
            new("B", "B"),
            new("C", "C", Asks: "måling", Offers: "muligheten vår"),
            new("D", "D"),
        ];
        var solution = Assert.IsType<PairingSolution>(PairingSolver.Solve(new PairingProblem { Parties = parties }));
        var group = Assert.Single(solution.Groups, group => group.Keys.Contains("A"));
        Assert.Contains("C", group.Keys);
        var reason = Assert.Single(group.Reasons, reason => reason.Code == PairingReasonCode.AskMeetsOffer && reason.Keys[0] == "A");
        Assert.Equal(["moglegheiter"], reason.Words);
    }
}
