using Bunit;
using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>What is undone on the programme, also when the page has been opened again.</summary>
public sealed class ProgrammeUndoTests : ProgrammeContext
{
    [Fact]
    public async Task What_was_done_before_a_reload_is_undone_after_it_in_the_order_it_was_done()
    {
        var before = Now;
        var page = OpenPage();
        await PutAsync(page, "tittel", "En annen tittel");
        Assert.Null(await page.InvokeAsync(() => page.Instance.Session.AskAsync(new BlockRemoved(before.Blocks[0].Id))));
        Assert.Null(await page.InvokeAsync(() => page.Instance.Session.AskAsync(new RetentionSet(before.Retention with { All = 119 }))));
        page = await OpenAgainAsync(page);
        Assert.False(string.IsNullOrEmpty(page.Instance.Session.WouldUndo));
        await UndoAsync(page);
        Assert.Equal(before.Retention, Now.Retention);
        Assert.Equal($"fjernet {before.Blocks[0].Title}", page.Instance.Session.WouldUndo);
        await UndoAsync(page);
        Assert.Equal(before.Blocks.Select(block => block.Title), Now.Blocks.Select(block => block.Title));
        page = await OpenAgainAsync(page);
        Assert.Equal("Tittel", page.Instance.Session.WouldUndo);
        await UndoAsync(page);
        Assert.Equal(before.Facts, Now.Facts);
        Assert.Null(page.Instance.Session.WouldUndo);
    }

    [Fact]
    public async Task A_pasted_list_is_one_step_also_after_a_reload()
    {
        var before = Now.Parties.Count;
        var page = OpenPage();
        await page.InvokeAsync(() => page.Find("#liste").InputAsync("Drammen\nBodø\nTromsø"));
        await page.InvokeAsync(() => page.FindAll(".paste .btn-solid")[0].ClickAsync());
        Assert.Equal(before + 3, Now.Parties.Count);
        page = await OpenAgainAsync(page);
        Assert.Equal("lagt til Drammen, Bodø, Tromsø", page.Instance.Session.WouldUndo);
        await UndoAsync(page);
        Assert.Equal((before, null), (Now.Parties.Count, page.Instance.Session.WouldUndo));
    }

    [Fact]
    public async Task The_letters_of_one_field_are_one_step_also_after_a_reload_and_what_another_wrote_since_stays()
    {
        var before = Now.Facts;
        var page = OpenPage();
        await PutAsync(page, "vertskap", "St");
        await PutAsync(page, "vertskap", "Stad");
        await OtherDoesAsync(new GatheringDescribed(Now.Facts with { Place = "Digitalt" }, Now.Facts));
        await PutAsync(page, "vertskap", "Stad kommune");
        page = await OpenAgainAsync(page);
        await UndoAsync(page);
        Assert.Equal(before with { Place = "Digitalt" }, Now.Facts);
        Assert.Null(page.Instance.Session.WouldUndo);
    }

    [Fact]
    public async Task Neither_what_was_done_on_another_screen_nor_by_another_organiser_is_undone_here()
    {
        var page = OpenPage();
        await DoAsync(new DoorSet(false));
        await DoAsync(new ReportTextWritten(Domain.Reports.ReportText.Welcome, "Velkommen"));
        await OtherDoesAsync(new BlockPut(new Block(new(Guid.CreateVersion7()), "Enda en bolk", "", [], false)));
        page = await OpenAgainAsync(page);
        Assert.Null(page.Instance.Session.WouldUndo);
        var now = Now;
        await UndoAsync(page);
        Assert.Same(now, Now);
    }

    [Fact]
    public async Task A_step_that_can_no_longer_be_undone_says_so_and_lets_the_one_before_it_be_undone()
    {
        var before = Now.Facts;
        var page = OpenPage();
        await PutAsync(page, "tittel", "Min tittel");
        await PutAsync(page, "vertskap", "Min vert");
        await OtherDoesAsync(new GatheringDescribed(Now.Facts with { Host = "Deres vert" }, Now.Facts));
        string? fault = null;
        await page.InvokeAsync(async () => fault = await page.Instance.Session.UndoAsync());
        Assert.NotNull(fault);
        await UndoAsync(page);
        Assert.Equal(before with { Host = "Deres vert" }, Now.Facts);
    }

    private IRenderedComponent<Setup> OpenPage()
    {
        var page = Open();
        page.WaitForElement(".phases");
        return page;
    }

    private async Task<IRenderedComponent<Setup>> OpenAgainAsync(IRenderedComponent<Setup> page)
    {
        await page.InvokeAsync(page.Instance.Dispose);
        return OpenPage();
    }

    private static Task UndoAsync(IRenderedComponent<Setup> page) => page.InvokeAsync(page.Instance.Session.UndoAsync);

    private async Task PutAsync(IRenderedComponent<Setup> page, string id, string text)
    {
        await page.InvokeAsync(() => page.Find($"#{id}").InputAsync(text));
        await page.InvokeAsync(() => page.Find($"#{id}").BlurAsync());
        Settle();
    }
}
