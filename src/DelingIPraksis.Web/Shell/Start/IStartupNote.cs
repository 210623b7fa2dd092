namespace DelingIPraksis.Web.Shell.Start;

/// <summary>Something the one who starts the service should be told, such as the codes of the demo.</summary>
internal interface IStartupNote
{
    /// <summary>The lines to print; none when there is nothing to tell.</summary>
    /// <param name="address">An address that people can open, without a slash at the end.</param>
    Task<IReadOnlyList<string>> LinesAsync(string address);
}
