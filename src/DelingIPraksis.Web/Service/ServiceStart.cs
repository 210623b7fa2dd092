using System.Security.Cryptography;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Service;

internal static class ServiceStart
{
    /// <summary>Adds settings, logging, health checks, start and stop.</summary>
    public static void AddService(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddSettings(CommandLine.Parse(args));
        var settings = StartOptions.From(builder.Configuration);
        builder.WebHost.UseUrls(settings.Urls);

        builder.Services.AddOptions<StartOptions>().Configure(settings.CopyTo).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<StartOptions>, StartOptionsValidator>();
        // This must be registered before the rooms and the accounts, or they would use the machine's own time.
        builder.Services.AddSingleton<TimeProvider>(new MonotonicTimeProvider(TimeProvider.System));
        // Open circuits are notified at once. A circuit that is not closed within this time is cut off.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddHostedService<StartupMessage>();
        builder.Services.AddSingleton<ReadyCheck>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        // The log levels are in appsettings.json. They are high for the database and the host, because our own code reports their faults:
        // in a sentence, or in a line with an id.
        builder.Logging.AddSimpleConsole(console =>
            (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fffzzz ")
        );
    }

    public static void MapService(this WebApplication app)
    {
        app.MapHealthChecks($"/{Addresses.Alive}", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks($"/{Addresses.Ready}").AllowAnonymous();
    }

    /// <summary>Writes all faults of the settings at once and returns the exit code; null when there are none.</summary>
    public static async Task<int?> SayWrongSettingsAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (Exception fault) when (Faults(fault) is { } faults)
        {
            await app.DisposeAsync();
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, faults + Environment.NewLine + "Se --help.");
        }
    }

    /// <summary>Runs until it is stopped. A refused start gives a sentence and an exit code, never a stack trace.</summary>
    public static async Task<int> RunServiceAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (Sentence(fault) is { } sentence)
        {
            await app.DisposeAsync();
            return await System.Console.Error.FailAsync(ExitCode.Failed, sentence);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // A supervisor may stop the service before it has started. That is not a fault.
            await app.DisposeAsync();
            return ExitCode.Done;
        }

        await app.WaitForShutdownAsync();
        await app.DisposeAsync();
        return ExitCode.Done;
    }

    private static string? Faults(Exception fault) => fault switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        AggregateException all when all.InnerExceptions.Select(Faults).ToList() is var faults && !faults.Contains(null) => string.Join(
            Environment.NewLine,
            faults
        ),
        // A setting has text where a number is required.
        InvalidOperationException { InnerException: FormatException or ArgumentException } unread =>
            $"En innstilling har en verdi som ikke lar seg lese: {unread.Message}",
        _ => null,
    };

    private static string? Sentence(Exception fault) => fault switch
    {
        StartRefusedException refused => refused.Message,
        // Kestrel wraps the cause, and names the address.
        IOException taken => $"Kan ikke svare på adressen: {taken.Message} Velg en annen med --urls.",
        // Kestrel's own message names the settings of a certificate only for developers.
        InvalidOperationException none when none.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
                "Svarer ikke på https uten et sertifikat. Sett Kestrel:Certificates:Default, eller la en proxy ta imot https og svar på "
                + "http her: se docs/running-behind-a-proxy.md.",
        CryptographicException unreadable => $"Sertifikatet lar seg ikke bruke: {unreadable.Message}",
        AggregateException { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };
}
