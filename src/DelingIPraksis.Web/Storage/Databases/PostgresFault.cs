using Npgsql;

namespace DelingIPraksis.Web.Storage;

/// <summary>Explains the errors of PostgreSQL to the administrator. Only this class knows its error codes.</summary>
internal static class PostgresFault
{
    /// <summary>Whether another program holds what was to be written, or wrote it first.</summary>
    public static bool IsLocked(PostgresException fault) => fault.SqlState
        is PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.LockNotAvailable;

    /// <summary>A sentence or two: what it is, and what to do.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="name">The name of the database.</param>
    public static string Say(NpgsqlException fault, string name) => fault is not PostgresException { SqlState: var code } answer
        ? NoAnswer(name, fault.InnerException?.Message ?? fault.Message)
        : code switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"PostgreSQL tar ikke imot brukeren eller passordet for {name}. Rett --database eller DELING_DATABASE.",
            PostgresErrorCodes.InvalidCatalogName =>
                $"Databasen {name} finnes ikke. Lag den med createdb, eller rett --database eller DELING_DATABASE.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"Brukeren har ikke lov til å lese og skrive i databasen {name}. Gjør brukeren til eier av databasen, og prøv igjen.",
            PostgresErrorCodes.DiskFull =>
                $"Disken der databasen {name} ligger, er full. Frigjør plass, og prøv igjen. Det som var lagret, er urørt.",
            PostgresErrorCodes.TooManyConnections =>
                $"PostgreSQL har ingen ledige tilkoblinger til {name}. Hev max_connections, eller sett «Maximum Pool Size» lavere i "
                + "--database.",
            PostgresErrorCodes.ReadOnlySqlTransaction => CannotWrite(name),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn =>
                $"Databasen {name} er fra en annen utgave av Deling i praksis. Start tjenesten på den én gang, så blir den gjort klar. "
                + $"({answer.MessageText})",
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreFault.Damaged(name, answer.MessageText),
            _ when IsLocked(answer) => $"Databasen {name} er låst av et annet program. Lukk det, og prøv igjen.",
            _ when IsGone(code) => NoAnswer(name, answer.MessageText),
            _ => $"Databasen {name} kan ikke brukes ({code}: {answer.MessageText}).",
        };

    /// <summary>The text about a database that refuses to be written.</summary>
    public static string CannotWrite(string name) =>
        $"Databasen {name} kan bare leses. Er den en kopi som følger en annen, må tjenesten bruke den som det skrives til.";

    // 08: no connection. 57P: shut down, not started yet, or ended by somebody. 55000: nobody is let in.
    private static bool IsGone(string code) =>
        code.StartsWith("08", StringComparison.Ordinal)
        || code.StartsWith("57P", StringComparison.Ordinal)
        || code == PostgresErrorCodes.ObjectNotInPrerequisiteState;

    private static string NoAnswer(string name, string why) =>
        $"PostgreSQL svarer ikke for databasen {name} ({why.TrimEnd('.')}). Se etter at den går, og at --database eller DELING_DATABASE "
        + "er rett. Det som var lagret, er urørt.";
}
