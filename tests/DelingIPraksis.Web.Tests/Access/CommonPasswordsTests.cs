using DelingIPraksis.Web.Access.Accounts;

namespace DelingIPraksis.Web.Tests.Access;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("passordpassord")]
    [InlineData("Passord123456!")]
    [InlineData("P@ssw0rd2026!!")]
    [InlineData("qwertyuiop12345")]
    [InlineData("123456789012")]
    [InlineData("asdfghjkløæasdf")]
    [InlineData("abcabcabcabc")]
    [InlineData("hesthesthesthest")]
    [InlineData("Velkommen2026!")]
    [InlineData("sommersommer2025")]
    [InlineData("kommunekommune1")]
    [InlineData("deling i praksis")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("karinordmann12")]
    [InlineData("----------------ab")]
    public void What_is_guessed_first_is_refused(string password) =>
        Assert.True(CommonPasswords.IsCommon(password, ["kari", "nordmann", "kommune", "example"]));

    [Theory]
    [InlineData("fjorden er blå i dag")]
    [InlineData("fjorden er blank i dag")]
    [InlineData("tre røde epler på bordet")]
    [InlineData("vaktmesteren vet mest")]
    [InlineData("k3fj-w9xq-p2mz-t7hn")]
    [InlineData("839201746528")]
    [InlineData("passord for alle månelyse netter")]
    public void A_sentence_of_ones_own_is_taken(string password) => Assert.False(CommonPasswords.IsCommon(password, ["kari", "nordmann"]));
}
