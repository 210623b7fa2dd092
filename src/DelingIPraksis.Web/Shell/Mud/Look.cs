using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>
/// The MudBlazor theme. <c>css/mud.css</c> maps the library's variables to the tokens, so that a theme follows the device without a script.
/// The library computes its shades from the values here. A test keeps the two equal.
/// </summary>
public static class Look
{
    private static readonly string[] Face = ["Atkinson Hyperlegible Next", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = ThemeTokens.Light.On(new PaletteLight()),
        PaletteDark = ThemeTokens.Dark.On(new PaletteDark()),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Face, FontSize = "1.0625rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Face, FontSize = "1.0625rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Face, FontSize = ".9375rem", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = Face,
                FontSize = "1rem",
                FontWeight = "600",
                LetterSpacing = "normal",
                TextTransform = "none",
            },
            H6 = new H6Typography { FontFamily = Face, FontSize = "1.25rem", FontWeight = "650", LetterSpacing = "-.01em" },
        },
    };
}
