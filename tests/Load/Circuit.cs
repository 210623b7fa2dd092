using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Load;

/// <summary>
/// A browser without a browser: fetches a page, starts its circuit, and answers render batches and script calls as blazor.web.js does.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _handed = new();
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Circuit(HubConnection connection) => _connection = connection;

    /// <summary>Called with the bytes of every render batch.</summary>
    public Action<byte[]> OnBatch { get; set; } = static _ => { };

    /// <summary>Called with each answer to <see cref="CallAsync"/>: which call, whether it succeeded, and what it was.</summary>
    public Action<int, bool, string> OnAnswer { get; set; } = static (_, _, _) => { };

    /// <summary>Completes when the first batch has come.</summary>
    public Task Ready => _rendered.Task;

    /// <summary>Whether the server has said that the circuit is broken.</summary>
    public string? Fault { get; private set; }

    /// <summary>Opens a page as the holder of the cookies.</summary>
    public static async Task<Circuit> OpenAsync(Uri page, CookieContainer cookies, HttpClient http, CancellationToken cancellation)
    {
        var html = await http.GetStringAsync(page, cancellation);
        var root = new Uri(page, "/");
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(root, "/_blazor"), HttpTransportType.WebSockets, options =>
            {
                options.Cookies = cookies;
                options.SkipNegotiation = true;
                options.Headers["Origin"] = root.GetLeftPart(UriPartial.Authority);
            })
            .ConfigureServices();
        // As js/shell/start.js sets it: an idle circuit is two pings in five seconds.
        connection.KeepAliveInterval = TimeSpan.FromSeconds(5);
        var circuit = new Circuit(connection);
        circuit.Listen();
        await connection.StartAsync(cancellation);
        var markers = Markers(html);
        var state = StatePattern().Match(html) is { Success: true } match ? match.Groups[1].Value : "";
        await connection.InvokeAsync<string>("StartCircuit", root.ToString(), page.ToString(), "[]", "", cancellation);
        var operations = JsonSerializer.Serialize(new
        {
            batchId = 1,
            operations = markers.Select((marker, index) => new { type = "add", ssrComponentId = index + 1, marker }),
        });
        await connection.SendAsync("UpdateRootComponents", operations, state, cancellation);
        return circuit;
    }

    /// <summary>The reference to a .NET object that the page hands, or has handed, to a function of its scripts.</summary>
    public Task<long> HandedToAsync(string function) => Handed(function).Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Calls a .NET method as a script of the page does.</summary>
    public Task CallAsync(int call, long reference, string method, params object?[] arguments) =>
        _connection.SendAsync(
            "BeginInvokeDotNetFromJS",
            call.ToString(CultureInfo.InvariantCulture),
            null,
            method,
            reference,
            JsonSerializer.Serialize(arguments)
        );

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void Listen()
    {
        _connection.On<long, byte[]>("JS.RenderBatch", async (id, batch) =>
        {
            OnBatch(batch);
            await _connection.SendAsync("OnRenderCompleted", id, null);
            _rendered.TrySetResult();
        });
        _connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", async (handle, identifier, arguments, resultType, _, _) =>
        {
            if (ReferencePattern().Match(arguments ?? "") is { Success: true } reference)
                Handed(identifier).TrySetResult(long.Parse(reference.Groups[1].Value, CultureInfo.InvariantCulture));
            if (handle != 0)
                await _connection.SendAsync(
                    "EndInvokeJSFromDotNet",
                    handle,
                    true,
                    $"[{handle},true,{(resultType == 1 ? "{\"__jsObjectId\":1}" : "null")}]"
                );
        });
        _connection.On<string>("JS.Error", error => Fault = error);
        _connection.On<int, string>("JS.AttachComponent", static (_, _) => { });
        _connection.On<string, bool, string>(
            "JS.EndInvokeDotNet",
            (call, succeeded, answer) => OnAnswer(int.Parse(call, CultureInfo.InvariantCulture), succeeded, answer)
        );
        _connection.On<long>("JS.EndUpdateRootComponents", static _ => { });
    }

    private TaskCompletionSource<long> Handed(string function) =>
        _handed.GetOrAdd(function, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static List<JsonElement> Markers(string html) =>
        [.. MarkerPattern().Matches(html)
            .Select(match => JsonDocument.Parse(match.Groups[1].Value).RootElement)
                .Where(marker =>
                    marker.TryGetProperty("type", out var type)
                    && type.GetString() == "server"
                    && marker.TryGetProperty("descriptor", out _)
                ),
        ];

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex MarkerPattern();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StatePattern();

    [GeneratedRegex("\"__dotNetObject\":(\\d+)")]
    private static partial Regex ReferencePattern();
}

internal static class CircuitConnection
{
    /// <summary>A connection that speaks the circuit's protocol.</summary>
    public static HubConnection ConfigureServices(this IHubConnectionBuilder builder)
    {
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        return builder.Build();
    }
}
