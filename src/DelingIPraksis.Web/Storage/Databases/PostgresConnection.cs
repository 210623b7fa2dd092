using DelingIPraksis.Web.Shell.Start;
using Npgsql;

namespace DelingIPraksis.Web.Storage;

/// <summary>A connection string for PostgreSQL, as an administrator writes it, and what every connection has besides.</summary>
internal sealed class PostgresConnection
{
    /// <summary>How long a write waits for another program. A user should not wait longer for a screen.</summary>
    private const int SecondsToWait = 4;

    private const string Example = "Host=db.kommune.no;Database=deling;Username=deling;Password=…";

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresConnection(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    /// <summary>What the administrator calls it. Never a password.</summary>
    public string Name => $"«{_settings.Database}» på {_settings.Host}";

    /// <summary>The connections of the service, which are used again.</summary>
    public string Pooled => _settings.ConnectionString;

    /// <summary>A connection that is held as long as the service runs, and asked before each write.</summary>
    public string Held =>
        new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = false, CommandTimeout = SecondsToWait }.ConnectionString;

    /// <summary>What is wrong with a connection string, as a sentence; null when nothing is.</summary>
    public static string? FaultOf(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (StartRefusedException fault)
        {
            return fault.Message;
        }
    }

    /// <exception cref="StartRefusedException">It cannot be read, or something is missing.</exception>
    public static PostgresConnection Parse(string text)
    {
        var settings = Read(text);
        string[] missing =
        [
            .. from part in new[] { ("Host", settings.Host), ("Database", settings.Database), ("Username", settings.Username) }
               where string.IsNullOrWhiteSpace(part.Item2)
               select part.Item1,
        ];
        if (missing.Length > 0)
            throw new StartRefusedException(StartWords.Say("DatabaseLacks", string.Join(", ", missing), Example));
        settings.ApplicationName ??= "Deling i praksis";
        settings.Timeout = SecondsToWait;
        // What people have written must not come to the log of the service with a fault.
        settings.IncludeErrorDetail = false;
        // A commit is on the disk before anybody is told, whatever is usual on this server.
        settings.Options = $"{settings.Options} -c synchronous_commit=on -c lock_timeout={SecondsToWait}s".TrimStart();
        return new PostgresConnection(settings);
    }

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or NotSupportedException)
        {
            // The message may repeat the password.
            throw new StartRefusedException(StartWords.Say("DatabaseUnreadable", Example), fault);
        }
    }
}
