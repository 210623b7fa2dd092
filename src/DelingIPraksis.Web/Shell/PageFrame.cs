using System.Reflection;
using DelingIPraksis.Web.Shell.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DelingIPraksis.Web.Shell;

/// <summary>The state of the document when it was opened. It cannot change while the page exists.</summary>
/// <param name="Theme">light, dark, or system for the setting of the device.</param>
/// <param name="HasMud">Whether the document has MudBlazor's files.</param>
/// <param name="Asked">The requested address, when another page answers in its place: «siden finnes ikke» keeps the typed address.</param>
public sealed record PageFrame(string Theme, bool HasMud, string? Asked = null)
{
    internal static readonly PageFrame Plain = new(Preferences.Theme.System, HasMud: false);

    internal string ColorScheme => Theme == Preferences.Theme.System ? "light dark" : Theme;

    internal static PageFrame For(HttpContext context) => new(
        Preferences.Theme.Of(context),
        UsesMud(context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type),
        FriendlyErrors.AskedFor(context));

    /// <summary>
    /// The path and query of the page that the user sees, from the base of the service. For links to a place on it, and for returning to
    /// it.
    /// </summary>
    internal string Here(NavigationManager navigation) =>
        Asked?.TrimStart('/') ?? navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    private static bool UsesMud(Type? page)
    {
        for (var layout = LayoutOf(page); layout is not null; layout = LayoutOf(layout))
        {
            if (layout == typeof(OrganiserLayout))
                return true;
        }
        return false;
    }

    private static Type? LayoutOf(Type? component) => component?.GetCustomAttribute<LayoutAttribute>()?.LayoutType;
}
