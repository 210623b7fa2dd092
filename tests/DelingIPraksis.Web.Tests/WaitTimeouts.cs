using System.Runtime.CompilerServices;
using Bunit;

namespace DelingIPraksis.Web.Tests;

/// <summary>
/// How long a test waits for a component: bUnit's one second is too short on a busy machine, and speed is measured elsewhere.
/// </summary>
internal static class WaitTimeouts
{
    [ModuleInitializer]
    internal static void Wait() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(60);
}
