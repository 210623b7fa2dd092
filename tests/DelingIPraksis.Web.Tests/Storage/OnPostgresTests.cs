using DelingIPraksis.Web.Tests.Storage.Kept;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>The log by itself, on PostgreSQL.</summary>
public sealed class GatheringLogOnPostgresTests : GatheringLogTests
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OpenOnPostgresAsync();
}

/// <summary>Drafts, on PostgreSQL.</summary>
public sealed class DraftsOnPostgresTests : DraftsTests
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OpenOnPostgresAsync();
}

/// <summary>Files that people upload, on PostgreSQL.</summary>
public sealed class FileStoreOnPostgresTests : FileStoreTests
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OpenOnPostgresAsync();
}
