using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Shell.Watching;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace DelingIPraksis.Web.Operations;

/// <summary>Where the measures are sent: the section <c>Telemetry</c> of the configuration. Nothing is sent when nothing is set.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>OpenTelemetry's own variable, with the rest of its family (<c>OTEL_…</c>).</summary>
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The address of a receiver of OTLP over http, such as <c>http://localhost:4318</c>.</summary>
    public string Otlp { get; set; } = "";

    /// <summary>The address, when it can be used.</summary>
    internal Uri? Receiver => Uri.TryCreate(Otlp.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri
        : null;
}

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.Otlp.Length == 0 || options.Receiver is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(StartWords.Say("TelemetryOtlp", options.Otlp));
}

internal static class TelemetrySetup
{
    /// <summary>Sends the measures to a receiver, when one is set.</summary>
    /// <remarks>Hazard: no traces. They have the paths of requests, and those have the secrets of links.</remarks>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        var receiver = new TelemetryOptions { Otlp = configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Otlp)}"] ?? "" };
        if (receiver.Receiver is null && string.IsNullOrWhiteSpace(configuration[TelemetryOptions.Variable])) return;
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Measures.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter(exporter =>
            {
                if (receiver.Receiver is not { } address) return;
                exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = new Uri(address, "v1/metrics");
            }));
    }
}
