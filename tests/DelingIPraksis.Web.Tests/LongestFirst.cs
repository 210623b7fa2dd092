using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Networks;
using DelingIPraksis.Web.Tests.Reporting;
using DelingIPraksis.Web.Tests.Rooms;
using DelingIPraksis.Web.Tests.Search;

[assembly: TestCollectionOrderer(typeof(DelingIPraksis.Web.Tests.LongestFirst))]

namespace DelingIPraksis.Web.Tests;

/// <summary>The classes that take longest.</summary>
public sealed class LongestFirst()
    : Shared.LongestFirst(
        nameof(KillTests),
        nameof(SearchPageOnPostgresTests),
        nameof(ChangeRateLimiterTests),
        nameof(RetentionServiceTests),
        nameof(SearchPageTests),
        nameof(PublishedReportTests),
        nameof(CommandTests),
        nameof(FirstStartKilledTests)
    );
