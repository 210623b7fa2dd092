using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>The rows of the plan follow their phases, and two who plan at once lose nothing.</summary>
public sealed class PlanRowsTests : ProgrammeContext
{
    private const string Minutes = "steg-Presentation-0-min";

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    public async Task What_was_refused_in_a_row_stays_with_its_phase_when_a_row_above_is_moved_or_removed(string typed)
    {
        var page = await OpenPlanAsync();
        await PutAsync(page, Minutes, typed);
        Assert.Equal("true", Field(page, Minutes).GetAttribute("aria-invalid"));
        var keep = Field(page, Minutes).GetAttribute("data-keep");
        await page.InvokeAsync(() => Row(page, 1).QuerySelectorAll(".tools .btn-icon")[0].ClickAsync());
        await page.InvokeAsync(() => Row(page, 0).QuerySelector(".tools > :last-child")!.ClickAsync());
        PhaseKind[] left = [PhaseKind.CheckIn, PhaseKind.Presentation, PhaseKind.Feedback];
        page.WaitForAssertion(() => Assert.Equal(left, Now.Workshop.Plan.Take(3).Select(phase => phase.Kind)));
        page.WaitForAssertion(() => Assert.True(Row(page, 1).Contains(Field(page, Minutes))));
        Assert.Equal((typed, keep), (Field(page, Minutes).GetAttribute("value"), Field(page, Minutes).GetAttribute("data-keep")));
        Assert.Empty(page.FindAll(".theirs"));
        await PutAsync(page, Minutes, "14");
        Assert.Equal([5, 14, 10], Now.Workshop.Plan.Take(3).Select(phase => phase.Minutes));
        Assert.Equal(SaveStatus.Saved, page.Instance.Session.Status);
    }

    [Fact]
    public async Task Two_who_plan_at_once_keep_what_both_did()
    {
        var (one, other) = (await OpenPlanAsync(), await OpenPlanAsync());
        await Field(one, Minutes).InputAsync("14");
        await Row(other, 0).QuerySelector(".tools > :last-child")!.ClickAsync();
        await PutAsync(other, "steg-Feedback-0-min", "11");
        await PutAsync(other, "tema", "nytt tema");
        Settle();
        one.WaitForAssertion(() => Assert.Equal(
            ("nytt tema", PhaseKind.Writing, 14, 11),
            (Now.Workshop.Theme.Value, Now.Workshop.Plan[0].Kind, Now.Workshop.Plan[1].Minutes, Now.Workshop.Plan[2].Minutes)));
        Assert.Empty(one.FindAll(".theirs"));
    }

    [Fact]
    public async Task A_screen_that_has_not_heard_yet_overwrites_nothing()
    {
        var page = await OpenPlanAsync();
        var stale = page.Instance.Session;
        var read = Now;
        await DoAsync(new WorkshopPlanned("nytt tema", Now.Workshop.Plan.RemoveAt(0)));
        await page.InvokeAsync(() => stale.Show(read));
        Assert.Null(await page.InvokeAsync(() => stale.PlanAsync(theme => theme, plan => plan.Add(new Phase(PhaseKind.Board, 7)))));
        Assert.Equal(
            ("nytt tema", PhaseKind.Writing, 7),
            (Now.Workshop.Theme.Value, Now.Workshop.Plan[0].Kind, Now.Workshop.Plan[^1].Minutes)
        );
    }

    [Fact]
    public async Task A_move_and_a_removal_are_undone_and_what_another_wrote_since_stays()
    {
        var page = await OpenPlanAsync();
        var before = Now.Workshop.Plan;
        await page.InvokeAsync(() => Row(page, 1).QuerySelectorAll(".tools .btn-icon")[0].ClickAsync());
        await page.InvokeAsync(() => Row(page, 2).QuerySelector(".tools > :last-child")!.ClickAsync());
        Assert.Equal([PhaseKind.Writing, PhaseKind.CheckIn, PhaseKind.Feedback], Now.Workshop.Plan.Take(3).Select(phase => phase.Kind));
        await OtherDoesAsync(
            new WorkshopPlanned(Now.Workshop.Theme, Now.Workshop.Plan.SetItem(2, Now.Workshop.Plan[2] with { Minutes = 33 })));
        await page.InvokeAsync(page.Instance.Session.UndoAsync);
        await page.InvokeAsync(page.Instance.Session.UndoAsync);
        Assert.Equal(before.SetItem(3, before[3] with { Minutes = 33 }), Now.Workshop.Plan);
    }

    private async Task<IRenderedComponent<Setup>> OpenPlanAsync()
    {
        // The group work of the sample is in its last phase: a phase can be taken out only as long as that place is there.
        if (Now.Workshop.Plan.Count == PhasePlans.Full.Count)
            await DoAsync(new WorkshopPlanned(Now.Workshop.Theme, PhasePlans.Full.AddRange(PhasePlans.Brief)));
        var page = Open();
        page.WaitForElement(".phases");
        return page;
    }

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<Setup> page, int place) => page.FindAll(".phases > li")[place];

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<Setup> page, string id) => page.Find($"[id='{id}']");

    private async Task PutAsync(IRenderedComponent<Setup> page, string id, string text)
    {
        await page.InvokeAsync(() => Field(page, id).InputAsync(text));
        await page.InvokeAsync(() => Field(page, id).BlurAsync());
        Settle();
        page.WaitForAssertion(() => Assert.NotEqual(SaveStatus.Saving, page.Instance.Session.Status));
    }
}
