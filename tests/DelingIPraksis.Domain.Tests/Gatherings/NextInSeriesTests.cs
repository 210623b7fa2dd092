using CsCheck;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class NextInSeriesTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static readonly Gen<GatheringFacts> Any = Gen.Select(
        Gen.Int[1, 998].Nullable(),
        Gen.Int[0, 36_000],
        Gen.String,
        (number, day, title) => Held(title, number, new DateOnly(2000, 1, 1).AddDays(day))
    );

    [Fact]
    public void The_day_comes_after_today_and_on_the_same_day_of_the_week() => Any.List[1, 12].Sample(earlier =>
    {
        var next = NextInSeries.After(earlier, Today);
        var last = earlier.Max(facts => facts.Date);
        return next.Date is not { } date || (date > Today && date > last && date.DayOfWeek == last.DayOfWeek);
    });

    [Fact]
    public void The_number_is_higher_than_all_before() => Any.List[0, 12].Sample(earlier =>
        NextInSeries.After(earlier, Today).Number is not { } number || (number is >= 1 and <= 999
            && earlier.TrueForAll(facts => facts.Number is null || number > facts.Number)));

    [Fact]
    public void The_order_they_are_told_in_means_nothing_when_no_two_are_on_one_day() =>
        (from earlier in Any.List[1, 8].Select(all => all.DistinctBy(facts => facts.Date).ToArray())
         from shuffled in Gen.Shuffle(earlier)
         select (earlier, shuffled))
        .Sample(both => NextInSeries.After(both.earlier, Today) == NextInSeries.After(both.shuffled, Today));

    [Theory]
    [InlineData("Kortreist kvalitetssamling 2026", 10, "Kortreist kvalitetssamling 2027")]
    [InlineData("Samling 10", 10, "Samling 11")]
    [InlineData("10. samling, Stad 2026", 10, "11. samling, Stad 2027")]
    [InlineData("Samling 10 om mål 2030", 10, "Samling 11 om mål 2030")]
    [InlineData("Samling på Stad", 10, "")]
    [InlineData("Samling 3", null, "")]
    [InlineData("Sak 20261", 10, "")]
    public void The_title_gets_the_next_number_and_year_and_is_left_open_when_it_has_none(string title, int? number, string expected) =>
        Assert.Equal(expected, NextInSeries.After([Held(title, number, new DateOnly(2026, 6, 8))], Today).Title.Value);

    [Fact]
    public void A_series_of_two_a_year_goes_on_with_two_a_year() => Assert.Equal(
        new DateOnly(2027, 3, 8),
        NextInSeries.After([Held("Vår", 1, new DateOnly(2026, 3, 9)), Held("Høst", 2, new DateOnly(2026, 9, 7))], Today).Date
    );

    [Fact]
    public void The_first_of_a_series_has_number_one_and_nothing_else() =>
        Assert.Equal(new NextInSeries(1, null, default), NextInSeries.After([], Today));

    [Fact]
    public void Gatherings_without_numbers_are_counted() =>
        Assert.Equal(3, NextInSeries.After([Held("En", null, Today), Held("To", null, Today.AddDays(-400))], Today).Number);

    private static GatheringFacts Held(string title, int? number, DateOnly date) =>
        GatheringFacts.None with { Title = title, Number = number, Date = date };
}
