namespace DelingIPraksis.Web.Board;

/// <summary>The participants' board.</summary>
internal static class BoardServices
{
    public static void AddBoard(this IServiceCollection services) => services.AddScoped<BoardSessions>();
}
