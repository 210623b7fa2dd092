using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Tests.Searching;

public sealed class ThemesOverYearsTests
{
    private static readonly string[] _texts =
        ["Vi mangler penger", "Bussen går ikke", "Kompetansen er borte", "xyzzy", "Ingen eier ombruket"];

    [Fact]
    public void A_theme_is_one_theme_whatever_it_was_called_and_in_whichever_language()
    {
        var themes = Of(
            At(2021, Note("Bussen går ikke", theme: "Kollektivtransport")),
            At(2022, Note("Ingen veit når ferja går", theme: "kollektivtransporten")),
            At(2023, Note("Buss og bane samsvarar ikkje", theme: "Kollektivtransport "))
        );
        var theme = Assert.Single(themes);
        Assert.Equal([1, 1, 1], theme.Moments.Select(moment => moment.Notes));
        Assert.Equal(ThemeCourse.Lasting, theme.Course);
    }

    [Fact]
    public void The_words_of_a_note_decide_when_nobody_has_named_it_and_they_are_told()
    {
        var theme = Assert.Single(Of(At(2021, Note("Vi har ikke penger")), At(2022, Note("Økonomien er stram"))));
        Assert.Contains("ikke penger", theme.Words);
        Assert.Contains("økonomien", theme.Words);
    }

    [Theory]
    [InlineData("x..", ThemeCourse.Quiet)]
    [InlineData("..x", ThemeCourse.New)]
    [InlineData("xxx", ThemeCourse.Lasting)]
    [InlineData(".xx", ThemeCourse.Lasting)]
    [InlineData("x.x", ThemeCourse.Back)]
    public void Its_course_says_how_it_stands_after_the_newest_gathering(string years, ThemeCourse course)
    {
        var themes = Of([.. years.Select((year, place) => year == 'x' ? At(2021 + place, Note("Vi mangler penger")) : At(2021 + place))]);
        Assert.Equal(course, Assert.Single(themes).Course);
    }

    [Fact]
    public void A_point_is_about_what_its_notes_are_about_and_a_promise_about_what_it_says()
    {
        var note = Note("Vi mangler penger");
        var point = new SearchText("point:1", SearchKind.Point, "Dette må løses sammen") { Sources = [note.Note!.Value] };
        var promise = new SearchText("commitment:1", SearchKind.Commitment, "Vi setter av penger i budsjettet") { Who = "Stad" };
        var moment = Assert.Single(Assert.Single(Of(At(2021, note, point, promise))).Moments);
        Assert.Equal((1, 1, 1), (moment.Barriers.Count, moment.Points.Count, moment.Commitments.Count));
    }

    [Fact]
    public void Those_who_raise_it_for_the_first_time_are_told_apart()
    {
        var later = At(2022, Note("Ingen penger", "Stad"), Note("Penger", "Bodø"));
        var theme = Assert.Single(Of(At(2021, Note("Vi mangler penger", "Stad")), later));
        Assert.Empty(theme.NewAt(theme.Moments[0]));
        Assert.Equal(["Bodø"], theme.NewAt(theme.Moments[1]).Select(who => who.Value));
        Assert.Same(theme.Moments[0], theme.Before(theme.Moments[1]));
    }

    [Fact]
    public void Every_note_is_counted_in_one_theme_at_most_at_its_own_gathering() => Gen
        .Int[0, _texts.Length - 1]
        .Select(text => _texts[text])
        .Array[0, 5]
        .Array[1, 4]
        .Sample(years =>
        {
            var themes = Of([.. years.Select((notes, place) => At(2021 + place, [.. notes.Select(text => Note(text))]))]);
            var told = themes.SelectMany(theme => theme.Moments.Select((moment, place) => (place, moment.Notes))).ToLookup(at => at.place);
            return themes.TrueForAll(theme => theme.Moments.Count == years.Length && theme.Notes > 0)
                && years.Index().All(year => told[year.Index].Sum(at => at.Notes) <= year.Item.Length)
                && themes.Select(theme => theme.Key).Distinct().Count() == themes.Count;
        });

    private static System.Collections.Immutable.ImmutableList<ThemeHistory> Of(params ThemedGathering[] gatherings) =>
        ThemesOverYears.Of(gatherings, Lexicon.Standard);

    private static ThemedGathering At(int year, params SearchText[] texts) =>
        new(new Id<Gathering>(Guid.NewGuid()), "Samling", new DateOnly(year, 5, 20), texts);

    private static SearchText Note(string text, string who = "Stad", string theme = "")
    {
        var where = new NoteRef(new Id<Party>(Guid.NewGuid()), new Id<Note>(Guid.NewGuid()));
        return new SearchText($"note:{where.Note}", SearchKind.Barrier, text) { Who = who, Theme = theme, Note = where };
    }
}
