using CsCheck;
using DelingIPraksis.Domain.Colours;

namespace DelingIPraksis.Domain.Tests.Colours;

/// <summary>A network's colour can be read wherever it is shown, and stays the colour that the network chose.</summary>
public sealed class ColourTests
{
    private static readonly Gen<Colour> _colours = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (r, g, b) => new Colour(r, g, b));
    private static readonly Gen<ColourUse> _uses = Gen.Bool.Select(text => text ? ColourUse.Text : ColourUse.Graphics);

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.478)]
    [InlineData("#0000ff", "#ffffff", 8.592)]
    [InlineData("#ff0000", "#ffffff", 3.998)]
    public void The_contrast_is_that_of_wcag(string one, string two, double contrast) =>
        Assert.Equal(contrast, Read(one).ContrastTo(Read(two)), 0.001);

    [Theory]
    [InlineData("#ff0000", 0.62796, 0.25768, 29.234)]
    [InlineData("#00ff00", 0.86644, 0.29483, 142.495)]
    [InlineData("#0000ff", 0.45201, 0.31321, 264.052)]
    [InlineData("#ffffff", 1, 0, null)]
    public void The_look_is_that_of_oklch(string hex, double lightness, double chroma, double? hue)
    {
        var look = Read(hex).Oklch;
        Assert.Equal(lightness, look.Lightness, 0.0005);
        Assert.Equal(chroma, look.Chroma, 0.0005);
        if (hue is { } degrees) Assert.Equal(degrees, ((look.Hue * 180 / Math.PI) + 360) % 360, 0.05);
    }

    [Fact]
    public void A_colour_is_the_same_after_a_turn_through_oklch() =>
        _colours.Sample(colour => Assert.Equal(colour, colour.Oklch.OnScreen()), iter: 20_000);

    [Fact]
    public void A_colour_is_read_as_it_is_written() => _colours.Sample(colour => Assert.Equal(colour, Read(colour.ToString())));

    [Theory]
    [InlineData(" 0B5563 ", "#0b5563")]
    [InlineData("#0bf", "#00bbff")]
    public void A_colour_may_be_written_shorter(string written, string colour) => Assert.Equal(colour, Read(written).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("blå")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("url(x)")]
    public void What_is_no_colour_is_none(string? written) => Assert.False(Colour.TryParse(written, out _));

    [Fact]
    public void What_is_offered_can_be_read_on_every_light_ground() => Gen.Select(_colours, _uses).Sample((colour, use) =>
    {
        var verdict = FaceColours.Judge(colour, use);
        Assert.All(FaceColours.Light, ground => Assert.True(verdict.Near.ContrastTo(ground) >= FaceColours.Needed(use)));
        Assert.Equal(verdict.IsReadable, verdict.Near == colour);
    }, iter: 3_000);

    [Fact]
    public void What_is_shown_can_be_read_on_every_dark_ground() => Gen.Select(_colours, _uses).Sample((colour, use) =>
    {
        var shown = FaceColours.OnDark(colour, use);
        Assert.All(FaceColours.Dark, ground => Assert.True(shown.ContrastTo(ground) >= FaceColours.Needed(use)));
        if (FaceColours.Dark.All(ground => colour.ContrastTo(ground) >= FaceColours.Needed(use))) Assert.Equal(colour, shown);
    }, iter: 3_000);

    [Fact]
    public void The_hue_is_kept() => Gen.Select(_colours, _uses).Sample((colour, use) =>
    {
        foreach (var shown in new[] { FaceColours.OnDark(colour, use), FaceColours.Judge(colour, use).Near })
        {
            // Eight bits leave little hue in what is nearly grey.
            if (Math.Min(shown.Oklch.Chroma, colour.Oklch.Chroma) < 0.04) continue;
            var turned = Math.Abs(Math.IEEERemainder(shown.Oklch.Hue - colour.Oklch.Hue, 2 * Math.PI)) * 180 / Math.PI;
            Assert.True(turned < 4, $"{colour} → {shown}: {turned:0.0}°");
        }
    }, iter: 3_000);

    [Fact]
    public void What_is_offered_is_near() => _colours.Sample(colour =>
    {
        var near = FaceColours.Judge(colour, ColourUse.Text).Near;
        if (near == colour) return;
        // A little lighter than what is offered cannot be read.
        var lighter = (colour.Oklch with { Lightness = near.Oklch.Lightness + 0.012 }).OnScreen();
        Assert.Contains(FaceColours.Light, ground => lighter.ContrastTo(ground) < FaceColours.Needed(ColourUse.Text));
    }, iter: 3_000);

    private static Colour Read(string text)
    {
        Assert.True(Colour.TryParse(text, out var colour));
        return colour;
    }
}
