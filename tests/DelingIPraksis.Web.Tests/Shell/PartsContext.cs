using Bunit;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>What the shell's parts ask for, with a time of the test's own.</summary>
public abstract class PartsContext : BunitContext
{
    protected PartsContext()
    {
        Services.AddTexts();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped<Announcer>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected FakeTimeProvider Time { get; } = new();

    internal Announcer Announcer => Services.GetRequiredService<Announcer>();
}
