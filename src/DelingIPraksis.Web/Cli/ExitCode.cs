namespace DelingIPraksis.Web.Cli;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command failed, and wrote the reason to standard error.</summary>
    public const int Failed = 1;

    /// <summary>The arguments or the settings are wrong.</summary>
    public const int WrongUsage = 2;

    public static async Task<int> FailAsync(this TextWriter error, int code, string sentence)
    {
        await error.WriteLineAsync(sentence);
        return code;
    }
}
