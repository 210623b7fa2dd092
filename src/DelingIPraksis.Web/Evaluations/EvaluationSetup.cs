using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Evaluations;

internal static class EvaluationSetup
{
    public static void AddEvaluations(this IServiceCollection services)
    {
        services.AddSingleton<EvaluationAnswers>();
        services.AddSingleton<IEvaluationAnswers>(provider => provider.GetRequiredService<EvaluationAnswers>());
        services.AddSingleton<IDerivedFromGatherings>(provider => provider.GetRequiredService<EvaluationAnswers>());
        services.AddFollowupSection<UsedSection>(300);
    }
}
