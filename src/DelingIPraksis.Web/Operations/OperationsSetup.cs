using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Operations.Installation;
using DelingIPraksis.Web.Operations.Pages;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Operations;

internal static class OperationsSetup
{
    /// <summary>Adds copies on a schedule and the trial of the newest.</summary>
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddOptions<CopyOptions>().BindConfiguration(CopyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CopyOptions>, CopyOptionsValidator>();
        services.AddSingleton<CopyTaker>();
        services.AddSingleton<RestoreTrial>();
        services.AddHostedService<CopyService>();
        services.AddSingleton<InstallationCheck>();
        services.AddSingleton<ServiceStates>();
    }
}
