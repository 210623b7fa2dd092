using DelingIPraksis.EndToEnd.Screens;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(DelingIPraksis.EndToEnd.Stage.LongestFirst))]

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>Starts the classes that take longest first: started last they would run alone, with half of the machine idle.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long =
        [nameof(OrganiserScreensTests), nameof(EveryScreenTests), nameof(Journeys.LostConnectionTests)];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections
                .OrderBy(static classOfTests =>
                    !Array.Exists(_long, name => classOfTests.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal))
                )
                .ThenBy(static classOfTests => classOfTests.TestCollectionDisplayName, StringComparer.Ordinal),
        ];
}
