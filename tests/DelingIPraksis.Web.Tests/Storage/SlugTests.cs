using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Tests.Storage;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Sirkulære kommuner – 3. samling", 2026, "sirkulaere-kommuner-3-samling-2026")]
    [InlineData("Øst møter Vest på Ås", 2025, "ost-moter-vest-pa-as-2025")]
    [InlineData("Samling 2026", 2026, "samling-2026")]
    [InlineData("../../etc/passwd", 2026, "etc-passwd-2026")]
    [InlineData("👩🏽‍🔧", 2026, "samling-2026")]
    [InlineData("", 2026, "samling-2026")]
    public void A_title_becomes_an_address(string title, int year, string slug) => Assert.Equal(slug, Slug.Of(title, year));

    [Fact]
    public void A_long_title_becomes_a_short_address() => Assert.InRange(Slug.Of(new string('a', 500), 2026).Length, 1, 90);

    [Fact]
    public void A_taken_address_gets_a_number() =>
        Assert.Equal("samling-2026-3", Slug.FirstFree("samling-2026", new HashSet<string> { "samling-2026", "samling-2026-2" }));
}
