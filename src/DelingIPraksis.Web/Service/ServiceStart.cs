using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Service;

internal static class ServiceStart
{
    /// <summary>Settings, logging, health and the way in and out of the process.</summary>
    public static void AddService(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddSettings(CommandLine.Parse(args));
        var settings = StartOptions.From(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);

        builder.Services.AddOptions<StartOptions>().Configure(settings.CopyTo).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StartOptions>, StartOptionsValidator>();
        builder.Services.TryAddTime();
        // Open circuits are told at once; whoever does not let go in this time is cut off.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddHostedService<Greeting>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        // What is said, and how little, stands in appsettings.json. The database and the host are quiet there because their faults
        // are said in a sentence, or in a line with an id, by the code of ours that met them.
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
    }

    /// <summary>The environment, and before it the command line.</summary>
    public static void AddSettings(this IConfigurationBuilder configuration, CommandLine line) => configuration
        .AddInMemoryCollection(CommandLine.FromEnvironment(Environment.GetEnvironmentVariable))
        .AddInMemoryCollection(line.Settings);

    public static void MapService(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>Runs until it is stopped. A start that is refused becomes a sentence and an exit code, never a stack trace.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (OptionsValidationException faults)
        {
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, string.Join(Environment.NewLine, faults.Failures) + Environment.NewLine + "Se --help.");
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await app.DisposeAsync();
            return await System.Console.Error.FailAsync(ExitCode.Failed, sentence);
        }

        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        return ExitCode.Done;
    }

    private static string? Sentence(Exception fault) => fault switch
    {
        StartRefusedException refused => refused.Message,
        // Kestrel wraps the cause, and says which address.
        IOException taken => $"Kan ikke svare på adressen: {taken.Message} Velg en annen med --urls.",
        AggregateException { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private static void TryAddTime(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(TimeProvider))) services.AddSingleton<TimeProvider>(new SteadyTime(TimeProvider.System));
    }
}
