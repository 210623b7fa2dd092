using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// A line between a browser and the application that can be lost for real. A browser that is told to be offline keeps its open sockets;
/// here they die: at once, as when the router restarts, or without a word, as when a phone leaves its cell.
/// </summary>
public sealed class FaultyConnection : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly Uri _to;
    private readonly Task _accepting;
    private volatile TaskCompletionSource? _silence;
    private volatile bool _cut;
    private long _toTheBrowser;

    public FaultyConnection(Uri to)
    {
        _to = to;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the browser finds the application through this line.</summary>
    public Uri Address { get; }

    /// <summary>How many bytes have come to the browser, packed as they are on the wire, headers and all.</summary>
    public long BytesToTheBrowser => Interlocked.Read(ref _toTheBrowser);

    /// <summary>All sockets are closed, and new ones too.</summary>
    public void Cut()
    {
        _cut = true;
        CloseAll();
    }

    /// <summary>Nothing comes through any more, and nobody is told.</summary>
    public void FallSilent() => _silence = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>New connections come through again; those that were lost stay lost.</summary>
    public void Mend()
    {
        CloseAll();
        _cut = false;
        var silence = _silence;
        _silence = null;
        silence?.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        CloseAll();
        _silence?.TrySetResult();
        await _accepting.ContinueWith(static _ => { }, TaskScheduler.Default);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            var near = await _listener.AcceptSocketAsync(_ended.Token);
            if (_cut) near.Close();
            else _ = CarryAsync(near);
        }
    }

    private async Task CarryAsync(Socket near)
    {
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        (_open[near], _open[far]) = (true, true);
        try
        {
            await far.ConnectAsync(_to.Host, _to.Port, _ended.Token);
            await Task.WhenAny(
                PumpAsync(near, far, static _ => { }),
                PumpAsync(far, near, bytes => Interlocked.Add(ref _toTheBrowser, bytes))
            );
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // That is what this line is for.
        }
        finally
        {
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
            near.Close();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, Action<int> count)
    {
        var buffer = new byte[32 * 1024];
        for (int read; (read = await from.ReceiveAsync(buffer, _ended.Token)) > 0;)
        {
            if (_silence is { } silence) await silence.Task;
            count(read);
            await to.SendAsync(buffer.AsMemory(0, read), _ended.Token);
        }
    }

    private void CloseAll()
    {
        foreach (var socket in _open.Keys) socket.Close();
    }
}
