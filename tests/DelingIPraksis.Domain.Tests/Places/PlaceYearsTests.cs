using CsCheck;
using DelingIPraksis.Domain.Places;

namespace DelingIPraksis.Domain.Tests.Places;

/// <summary>Any list of changes, made year by year from places that exist, is followed both ways.</summary>
public sealed class PlaceYearsTests
{
    private static readonly (string Number, string Name)[] _today =
    [
        ("4602", "Kinn"), ("4649", "Stad"), ("1806", "Narvik"), ("1875", "Hamarøy"),
    ];

    private static readonly PlaceChange[] _changes =
    [
        new(2020, "1443", "Eid", "4649", "Stad"),
        new(2020, "1441", "Selje", "4649", "Stad"),
        new(2020, "1439", "Vågsøy", "4602", "Kinn"),
        new(2020, "1439", "Vågsøy", "4649", "Stad", IsPart: true),
        new(2020, "1401", "Flora", "4602", "Kinn"),
        new(2020, "1850", "Tysfjord", "1806", "Narvik"),
        new(2020, "1850", "Tysfjord", "1875", "Hamarøy"),
        new(2020, "1805", "Narvik", "1806", "Narvik"),
        new(2020, "1849", "Hamarøy", "1875", "Hamarøy"),
    ];

    private static readonly PlaceYears _years = new(_today, _changes);

    [Theory]
    [InlineData("1443", 2020, "Stad")]
    [InlineData("1443", 2019, "Eid")]
    [InlineData("1439", 2021, "Kinn|Stad")]
    [InlineData("1850", 2026, "Narvik|Hamarøy")]
    [InlineData("4649", 2019, "Eid|Selje|Vågsøy")]
    public void A_place_is_followed_to_a_year(string number, int year, string names) =>
        Assert.Equal(names.Split('|'), _years.In(year, _years.Numbered(number)[^1]).Select(place => place.Name));

    [Theory]
    [InlineData("1439", 2021, "Kinn")]
    [InlineData("1850", 2021, "Narvik|Hamarøy")]
    [InlineData("1806", 2019, "Narvik")]
    [InlineData("4649", 2019, "Eid|Selje")]
    public void What_got_a_small_part_and_what_lost_the_name_is_not_what_it_mainly_became(string number, int year, string names) =>
        Assert.Equal(names.Split('|'), _years.MainlyIn(year, _years.Numbered(number)[^1]).Select(place => place.Name));

    [Fact]
    public void A_municipality_that_took_in_another_is_itself_before_and_after()
    {
        var years = new PlaceYears(
            [("1103", "Stavanger")],
            [new(2020, "1141", "Finnøy", "1103", "Stavanger"), new(2020, "1103", "Stavanger", "1103", "Stavanger")]);
        Assert.Equal(new Place("1103", "Stavanger", null, null), years.Numbered("1103", 2018));
        Assert.Equal("Stavanger", Assert.Single(years.In(2021, years.Numbered("1141", 2018)!)).Name);
        Assert.Equal(2, years.All.Count);
    }

    [Fact]
    public void A_change_that_leads_to_no_place_of_today_is_left_out_and_known()
    {
        var lost = new PlaceChange(2028, "4649", "Stad", "4699", "Nystad");
        Assert.Equal([lost], new PlaceYears(_today, [.. _changes, lost]).Lost);
        // Both before and after: the register is older than the list.
        var still = new PlaceChange(2028, "4602", "Kinn", "4649", "Stad");
        Assert.Equal([still], new PlaceYears(_today, [.. _changes, still]).Lost);
    }

    /// <summary>Some places, and for each of some years which two of them become one, or which one becomes two.</summary>
    private static readonly Gen<(List<string> Today, List<PlaceChange> Changes, Dictionary<int, List<string>> ByYear)> _histories =
        Gen.Select(Gen.Int[2, 8], Gen.Select(Gen.Bool, Gen.Int[0, 99], Gen.Int[0, 99]).List[0, 6]).Select((count, steps) =>
        {
            var next = 0;
            string New() => (1000 + next++).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var there = Enumerable.Range(0, count).Select(_ => New()).ToList();
            var (changes, byYear) = (new List<PlaceChange>(), new Dictionary<int, List<string>> { [2010] = [.. there] });
            foreach (var (year, (divides, one, other)) in steps.Index().Select(step => (2011 + step.Index, step.Item)))
            {
                var first = there[one % there.Count];
                string[] olds = divides || there.Count < 2 ? [first] : [.. new[] { first, there[other % there.Count] }.Distinct()];
                string[] news = divides ? [New(), New()] : [New()];
                foreach (var old in olds) there.Remove(old);
                there.AddRange(news);
                changes.AddRange(from old in olds from made in news select new PlaceChange(year, old, $"K{old}", made, $"K{made}"));
                byYear[year] = [.. there];
            }

            return (there, changes, byYear);
        });

    [Fact]
    public void The_places_of_every_year_are_those_there_were() => _histories.Sample(history =>
    {
        var years = new PlaceYears(history.Today.Select(number => (number, $"K{number}")), history.Changes);
        Assert.Empty(years.Lost);
        foreach (var (year, numbers) in history.ByYear)
            Assert.Equal(numbers.Order(), years.All.Where(place => place.IsIn(year)).Select(place => place.Number).Order());
    });

    [Fact]
    public void Every_place_leads_to_some_place_of_every_year_and_those_lead_back() => _histories.Sample(history =>
    {
        var years = new PlaceYears(history.Today.Select(number => (number, $"K{number}")), history.Changes);
        foreach (var place in years.All)
            foreach (var year in history.ByYear.Keys)
            {
                var there = years.In(year, place);
                Assert.NotEmpty(there);
                Assert.NotEmpty(years.MainlyIn(year, place));
                Assert.Subset(there.ToHashSet(), years.MainlyIn(year, place).ToHashSet());
                Assert.All(there, one => Assert.True(one.IsIn(year)));
                Assert.All(there, one => Assert.Contains(place, years.FamilyOf(one)));
            }
    });
}
