namespace DelingIPraksis.Web.Tests;

/// <summary>Waits for what the service does by itself. A wait without an end would stop the run, so it fails after two minutes.</summary>
internal static class Until
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);

    public static Task SoAsync(Func<bool> isSo) => SoAsync(() => Task.FromResult(isSo()));

    /// <exception cref="OperationCanceledException">It did not become so.</exception>
    public static async Task SoAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_longest);
        while (!await isSo()) await Task.Delay(20, patience.Token);
    }
}
