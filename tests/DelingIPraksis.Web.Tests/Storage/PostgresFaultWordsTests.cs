using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>Each fault of PostgreSQL has a sentence that says what to do, and none of them has a password.</summary>
public sealed class PostgresFaultWordsTests
{
    private const string Name = "«deling» på db";

    [Theory]
    [InlineData("28P01", "passordet")]
    [InlineData("28000", "passordet")]
    [InlineData("3D000", "finnes ikke")]
    [InlineData("42501", "har ikke lov")]
    [InlineData("53100", "er full")]
    [InlineData("53300", "ingen ledige tilkoblinger")]
    [InlineData("25006", "kan bare leses")]
    [InlineData("42P01", "annen utgave")]
    [InlineData("XX001", "skadet")]
    [InlineData("40001", "låst av et annet program")]
    [InlineData("40P01", "låst av et annet program")]
    [InlineData("55P03", "låst av et annet program")]
    [InlineData("57P01", "svarer ikke")]
    [InlineData("57P03", "svarer ikke")]
    [InlineData("08006", "svarer ikke")]
    [InlineData("22P05", "22P05")]
    public void A_code_of_postgresql_is_told_apart_also_when_it_comes_wrapped(string code, string says)
    {
        var fault = new PostgresException("as PostgreSQL says it", "ERROR", "ERROR", code);
        Assert.True(StoreFault.Is(fault));
        Assert.Contains(says, StoreFault.Say(fault, Name), StringComparison.Ordinal);
        Assert.Contains(says, StoreFault.Say(new DbUpdateException("wrapped", fault), Name), StringComparison.Ordinal);
        Assert.Equal(says.StartsWith("låst", StringComparison.Ordinal), StoreFault.IsLocked(new DbUpdateException("wrapped", fault)));
    }

    [Theory]
    [InlineData("Host=db;Database=deling;Username=deling;Password=hemmelig", null)]
    [InlineData("Host=db;Username=deling;Password=hemmelig", "mangler Database.")]
    [InlineData("Host=db", "mangler Database, Username.")]
    [InlineData("Database=deling;Username=deling;Passord=hemmelig", "kan ikke leses")]
    [InlineData("Host=db;Database=deling;Username=deling;Port=hemmelig", "kan ikke leses")]
    [InlineData("hemmelig", "kan ikke leses")]
    [InlineData("postgres://deling:hemmelig@db/deling", "kan ikke leses")]
    public void A_half_connection_string_is_told_what_it_lacks(string connection, string? says)
    {
        var fault = PostgresConnection.FaultOf(connection);
        if (says is null) Assert.Null(fault);
        else Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", fault ?? PostgresConnection.Parse(connection).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_mended_no_longer_is_refused()
    {
        Assert.Null(PostgresStore.FaultOf(new Version(15, 0)));
        Assert.Contains("15 eller nyere", PostgresStore.FaultOf(new Version(14, 99)), StringComparison.Ordinal);
    }
}
