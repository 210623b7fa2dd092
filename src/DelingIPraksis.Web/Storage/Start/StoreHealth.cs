namespace DelingIPraksis.Web.Storage;

/// <summary>The faults that the start found in the stored data: sentences for the administrator. The rest of the service works.</summary>
internal sealed class StoreHealth
{
    public IReadOnlyList<string> Faults { get; set; } = [];
}
