using CsCheck;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Tests.Shell;

public sealed class EmailAddressesTests
{
    [Theory]
    [InlineData("ola.d'angelo@stad.kommune.no", "ola.d'angelo@stad.kommune.no")]
    [InlineData("ola.d’angelo@stad.kommune.no", "ola.d'angelo@stad.kommune.no")]
    [InlineData(" Kari@Stad.kommune.no\u200B", "Kari@Stad.kommune.no")]
    [InlineData("<mailto:kari@stad.kommune.no>", "kari@stad.kommune.no")]
    [InlineData("bjørn@stad.kommune.no", "bjørn@stad.kommune.no")]
    [InlineData("x/y@stad.kommune.no", "x/y@stad.kommune.no")]
    [InlineData("kari+nett=1@stad.kommune.no", "kari+nett=1@stad.kommune.no")]
    [InlineData("kari@bø.kommune.no", "kari@bø.kommune.no")]
    public void Takes_an_address_as_people_have_and_paste_it(string typed, string address) =>
        Assert.Equal(address, EmailAddresses.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kari")]
    [InlineData("@stad.kommune.no")]
    [InlineData("kari@")]
    [InlineData("kari nordmann@stad.kommune.no")]
    [InlineData("Kari <kari@stad.kommune.no>")]
    [InlineData("kari@stad.kommune.no, per@stad.kommune.no")]
    public void Says_no_to_what_is_not_one_address(string? typed) => Assert.Null(EmailAddresses.Read(typed));

    [Theory]
    [InlineData("Kari Nordmann <kari@stad.kommune.no>; o'hara@stad.kommune.no.", "kari@stad.kommune.no", "o'hara@stad.kommune.no")]
    [InlineData(
        "Skriv til ola.d’angelo@stad.kommune.no! Eller 'per@stad.kommune.no'",
        "ola.d'angelo@stad.kommune.no",
        "per@stad.kommune.no"
    )]
    [InlineData("a@stad.kommune.no/b@stad.kommune.no", "a@stad.kommune.no", "b@stad.kommune.no")]
    [InlineData("x/y@stad.kommune.no\tmailto:z@stad.kommune.no", "x/y@stad.kommune.no", "z@stad.kommune.no")]
    [InlineData("uten adresse, @stad og 3 @ 100 kr")]
    public void Finds_the_addresses_in_a_text(string text, params string[] addresses) =>
        Assert.Equal(addresses, EmailAddresses.In(text).Select(found => found.Address));

    [Fact]
    public void A_part_of_an_address_is_never_taken_for_the_whole() =>
        Gen.String[Gen.Char["abø.'’/+_-!#$%&*=?^`{|}~\u00AD\u2011\\"], 1, 12]
            .Sample(local =>
    {
        var text = $"x {local}@stad.kommune.no y";
        foreach (var found in EmailAddresses.In(text).Where(found => found.Address is not null))
        {
            var before = text[text.IndexOf(found.Written, StringComparison.Ordinal) - 1];
            Assert.True(before is ' ' or '\'' or '’' or '/' or '*' or '|', $"{found.Address} of {text}");
        }
    });
}
