using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Themes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace DelingIPraksis.Web.Desk;

/// <summary>The services that the desk uses.</summary>
internal sealed record DeskServices(
    ActingServices Acting,
    IVisitor Visitor,
    IPublishedReports Published,
    Announcer Announcer,
    NavigationManager Navigation,
    PublicLinks PublicLinks,
    IDialogService Dialogs,
    TimeProvider Time,
    DeskScript Script,
    DeskPresence Presence,
    IStringLocalizer<DeskTexts> Texts,
    IStringLocalizer<SortingTexts> Sorting,
    IStringLocalizer<LexiconTexts> Lexicon,
    INetworkLexicons Lexicons);

internal static class DeskSetup
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<DeskServices>();
        services.AddScoped<DeskScript>();
        services.AddSingleton<DeskPresence>();
    }
}
