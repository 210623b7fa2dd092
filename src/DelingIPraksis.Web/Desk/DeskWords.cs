using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis;
using Microsoft.Extensions.Localization;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Desk;

/// <summary>What was done at the desk, in words.</summary>
internal static class DeskWords
{
    /// <param name="change">What was done.</param>
    /// <param name="before">The gathering as it was before it.</param>
    /// <param name="now">The gathering as it is.</param>
    /// <param name="titleOf">What a section is called now.</param>
    /// <param name="texts">The texts.</param>
    public static string Of(
        Change change, GatheringView before, GatheringView now, Func<Id<Section>, string> titleOf, IStringLocalizer<SortingTexts> texts)
    {
        return change switch
        {
            PointsPut { Points.Count: 1 } => texts["MadePoint"],
            PointsPut c => texts["MadePoints", c.Points.Count],
            PointPut c => texts["WrotePoint", Shorten(c.Point.Text)],
            PointWorded c => texts["WordedPoint", TextOf(c.Point)],
            PointConfirmed c => texts["ConfirmedPoint", TextOf(c.Point)],
            PointRemoved c => texts["RemovedPoint", TextOf(c.Point)],
            PointSourced { Added.Count: 0 } => texts["LetGoSource"],
            PointSourced { Added.Count: 1 } => texts["AddedSource"],
            PointSourced c => texts["AddedSources", c.Added.Count],
            PointMoved { Section: { } section } => texts["PointMovedTo", titleOf(section)],
            PointMoved c => texts["PointStands", c.Place + 1, CountBeside(c.Point)],
            SectionPut c => texts[TitleOf(c.Section) is null ? "SectionMade" : "SectionNamed", Shorten(c.Title)],
            SectionRemoved c => texts["SectionGone", Shorten(TitleOf(c.Section) ?? "")],
            GroupPut c => texts["GroupNamed", c.Name],
            NotesGrouped { GivenUp: [var gone], Groups: [] } => texts["GroupGone", NameOf(gone)],
            NotesGrouped { GivenUp.Count: > 0, Groups: [var into] } => texts["GroupsMerged", into.Name],
            NotesGrouped { Groups: [] } => texts["Loosened"],
            NotesGrouped { Groups: [var group] } => texts["Grouped", group.Name],
            NotesGrouped c => texts["ThemesApplied", c.Groups.Count],
            NotesLeftOut c => texts[c.LeftOut ? "NotesLeftOut" : "NotesTakenIn", c.Notes.Count],
            ConsentAsked => texts["AskedConsent"],
            EarlierPromisesTold c => texts[c.Earlier is null ? "EarlierPromisesOut" : "EarlierPromisesIn"],
            _ => "",
        };

        string TextOf(Id<Point> id) => Shorten(before.Points.FirstOrDefault(point => point.Id == id)?.Text ?? "");

        int CountBeside(Id<Point> id) => now.Points.FirstOrDefault(point => point.Id == id) is { } moved
            ? now.Points.Count(point => point.Section == moved.Section)
            : 0;

        PlainText? TitleOf(Id<Section> id) => before.Sections.FirstOrDefault(section => section.Id == id)?.Title;

        string NameOf(Id<NoteGroup> id) => before.Groups.FirstOrDefault(group => group.Id == id)?.Name.Value ?? "";
    }

    private static string Shorten(PlainText text) => TextTruncation.Shorten(text.Value, 60);
}
