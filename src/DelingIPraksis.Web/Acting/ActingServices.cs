using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Acting;

/// <summary>The services that every screen needs to change a gathering.</summary>
internal sealed record ActingServices(
    IRooms Rooms,
    UndoLog UndoLog,
    IAccountNames Names,
    TimeProvider Time,
    IStringLocalizer<RefusalTexts> Refusals);

internal static class ActingSetup
{
    public static void AddActing(this IServiceCollection services)
    {
        services.AddScoped<ActingServices>();
        services.AddScoped<UndoLog>();
    }
}
