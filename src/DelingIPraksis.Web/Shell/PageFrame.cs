using System.Reflection;
using DelingIPraksis.Web.Shell.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DelingIPraksis.Web.Shell;

/// <summary>What the document was opened with: it cannot change while the page lives.</summary>
/// <param name="Theme">light, dark, or system for what the device says.</param>
/// <param name="HasMud">The component library's files are in the document.</param>
/// <param name="Asked">
/// What was asked for, when another page answers in its place: «siden finnes ikke» keeps the address that was typed.
/// </param>
public sealed record PageFrame(string Theme, bool HasMud, string? Asked = null)
{
    internal static readonly PageFrame Plain = new(Preferences.Theme.System, HasMud: false);

    internal string ColorScheme => Theme == Preferences.Theme.System ? "light dark" : Theme;

    internal static PageFrame For(HttpContext context) => new(
        Preferences.Theme.Of(context),
        UsesMud(context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type),
        FriendlyErrors.AskedFor(context));

    /// <summary>
    /// The path and query of the page the reader sees, from the base of the service: for links to a place on it and for coming back to it.
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
