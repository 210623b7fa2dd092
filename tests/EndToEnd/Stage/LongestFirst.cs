using DelingIPraksis.EndToEnd.Journeys;
using DelingIPraksis.EndToEnd.Screens;

[assembly: TestCollectionOrderer(typeof(DelingIPraksis.EndToEnd.Stage.LongestFirst))]

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The journeys that take longest.</summary>
public sealed class LongestFirst()
    : Shared.LongestFirst(nameof(OrganiserScreensTests), nameof(EveryScreenTests), nameof(LostConnectionTests));
