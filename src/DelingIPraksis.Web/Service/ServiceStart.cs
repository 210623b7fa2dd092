using System.Security.Cryptography;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;
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
        // Before all others: the rooms and the accounts would else take the machine's own time.
        builder.Services.AddSingleton<TimeProvider>(new MonotonicTimeProvider(TimeProvider.System));
        // Open circuits are told at once; whoever does not let go in this time is cut off.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddHostedService<StartupMessage>();
        builder.Services.AddSingleton<ReadyCheck>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
        // What is said, and how little, stands in appsettings.json. The database and the host are quiet there because their faults
        // are said in a sentence, or in a line with an id, by the code of ours that met them.
        builder.Logging.AddSimpleConsole(console =>
            (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fffzzz ")
        );
    }

    public static void MapService(this WebApplication app)
    {
        app.MapHealthChecks($"/{Addresses.Alive}", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks($"/{Addresses.Ready}").AllowAnonymous();
    }

    /// <summary>Says what is wrong with the settings, all at once, and gives the exit code; null when they are sound.</summary>
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

    /// <summary>Runs until it is stopped. A start that is refused becomes a sentence and an exit code, never a stack trace.</summary>
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
            // Asked to stop before it was up, as a supervisor may do: that is no fault.
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
        // A word where a number should be.
        InvalidOperationException { InnerException: FormatException or ArgumentException } unread =>
            $"En innstilling har en verdi som ikke lar seg lese: {unread.Message}",
        _ => null,
    };

    private static string? Sentence(Exception fault) => fault switch
    {
        StartRefusedException refused => refused.Message,
        // Kestrel wraps the cause, and says which address.
        IOException taken => $"Kan ikke svare på adressen: {taken.Message} Velg en annen med --urls.",
        // Kestrel's own words, which name the settings of a certificate only for developers.
        InvalidOperationException none when none.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
                "Svarer ikke på https uten et sertifikat. Sett Kestrel:Certificates:Default, eller la en proxy ta imot https og svar på "
                + "http her: se docs/running-behind-a-proxy.md.",
        CryptographicException unreadable => $"Sertifikatet lar seg ikke bruke: {unreadable.Message}",
        AggregateException { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };
}
