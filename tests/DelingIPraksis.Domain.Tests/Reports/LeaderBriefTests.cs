using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class LeaderBriefTests
{
    [Fact]
    public void The_lists_give_one_point_in_turn_and_requests_and_promises_have_their_own_places()
    {
        var brief = LeaderBrief.Of(Report(
            (Section.Barriers, ["B1", "B2"]), (Section.Opportunities, ["M1"]), (Section.Asks, ["S1", "S2", "S3", "S4", "S5"])));
        Assert.Equal(["B1", "M1", "B2"], brief.Points.Select(line => line.Text.Value));
        Assert.Equal([NoteKind.Barrier, NoteKind.Opportunity, NoteKind.Barrier], brief.Points.Select(line => line.Kind!.Value));
        Assert.Equal(["S1", "S2", "S3", "S4"], brief.Asks.Select(line => line.Text.Value));
        Assert.Equal((0, 1, 0), (brief.MorePoints, brief.MoreAsks, brief.MorePromises));
    }

    [Fact]
    public void A_report_without_points_has_an_empty_page() => Assert.True(LeaderBrief.Of(Report()).IsEmpty);

    /// <summary>Whatever the report has: what is shown and what is counted add up, and no line is long.</summary>
    [Fact]
    public void What_is_shown_and_what_is_left_add_up() => Gen.Select(
        Gen.String.List[0, 6], Gen.String.List[0, 6], Gen.String.List[0, 8]).Sample((barriers, opportunities, asks) =>
    {
        var brief = LeaderBrief.Of(Report((Section.Barriers, barriers), (Section.Opportunities, opportunities), (Section.Asks, asks)));
        return brief.Points.Count + brief.MorePoints == barriers.Count + opportunities.Count
            && brief.Asks.Count + brief.MoreAsks == asks.Count
            && brief.Points.Concat(brief.Asks).All(line => line.Text.Value.Split(' ').Length <= LeaderBrief.MostWordsOfLine + 1
                && !line.Text.Value.Contains('\n', StringComparison.Ordinal));
    });

    private static GatheringReport Report(params (Id<Section> Section, IReadOnlyList<string> Points)[] lists) => new(
        new GatheringFacts("Nettverket", "", "Samling", null, new DateOnly(2021, 6, 7), "Vert", "Sted", default),
        ImmutableSortedDictionary<ReportText, PlainText>.Empty,
        [],
        "Tema",
        [],
        [.. lists.Select(list => new ReportSection(
            list.Section, "", [.. list.Points.Select(text => new ReportPoint(new(Guid.NewGuid()), text, []))]))],
        [],
        false);
}
