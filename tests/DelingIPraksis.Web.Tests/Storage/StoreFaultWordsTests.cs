using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>
/// Each fault of a disk or a database has a sentence of its own: who is told to put in a copy when the disk is full throws away the newest
/// data.
/// </summary>
public sealed class StoreFaultWordsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-words-").FullName;

    private string File => Path.Combine(_folder, "deling.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(5, "låst av et annet program")]
    [InlineData(6, "låst av et annet program")]
    [InlineData(8, "kan bare leses")]
    [InlineData(10, "Disken svarte ikke")]
    [InlineData(11, "skadet")]
    [InlineData(13, "er full")]
    [InlineData(14, "kan ikke åpnes")]
    [InlineData(26, "ikke en SQLite-database")]
    public void A_code_of_sqlite_is_told_apart_also_when_it_comes_wrapped(int code, string says)
    {
        var fault = new SqliteException("as SQLite says it", code, code);
        Assert.Contains(says, StoreFault.Say(fault, File), StringComparison.Ordinal);
        Assert.Contains(says, StoreFault.Say(new DbUpdateException("wrapped", fault), File), StringComparison.Ordinal);
        if (code is not (11 or 26)) Assert.DoesNotContain("skadet", StoreFault.Say(fault, File), StringComparison.Ordinal);
        if (code is not (11 or 26)) Assert.DoesNotContain("sikkerhetskopi", StoreFault.Say(fault, File), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(28, "er full")]
    [InlineData(122, "er full")]
    [InlineData(30, "kan bare leses")]
    [InlineData(24, "for mange filer")]
    public void A_number_of_the_system_is_told_apart(int errno, string says) =>
        Assert.Contains(says, StoreFault.Say(new IOException("as the system says it", errno), File), StringComparison.Ordinal);

    [Fact]
    public void A_database_that_may_grow_no_more_is_full_and_says_so()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE Notes (Text TEXT);";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA max_page_count=4;";
        command.ExecuteScalar();
        command.CommandText = "INSERT INTO Notes VALUES (zeroblob(100000));";
        var fault = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        Assert.Contains("er full", StoreFault.Say(fault, File), StringComparison.Ordinal);
    }
}
