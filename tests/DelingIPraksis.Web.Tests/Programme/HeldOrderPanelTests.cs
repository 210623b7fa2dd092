using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Tests.Reporting;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>The programme in the order in which it was held, the welcome, and what is said of a gathering that has been held.</summary>
public sealed class HeldOrderPanelTests : ProgrammeContext
{
    [Fact]
    public async Task A_talk_outside_the_blocks_is_added_and_moved_past_the_points()
    {
        var page = Open();
        await AddTalkAsync(page, "Kompetanse for omstilling");
        Assert.Equal(["Bolk 1: Kortreiste sirkler", "Kompetanse for omstilling", "punktene"], Rows(page));
        await PressAsync(page, "Flytt ned: Kompetanse for omstilling");
        Assert.Equal(["Bolk 1: Kortreiste sirkler", "punktene", "Kompetanse for omstilling"], Rows(page));
        Assert.True(Now.Blocks[1] is { IsTalk: true, AfterPoints: true });
        await UndoAsync(page);
        Assert.False(Now.Blocks[1].AfterPoints);
    }

    [Fact]
    public async Task The_points_are_moved_by_button_by_key_and_by_hand()
    {
        var page = Open();
        await PressAsync(page, "Flytt opp: Punktene fra gruppearbeidet");
        Assert.Equal(["punktene", "Bolk 1: Kortreiste sirkler"], Rows(page));
        var down = new KeyboardEventArgs { Key = "ArrowDown", AltKey = true, ShiftKey = true };
        await page.InvokeAsync(() => page.Find(".points").KeyDownAsync(down));
        Assert.Equal(["Bolk 1: Kortreiste sirkler", "punktene"], Rows(page));
        await page.InvokeAsync(() => page.Find(".points").DragStartAsync(new DragEventArgs()));
        await page.InvokeAsync(() => page.FindAll(".blocks > li")[0].DropAsync(new DragEventArgs()));
        Assert.Equal(["punktene", "Bolk 1: Kortreiste sirkler"], Rows(page));
        await UndoAsync(page);
        Assert.Equal(["Bolk 1: Kortreiste sirkler", "punktene"], Rows(page));
    }

    [Fact]
    public async Task A_talk_goes_out_of_its_block_and_back()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find(".talk .chip").ClickAsync());
        await PressTextAsync(page, "Ta ut av bolken");
        Assert.Equal(["Bolk 1: Kortreiste sirkler", "Biogass i Viken", "punktene"], Rows(page));
        if (page.Find(".talk .chip").GetAttribute("aria-expanded") == "false")
            await page.InvokeAsync(() => page.Find(".talk .chip").ClickAsync());
        await PressTextAsync(page, "Legg i bolken");
        Assert.Equal(["Bolk 1: Kortreiste sirkler", "punktene"], Rows(page));
        Assert.Equal("Biogass i Viken", Assert.Single(Now.Blocks[0].Talks).Title.Value);
    }

    [Fact]
    public async Task Two_addresses_pasted_into_a_talk_are_two_links()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find(".talk .chip").ClickAsync());
        var field = page.Find(".talk textarea[id$='-lenke']").Id!;
        await PutAsync(page, field, "Kristine Dahl: https://a.no/dahl https://a.no/andersson");
        Assert.Equal(
            [new Link("Kristine Dahl", new("https://a.no/dahl")), new Link("", new("https://a.no/andersson"))],
            Now.Blocks[0].Talks[0].Links);
        await PutAsync(page, field, "javascript:alert(1)");
        Assert.Contains("adressen", page.Find($"[id='{field}-error']").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, Now.Blocks[0].Talks[0].Links.Count);
    }

    [Fact]
    public async Task Who_welcomed_and_what_they_showed_are_written_by_two_at_once()
    {
        var (one, other) = (Open(), Open());
        await PutAsync(one, "velkommen-hvem", "Alfred Bjørlo, Stad kommune");
        await PutAsync(other, "velkommen-lenke", "https://a.no/velkommen");
        Assert.Equal(("Alfred Bjørlo", "https://a.no/velkommen"),
            (Now.Welcome.Speakers[0].Name.Value, Now.Welcome.Links[0].Address.AbsoluteUri));
        await UndoAsync(one);
        Assert.Empty(Now.Welcome.Links);
        Assert.Single(Now.Welcome.Speakers);
    }

    [Fact]
    public async Task Pairs_of_an_old_gathering_are_given_by_hand_and_taken_away_again()
    {
        Given(SampleGathering.Held());
        var page = Open();
        await ChooseAsync(page, 0, "Arendal");
        await ChooseAsync(page, 1, "Stad");
        await page.InvokeAsync(() => page.Find(".pairing").SubmitAsync());
        Assert.Equal("Arendal + Stad", string.Join(" + ", Assert.Single(Now.Workshop.Pairs).Members.Select(id => Now.Parties[id].Name)));
        await page.InvokeAsync(() => page.Find(".pairing").SubmitAsync());
        Assert.Equal("Velg to som satt sammen.", page.Find("#sammen-error").TextContent.Trim());
        await page.InvokeAsync(() => page.Find(".pairs button").ClickAsync());
        Assert.Empty(Now.Workshop.Pairs);
        await UndoAsync(page);
        Assert.Single(Now.Workshop.Pairs);
    }

    [Fact]
    public void While_the_group_work_runs_its_pairs_are_those_of_the_console() => Assert.Empty(Open().FindAll(".pairing"));

    [Fact]
    public async Task Who_was_not_there_is_said_and_taken_back()
    {
        Given(SampleGathering.Held());
        var page = Open();
        await page.InvokeAsync(() => page.FindAll(".held input")[0].ChangeAsync(false));
        Assert.False(Now.TookPart(Now.PartiesInOrder.First()));
        Assert.Contains("3 av 4", page.Find(".held summary").TextContent, StringComparison.Ordinal);
        await UndoAsync(page);
        Assert.True(Now.TookPart(Now.PartiesInOrder.First()));
    }

    private static Task AddTalkAsync(IRenderedComponent<Setup> page, string title) => page.InvokeAsync(async () =>
    {
        await page.Find("#nytt-innlegg").InputAsync(title);
        await page.Find("form:has(#nytt-innlegg)").SubmitAsync();
    });

    private static Task ChooseAsync(IRenderedComponent<Setup> page, int place, string name) => page.InvokeAsync(() =>
    {
        var choices = page.Find($"#sammen-{place}");
        return choices.ChangeAsync(choices.QuerySelectorAll("option").Single(option => option.TextContent == name).GetAttribute("value"));
    });

    private static Task PressAsync(IRenderedComponent<Setup> page, string label) =>
        page.InvokeAsync(() => page.Find($"button[aria-label='{label}']").ClickAsync());

    private static Task PressTextAsync(IRenderedComponent<Setup> page, string words) => page.InvokeAsync(() => page.FindAll(".talk button")
        .First(button => button.TextContent.StartsWith(words, StringComparison.Ordinal)).ClickAsync());

    private static Task UndoAsync(IRenderedComponent<Setup> page) => page.InvokeAsync(() => page.Instance.Session.UndoAsync());

    private async Task PutAsync(IRenderedComponent<Setup> page, string id, string text)
    {
        await page.InvokeAsync(() => page.Find($"[id='{id}']").InputAsync(text));
        Settle();
        await page.InvokeAsync(() => page.Find($"[id='{id}']").BlurAsync());
        page.WaitForAssertion(() => Assert.NotEqual(DelingIPraksis.Web.Shell.Parts.SaveStatus.Saving, page.Instance.Session.Status));
    }

    private static IEnumerable<string> Rows(IRenderedComponent<Setup> page) => page.FindAll(".blocks > li > article")
        .Select(row => row.ClassList.Contains("points") ? "punktene" : row.GetAttribute("aria-label")!);
}
