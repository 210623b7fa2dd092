using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>The tokens of one theme whose values MudBlazor must know.</summary>
internal sealed record ThemeTokens(
    string Fjord, string OnFjord, string Stone, string OnStone, string Moss, string OnMoss, string Berry, string OnBerry,
    string Paper, string Sheet, string Ink, string Quiet, string Line, string LineStrong)
{
    public static ThemeTokens Light { get; } = new(
        "#0b5563", "#ffffff", "#7a3b22", "#ffffff", "#3d6134", "#ffffff", "#9c2339", "#ffffff",
        "#f7f5f0", "#fffefb", "#14292e", "#4d6167", "#d9d6cc", "#7b888b");

    public static ThemeTokens Dark { get; } = new(
        "#7fd0dc", "#06262d", "#eab295", "#2b1209", "#a9d49a", "#10230b", "#ff9bab", "#3a0713",
        "#0e1b1f", "#15262b", "#ecf1ef", "#a9bbbd", "#2a3f45", "#6b8388");

    /// <summary>Sets the library's many colour roles from our few colours.</summary>
    public T On<T>(T palette)
        where T : Palette
    {
        (palette.Primary, palette.PrimaryContrastText) = (Fjord, OnFjord);
        (palette.Secondary, palette.SecondaryContrastText) = (Stone, OnStone);
        (palette.Tertiary, palette.TertiaryContrastText) = (Moss, OnMoss);
        (palette.Info, palette.InfoContrastText) = (Fjord, OnFjord);
        (palette.Success, palette.SuccessContrastText) = (Moss, OnMoss);
        (palette.Warning, palette.WarningContrastText) = (Stone, OnStone);
        (palette.Error, palette.ErrorContrastText) = (Berry, OnBerry);
        palette.Background = palette.AppbarBackground = Paper;
        palette.Surface = palette.DrawerBackground = Sheet;
        palette.Dark = palette.TextPrimary = palette.AppbarText = palette.DrawerText = Ink;
        palette.TextSecondary = palette.TextDisabled = palette.ActionDefault = palette.DrawerIcon = Quiet;
        palette.LinesDefault = palette.TableLines = palette.Divider = Line;
        palette.LinesInputs = palette.ActionDisabled = LineStrong;
        return palette;
    }
}
