using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>
/// The tokens of <c>tokens.css</c> in the component library's own terms. <c>css/mud.css</c> points the library's variables straight at the tokens,
/// so that a theme follows the device without a script; these values are what it computes its shades from. A test keeps the two equal.
/// </summary>
public static class Look
{
    private static readonly string[] Face = ["Atkinson Hyperlegible Next", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5563", PrimaryContrastText = "#ffffff", Secondary = "#7a3b22", SecondaryContrastText = "#ffffff",
            Tertiary = "#3d6134", TertiaryContrastText = "#ffffff", Info = "#0b5563", InfoContrastText = "#ffffff",
            Success = "#3d6134", SuccessContrastText = "#ffffff", Warning = "#7a3b22", WarningContrastText = "#ffffff",
            Error = "#9c2339", ErrorContrastText = "#ffffff", Dark = "#14292e",
            Background = "#f7f5f0", Surface = "#fffefb", AppbarBackground = "#f7f5f0", AppbarText = "#14292e", DrawerBackground = "#fffefb",
            DrawerText = "#14292e", DrawerIcon = "#4d6167", TextPrimary = "#14292e", TextSecondary = "#4d6167", TextDisabled = "#4d6167",
            ActionDefault = "#4d6167", ActionDisabled = "#7b888b", LinesDefault = "#d9d6cc", LinesInputs = "#7b888b", TableLines = "#d9d6cc", Divider = "#d9d6cc",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7fd0dc", PrimaryContrastText = "#06262d", Secondary = "#eab295", SecondaryContrastText = "#2b1209",
            Tertiary = "#a9d49a", TertiaryContrastText = "#10230b", Info = "#7fd0dc", InfoContrastText = "#06262d",
            Success = "#a9d49a", SuccessContrastText = "#10230b", Warning = "#eab295", WarningContrastText = "#2b1209",
            Error = "#ff9bab", ErrorContrastText = "#3a0713", Dark = "#ecf1ef",
            Background = "#0e1b1f", Surface = "#15262b", AppbarBackground = "#0e1b1f", AppbarText = "#ecf1ef", DrawerBackground = "#15262b",
            DrawerText = "#ecf1ef", DrawerIcon = "#a9bbbd", TextPrimary = "#ecf1ef", TextSecondary = "#a9bbbd", TextDisabled = "#a9bbbd",
            ActionDefault = "#a9bbbd", ActionDisabled = "#6b8388", LinesDefault = "#2a3f45", LinesInputs = "#6b8388", TableLines = "#2a3f45", Divider = "#2a3f45",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Face, FontSize = "1.0625rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Face, FontSize = "1.0625rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Face, FontSize = ".9375rem", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Face, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none" },
            H6 = new H6Typography { FontFamily = Face, FontSize = "1.25rem", FontWeight = "650", LetterSpacing = "-.01em" },
        },
    };
}
