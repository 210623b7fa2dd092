using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The screens that everything is looked at on.</summary>
public enum Screen
{
    Wide,
    Tablet,
    Phone,
}

internal static class Screens
{
    public static ViewportSize Size(this Screen screen) => screen switch
    {
        Screen.Phone => new() { Width = 360, Height = 780 },
        Screen.Tablet => new() { Width = 768, Height = 1024 },
        _ => new() { Width = 1440, Height = 900 },
    };
}
