using Xunit.Sdk;
using Xunit.v3;

namespace DelingIPraksis.Shared;

/// <summary>Starts the classes that take longest first: started last they would run alone, with half of the machine idle.</summary>
/// <param name="classes">Their names, in order.</param>
public abstract class LongestFirst(params string[] classes) : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections
                .OrderBy(classOfTests => Place(classOfTests.TestCollectionDisplayName))
                .ThenBy(static classOfTests => classOfTests.TestCollectionDisplayName, StringComparer.Ordinal),
        ];

    private int Place(string collection) =>
        Array.FindIndex(classes, name => collection.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var place
            ? place
            : classes.Length;
}
