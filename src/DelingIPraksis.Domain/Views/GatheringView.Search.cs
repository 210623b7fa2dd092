using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Gatherings;

public sealed partial class GatheringView
{
    /// <summary>
    /// The same actor's view of what is kept of the gathering: words that a party has withheld are gone, and softened words are as the
    /// party wants them said. For what is looked up afterwards, such as a search or the themes of several years.
    /// </summary>
    public GatheringView AsKept() => _gathering.Consent is null ? this : new(ConsentFilter.ToKeep(_gathering), _actor);
}
