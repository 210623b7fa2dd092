using CsCheck;
using DelingIPraksis.Web.Access.Codes;

namespace DelingIPraksis.Web.Tests.Access;

public sealed class DoorCodeTests
{
    [Theory]
    [InlineData("7K4M2QXR")]
    [InlineData("7k4m 2qxr")]
    [InlineData(" 7K4M-2QXR ")]
    [InlineData("7 k 4 m . 2 q x r")]
    [InlineData("7K4M – 2QXR")]
    [InlineData("7K4M\u22122QXR")]
    [InlineData("\u200E7K4M\u200F 2QXR\u2060")]
    [InlineData("\uFEFF7K\u00AD4M\u200B2QXR\u2028")]
    [InlineData("\u2066" + "7K4M 2QXR" + "\u2069")]
    [InlineData("http://192.0.2.2:7842/k/7K4M2QXR")]
    [InlineData("https://deling.example.no/k/7k4m2qxr/?fra=vegg")]
    [InlineData("deling.example.no/bli-med?kode=7K4M%202QXR")]
    [InlineData("https://deling.example.no/samling/1/vegg?x=1&kode=7K4M+2QXR#a")]
    [InlineData("Gå til https://deling.example.no/k/7K4M2QXR.")]
    [InlineData("<https://deling.example.no/k/7K4M2QXR>")]
    [InlineData("deling.example.no/k/7K4M2QXR<https://deling.example.no/k/7K4M2QXR>")]
    [InlineData("[https://deling.example.no/k/7K4M2QXR](https://deling.example.no/k/7K4M2QXR)")]
    [InlineData("`https://deling.example.no/k/7K4M2QXR`")]
    [InlineData("| https://deling.example.no/k/7K4M2QXR|")]
    [InlineData("<7K4M 2QXR>")]
    [InlineData("7K4M+2QXR")]
    [InlineData(
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdeling.example.no%2Fk%2F7K4M2QXR&data=05%7C02%7C&reserved=0"
    )]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.no%2Fbli-med%3Fkode%3D7K4M%252B2QXR%26a%3D1&data=05")]
    [InlineData("Kode: 7K4M 2QXR")]
    [InlineData("Koden er 7K4M 2QXR.")]
    [InlineData("«code – 7K4M2QXR»")]
    public void Takes_a_code_as_people_write_it(string typed)
    {
        Assert.True(DoorCode.TryParse(typed, out var code));
        Assert.Equal("7K4M 2QXR", code.Shown);
    }

    [Theory]
    [InlineData("OoIiLlUu", "0011 11VV")]
    [InlineData("0O1I LL00", "0011 1100")]
    [InlineData("kode 1234", "K0DE 1234")]
    public void Takes_letters_that_look_like_others(string typed, string meant)
    {
        Assert.True(DoorCode.TryParse(typed, out var code));
        Assert.Equal(meant, code.Shown);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K4M2QX")]
    [InlineData("7K4M2QXRR")]
    [InlineData("https://deling.example.no/k/7K4M2QX")]
    [InlineData("https://deling.example.no/bli-med?kode=")]
    [InlineData("7K4M2QXÅ")]
    [InlineData("７K4M2QXR")]
    [InlineData("7K4M2QXA\u030A")]
    [InlineData("https://x.example/?url=https%3A%2F%2Fx.example%2Fk%2F7K4M2QX")]
    [InlineData("<script>alert(1)</script>")]
    public void Says_no_to_what_cannot_be_a_code(string? typed) => Assert.False(DoorCode.TryParse(typed, out _));

    [Fact]
    public void Reads_back_every_code_it_makes_however_it_is_spaced_and_cased() =>
        Gen.Select(Gen.Bool, Gen.Char[" -._"]).Sample((small, between) =>
        {
            var code = DoorCode.Make();
            var typed = string.Join(between, code.Symbols.ToCharArray());
            return DoorCode.TryParse(small ? typed.ToLowerInvariant() : typed, out var read) && read == code;
        });

    [Fact]
    public void Holds_forty_bits_in_letters_that_are_told_apart()
    {
        var symbols = Enumerable.Range(0, 4_000).SelectMany(_ => DoorCode.Make().Symbols).ToHashSet();
        Assert.Equal(32, symbols.Count);
        Assert.DoesNotContain(symbols, symbol => "OILU".Contains(symbol, StringComparison.Ordinal));
        Assert.Equal(40, Math.Log2(symbols.Count) * DoorCode.Make().Symbols.Length);
    }
}
