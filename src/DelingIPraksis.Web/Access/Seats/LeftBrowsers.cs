using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Live;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>A browser that has given up a seat. Its old cookie is invalid.</summary>
internal sealed class LeftBrowser
{
    public required Guid Browser { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class LeftBrowserConfiguration : IEntityTypeConfiguration<LeftBrowser>
{
    public void Configure(EntityTypeBuilder<LeftBrowser> builder)
    {
        builder.ToTable("LeftBrowsers");
        builder.HasKey(left => left.Browser);
        builder.Property(left => left.Browser).ValueGeneratedNever();
    }
}

/// <summary>
/// The browsers that have given up a seat. They are cached, because a thousand boards ask at each request, and stored as long as a cookie
/// can live.
/// </summary>
internal sealed class LeftBrowsers(Database database, LiveConnections live, TimeProvider time) : IHostedService
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(31);
    private readonly ConcurrentDictionary<Guid, bool> _left = new();

    public bool Has(Guid browser) => _left.ContainsKey(browser);

    public async Task AddAsync(Guid browser, Id<Person> person)
    {
        var now = time.GetUtcNow();
        await database.WriteAsync(async context =>
        {
            if (!await context.Set<LeftBrowser>().AnyAsync(left => left.Browser == browser))
                context.Add(new LeftBrowser { Browser = browser, At = now });
        });
        _left[browser] = true;
        live.GiveUp(browser, person);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var old = time.GetUtcNow() - _lifetime;
        foreach (
            var browser in await database.ReadAsync(context =>
                context.Set<LeftBrowser>().Where(left => left.At >= old).Select(left => left.Browser).ToListAsync(cancellationToken)
            )
        )
            _left[browser] = true;
        if (await database.ReadAsync(context => context.Set<LeftBrowser>().AnyAsync(left => left.At < old, cancellationToken)))
            await database.WriteAsync(context =>
                context.Set<LeftBrowser>().Where(left => left.At < old).ExecuteDeleteAsync(cancellationToken)
            );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
