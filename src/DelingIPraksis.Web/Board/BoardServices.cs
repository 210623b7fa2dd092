namespace DelingIPraksis.Web.Board;

internal static class BoardServices
{
    public static void AddBoard(this IServiceCollection services) => services.AddScoped<BoardSessions>();
}
