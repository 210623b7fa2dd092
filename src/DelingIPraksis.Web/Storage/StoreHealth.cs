namespace DelingIPraksis.Web.Storage;

/// <summary>
/// What the start found wrong in what is kept: sentences for the one who runs the service. The rest of the service works.
/// </summary>
internal sealed class StoreHealth
{
    public IReadOnlyList<string> Faults { get; set; } = [];
}
