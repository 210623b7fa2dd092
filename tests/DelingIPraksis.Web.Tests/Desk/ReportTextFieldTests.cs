using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Tests.Reporting;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Desk;

public sealed class ReportTextFieldTests : DeskContext
{
    [Fact]
    public async Task A_text_is_saved_by_itself_when_the_writer_rests()
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.Find("#felt-Closing").InputAsync("Takk for i dag"));
        Assert.Equal("Takk for dagen.", Closing());
        Assert.Contains("Lagrer", desk.Find("#tekst-Closing").TextContent, StringComparison.Ordinal);
        Time.Advance(TimeSpan.FromSeconds(1));
        desk.WaitForAssertion(() => Assert.Contains("Alt er lagret", desk.Find("#tekst-Closing").TextContent, StringComparison.Ordinal));
        Assert.Equal("Takk for i dag", Closing());
    }

    [Fact]
    public async Task Words_in_a_text_become_a_link_and_what_is_no_address_stays_in_the_form()
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.Find("#tekst-Closing .chip").ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#felt-Closing-lenke-ord").InputAsync("dagen"));
        await desk.InvokeAsync(() => desk.Find("#felt-Closing-lenke-adresse").InputAsync("javascript:alert(1)"));
        await desk.InvokeAsync(() => desk.Find(".link-form .btn").ClickAsync());
        Assert.Contains("http", desk.Find("#felt-Closing-lenke-error").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => desk.Find("#felt-Closing-lenke-adresse").InputAsync("stad.example/dagen"));
        await desk.InvokeAsync(() => desk.Find(".link-form .btn").ClickAsync());
        desk.WaitForAssertion(() => Assert.Equal("Takk for [dagen](https://stad.example/dagen).", Closing()));
        Assert.Empty(desk.FindAll(".link-form"));
    }

    [Fact]
    public async Task A_text_is_saved_when_the_field_is_left()
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.Find("#felt-Closing").InputAsync("Takk"));
        await desk.InvokeAsync(() => desk.Find("#felt-Closing").BlurAsync());
        desk.WaitForAssertion(() => Assert.Equal("Takk", Closing()));
    }

    [Fact]
    public async Task A_text_that_is_too_long_stays_in_the_field_with_the_reason_beside_it()
    {
        var desk = Open();
        var text = new string('x', Limits.Prose + 1);
        await desk.InvokeAsync(() => desk.Find("#felt-Closing").InputAsync(text));
        await desk.InvokeAsync(() => desk.Find("#felt-Closing").BlurAsync());
        desk.WaitForAssertion(() => Assert.Contains("for lang", desk.Find("#felt-Closing-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(text, desk.Find("#felt-Closing").GetAttribute("value"));
        Assert.Equal("Takk for dagen.", Closing());
    }

    [Fact]
    public async Task What_another_writes_never_takes_the_place_of_what_is_being_written()
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.Find("#felt-Closing").InputAsync("Mine ord"));
        await Rooms.SubmitAsync(Now.Id, SampleGathering.Organiser, new ReportTextWritten(ReportText.Closing, "Andres ord"), Guid.NewGuid());
        desk.WaitForAssertion(() => Assert.Contains("Andres ord", desk.Find(".theirs").TextContent, StringComparison.Ordinal));
        Assert.Equal("Mine ord", desk.Find("#felt-Closing").GetAttribute("value"));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("Andres ord", Closing());
        await desk.InvokeAsync(() => desk.FindAll(".theirs button")[0].ClickAsync());
        desk.WaitForAssertion(() => Assert.Equal("Mine ord", Closing()));
        Assert.Empty(desk.FindAll(".theirs"));
    }

    [Fact]
    public async Task What_another_writes_is_shown_where_nobody_writes()
    {
        var desk = Open();
        await Rooms.SubmitAsync(Now.Id, SampleGathering.Organiser, new ReportTextWritten(ReportText.Closing, "Andres ord"), Guid.NewGuid());
        desk.WaitForAssertion(() => Assert.Equal("Andres ord", desk.Find("#felt-Closing").GetAttribute("value")));
    }

    private string Closing() => Now.ReportTexts[ReportText.Closing].Value;
}
