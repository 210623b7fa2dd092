using System.Reflection;
using DelingIPraksis.Web.Shell.Layouts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DelingIPraksis.Web.Shell;

/// <summary>What the document was opened with: it cannot change while the page lives.</summary>
public sealed record PageFrame(string Theme, bool HasMud)
{
    internal static readonly PageFrame Plain = new(Preferences.Theme.System, HasMud: false);

    internal string ColorScheme => Theme == Preferences.Theme.System ? "light dark" : Theme;

    internal static PageFrame For(Endpoint? endpoint, string theme) =>
        new(theme, UsesMud(endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type));

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
