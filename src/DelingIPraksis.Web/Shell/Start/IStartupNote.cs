namespace DelingIPraksis.Web.Shell.Start;

/// <summary>Information for the administrator at the start, such as the codes of the demo.</summary>
internal interface IStartupNote
{
    /// <summary>The lines to print. Empty when there is no information.</summary>
    /// <param name="address">An address that people can open, without a slash at the end.</param>
    Task<IReadOnlyList<string>> LinesAsync(string address);
}
