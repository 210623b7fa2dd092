using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Tests.Console;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Tests.Pairing;

public sealed class ReasonWordsTests
{
    private static readonly string Stad = TestData.Party(0).ToString();
    private static readonly string Arendal = TestData.Party(1).ToString();
    private static readonly string Kristiansand = TestData.Party(2).ToString();
    private static readonly GatheringView View = GatheringView.For(TestData.Planned(3, 3), TestData.Facilitator);

    public static TheoryData<string, PairingReasonCode> Codes
    {
        get
        {
            var codes = new TheoryData<string, PairingReasonCode>();
            foreach (var culture in (string[])["nb-NO", "nn-NO", "en-GB"])
                foreach (var code in Enum.GetValues<PairingReasonCode>()) codes.Add(culture, code);
            return codes;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_has_a_sentence_about_those_it_concerns(string culture, PairingReasonCode code)
    {
        var about = code is PairingReasonCode.TrioSeat or PairingReasonCode.HostInTrio ? (string[])[Stad] : [Stad, Arendal];
        foreach (var count in (int[])[1, 3])
        {
            var sentence = Words(culture)
                .Of(new PairingReason(code, about, count, new DateOnly(2024, 5, 7), "avfall", ["ombruk", "lager"]), View);
            Assert.Contains("Stad", sentence, StringComparison.Ordinal);
            if (about.Length == 2) Assert.Contains("Arendal", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("Reason", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        PairingReasonCode.MetBefore,
        3,
        "Stad og Arendal har vært i par 3 ganger, sist 7. mai 2024 (som ombruk og lager). Det lot seg ikke unngå. Da snakket de om avfall."
    )]
    [InlineData(PairingReasonCode.MetLastTime, 1, "Stad og Arendal var i par også forrige gang.")]
    [InlineData(PairingReasonCode.TrioSeat, 0, "Tallet er odde. Stad har ikke sittet i en gruppe på tre før.")]
    [InlineData(PairingReasonCode.TrioSeat, 2, "Tallet er odde. Stad har sittet i en gruppe på tre 2 ganger, sist 7. mai 2024.")]
    [InlineData(PairingReasonCode.AskMeetsOffer, 2, "Stad spør etter noe som Arendal kan by på: ombruk, lager.")]
    [InlineData(PairingReasonCode.Wished, 1, "Stad har ønsket seg Arendal.")]
    public void The_sentence_says_what_the_code_says(PairingReasonCode code, int count, string sentence) =>
        Assert.Equal(
            sentence,
            Words("nb-NO")
                .Of(new PairingReason(code, [Stad, Arendal], count, new DateOnly(2024, 5, 7), "avfall", ["ombruk", "lager"]), View)
        );

    [Fact]
    public void Of_a_pair_the_names_are_not_said_again_and_of_a_trio_nothing_is_said_three_times()
    {
        var pair = new Pair(
            TestData.PairId(0),
            [TestData.Party(0), TestData.Party(1)],
            [Reason(PairingReasonCode.NeverMet, Stad, Arendal), Reason(PairingReasonCode.UnlikeCounty, Stad, Arendal)]
        );
        Assert.Equal("Har ikke vært i par før. Kommer fra hvert sitt fylke.", Words("nb-NO").Of(pair, View));
        var trio = new Pair(TestData.PairId(1), [TestData.Party(0), TestData.Party(1), TestData.Party(2)],
        [
                Reason(PairingReasonCode.NeverMet, Stad, Arendal),
                Reason(PairingReasonCode.NeverMet, Stad, Kristiansand),
                Reason(PairingReasonCode.NeverMet, Arendal, Kristiansand),
                Reason(PairingReasonCode.TrioSeat, Stad),
                Reason(PairingReasonCode.TrioSeat, Arendal),
                Reason(PairingReasonCode.TrioSeat, Kristiansand),
        ]);
        Assert.Equal(
            "Ingen av de tre har vært i par med hverandre før. Tallet er odde, og ingen av disse har sittet i en gruppe på tre før.",
            Words("nb-NO").Of(trio, View)
        );
    }

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("nn-NO")]
    [InlineData("en-GB")]
    public void Every_refusal_has_a_sentence(string culture)
    {
        foreach (var code in Enum.GetValues<PairingRefusalCode>())
        {
            var words = Words(culture)
                .Of(
                    new PairingRefusal(
                        code,
                        [Stad],
                        [new(PairingRuleKind.Forbidden, Stad, Arendal), new(PairingRuleKind.Pinned, Stad, Kristiansand)]
                    ),
                    View
                );
            Assert.DoesNotContain("Refusal", words, StringComparison.Ordinal);
            if (code == PairingRefusalCode.RulesImpossible) Assert.Contains("Kristiansand", words, StringComparison.Ordinal);
        }
    }

    private static PairingReason Reason(PairingReasonCode code, params string[] keys) => new(code, keys, 0, null, null, []);

    private static ReasonWords Words(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        var services = new ServiceCollection().AddLogging().AddTexts().BuildServiceProvider();
        return new(
            services.GetRequiredService<IStringLocalizer<PairingTexts>>(),
            services.GetRequiredService<IStringLocalizer<CommonTexts>>()
        );
    }
}
