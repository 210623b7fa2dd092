using System.Collections;
using System.Reflection;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Api.Hooks;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Start;
using Microsoft.AspNetCore.Components.Server;

namespace DelingIPraksis.Web.Service;

/// <summary>Finds settings that nothing reads. Without this a misspelt name is silently ignored.</summary>
internal static class UnknownSettings
{
    private const string Ours = "DELING_";

    // The separator between section and key in an environment variable.
    private const string Parts = "__";

    private static readonly HashSet<string> _lists =
    [
        .. new[] { typeof(StartOptions), typeof(AccessOptions), typeof(RateLimitOptions), typeof(ServiceOptions), typeof(WebhookOptions) }
            .SelectMany(options => options.GetProperties()).Where(IsList).Select(list => list.Name),
    ];

    private static readonly Dictionary<string, string[]> _sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [StartOptions.Section] = NamesOf(typeof(StartOptions)),
        [AccessOptions.Section] = NamesOf(typeof(AccessOptions)),
        [RateLimitOptions.Section] = NamesOf(typeof(RateLimitOptions)),
        [ServiceOptions.Section] = NamesOf(typeof(ServiceOptions)),
        [TelemetryOptions.Section] = NamesOf(typeof(TelemetryOptions)),
        [CopyOptions.Section] = NamesOf(typeof(CopyOptions)),
        [SmtpOptions.Section] = NamesOf(typeof(SmtpOptions)),
        [WebhookOptions.Section] = NamesOf(typeof(WebhookOptions)),
        ["Circuits"] = NamesOf(typeof(CircuitOptions)),
        ["Language"] = ["Default"],
    };

    /// <summary>A sentence for each unknown setting, with the most likely intended name.</summary>
    /// <param name="configuration">All settings from the file, the environment and the command line.</param>
    /// <param name="environment">The names of the environment variables.</param>
    public static IEnumerable<string> In(IConfiguration configuration, IEnumerable<string> environment)
    {
        string[] variables = [.. CommandLine.Variables, Office.Variable];
        foreach (
            var name in environment
                .Where(name =>
                    name.StartsWith(Ours, StringComparison.Ordinal)
                    && !name.Contains("__", StringComparison.Ordinal)
                    && !variables.Contains(name)
                )
                .Order()
        )
            yield return Say(name, Spelling.Closest(name, variables)!);
        foreach (var name in environment.Where(name => !name.StartsWith(Ours, StringComparison.Ordinal)).Order())
            if (MeantBy(name) is { } meant) yield return Say(name, meant);
        foreach (var section in configuration.GetChildren().Where(section => section.GetChildren().Any()))
        {
            if (!_sections.TryGetValue(section.Key, out var known))
            {
                if (Spelling.SlipOf(section.Key, _sections.Keys) is { } near)
                    yield return Say($"{section.Key}:{section.GetChildren().First().Key}", $"{near}:{section.GetChildren().First().Key}");
                continue;
            }

            foreach (
                var key in section
                    .GetChildren()
                    .Select(child => child.Key)
                    .Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase))
            )
                yield return Say($"{section.Key}:{key}", $"{section.Key}:{Spelling.Closest(key, known)}");
        }
    }

    // A name with one underscore instead of two is not a section, so the configuration below does not show it.
    private static string? MeantBy(string variable)
    {
        var parts = variable.Replace(":", Parts, StringComparison.Ordinal).Split(Parts);
        if (parts.Length > 1 && _sections.ContainsKey(parts[0])) return null;
        var letters = string.Concat(variable.Where(char.IsLetter));
        var found = _sections.SelectMany(section => section.Value.Select(name => (Section: section.Key, Name: name)))
            .FirstOrDefault(key => letters.Equals(key.Section + key.Name, StringComparison.OrdinalIgnoreCase));
        if (found.Name is null) return null;
        var number = string.Concat(variable.Where(char.IsAsciiDigit));
        return $"{found.Section}{Parts}{found.Name}{(_lists.Contains(found.Name) ? Parts + (number.Length > 0 ? number : "0") : "")}";
    }

    private static bool IsList(PropertyInfo property) =>
        property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable));

    private static string Say(string name, string meant) => $"Kjenner ikke innstillingen {name}, og den virker ikke. Mente du {meant}?";

    private static string[] NamesOf(Type options) =>
        [
            .. options
                .GetProperties()
                .Where(property => property.CanWrite || property.PropertyType.IsClass)
                .Select(property => property.Name),
        ];
}
