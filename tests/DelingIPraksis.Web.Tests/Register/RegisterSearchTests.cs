using System.Text.Json;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Tests.Register;

public sealed class RegisterSearchTests
{
    private static readonly MunicipalityRegister Register = MunicipalityRegister.Own;

    [Theory]
    [InlineData("tra", "Trondheim – Tråante")]
    [InlineData("trå", "Trondheim – Tråante")]
    [InlineData("trond", "Trondheim – Tråante")]
    [InlineData("5001", "Trondheim – Tråante")]
    [InlineData("karasj", "Kárášjohka – Karasjok")]
    [InlineData("karas", "Kárášjohka – Karasjok")]
    [InlineData("oslove", "Oslo – Oslove")]
    [InlineData("stad", "Stad")]
    [InlineData("vestland fyl", "Vestland fylkeskommune")]
    public void Any_of_the_names_or_the_number_finds_it(string typed, string name) =>
        Assert.Contains(Register.Search(typed, 8), hit => hit.Name == name);

    /// <summary>The same corpus as the join page's search in the browser (tests/js/list-filter.test.mjs).</summary>
    [Fact]
    public void A_name_is_found_however_it_is_typed()
    {
        Assert.All(
            Spellings("found"),
            pair => Assert.Contains(Register.Search(pair.Typed, 8), hit => hit.Name.StartsWith(pair.Name, StringComparison.Ordinal))
        );
        Assert.All(
            Spellings("found").Concat(Spellings("written")),
            pair => Assert.True(MunicipalityRegister.IsContainedIn(pair.Typed, $"Stad + {pair.Name}"), pair.Typed)
        );
        Assert.All(Spellings("notFound"), pair => Assert.False(MunicipalityRegister.IsContainedIn(pair.Typed, pair.Name), pair.Typed));
    }

    [Fact]
    public void The_whole_name_comes_before_those_that_begin_with_it() =>
        Assert.Equal(("Os", "Stad"), (Register.Search("Os", 8)[0].Name, Register.Search("stad", 8)[0].Name));

    [Theory]
    [InlineData("Herøy", "Møre og Romsdal", "Nordland")]
    [InlineData("våler", "Innlandet", "Østfold")]
    public void Two_of_the_same_name_are_told_apart_by_county(string typed, string one, string other) =>
        Assert.Equal(
            [one, other],
            Register
                .Search(typed, 8)
                .Where(hit => string.Equals(hit.Name, typed, StringComparison.OrdinalIgnoreCase))
                .Select(hit => hit.County!)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("xyzzy")]
    public void Nothing_is_found_for_nothing(string typed) => Assert.Empty(Register.Search(typed, 8));

    [Fact]
    public void A_county_is_found_by_its_number() =>
        Assert.Equal(("Vestland fylkeskommune", PartyKind.County), Register.Search("46", 8).Select(hit => (hit.Name, hit.Kind)).First());

    [Theory]
    [InlineData("stad.kommune.no", "4649")]
    [InlineData("tromso.kommune.no", "5501")]
    [InlineData("lorenskog.kommune.no", "3222")]
    [InlineData("post.bergen.kommune.no", "4601")]
    [InlineData("nord-odal.kommune.no", "3414")]
    public void An_address_on_the_net_tells_which(string domain, string number) => Assert.Equal(number, Register.OfDomain(domain)?.Number);

    [Theory]
    [InlineData("heroy.kommune.no")]
    [InlineData("ks.no")]
    [InlineData("kommune.no")]
    public void One_that_could_be_two_or_none_tells_nothing(string domain) => Assert.Null(Register.OfDomain(domain));

    private static IEnumerable<(string Typed, string Name)> Spellings(string which)
    {
        using var corpus = JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources.Root, "tests", "corpora", "spellings-of-names.json")));
        return [.. corpus.RootElement.GetProperty(which).EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))];
    }
}
