using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Service;

internal static class ServiceStart
{
    /// <summary>Settings, logging, health and the way in and out of the process.</summary>
    public static void AddService(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddInMemoryCollection(CommandLine.FromEnvironment(Environment.GetEnvironmentVariable));
        builder.Configuration.AddInMemoryCollection(CommandLine.Parse(args).Settings);
        var section = builder.Configuration.GetSection(ServiceOptions.Section);
        var urls = section[nameof(ServiceOptions.Urls)] ?? builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? ServiceOptions.DefaultUrls;
        builder.WebHost.UseUrls(urls);

        builder.Services.AddOptions<ServiceOptions>().Bind(section).Configure(options => options.Urls = urls).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        builder.Services.TryAddTime();
        // Open circuits are told at once; whoever does not let go in this time is cut off.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddHostedService<Greeting>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        builder.AddCalmLogging();
    }

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
            return await Console.Error.FailAsync(ExitCode.WrongUsage, string.Join(Environment.NewLine, faults.Failures) + Environment.NewLine + "Se --help.");
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await app.DisposeAsync();
            return await Console.Error.FailAsync(ExitCode.Failed, sentence);
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
        if (services.All(service => service.ServiceType != typeof(TimeProvider))) services.AddSingleton(TimeProvider.System);
    }

    private static void AddCalmLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("DelingIPraksis", LogLevel.Information);
        // A start that fails is said in a sentence by us; what stops a running host is critical, and is kept.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Alone there is nobody to lose touch with; its watchdog warns once at each start about a time it never set.
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        // Our own line says what could not be kept; the commands would say it again for each try.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        // Keys lie in the data folder beside what they protect; a warning about it each start helps nobody.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
