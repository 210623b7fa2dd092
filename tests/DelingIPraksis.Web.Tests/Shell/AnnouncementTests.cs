using Bunit;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Tests.Shell;

public sealed class AnnouncementTests : PartsContext
{
    [Fact]
    public async Task What_is_said_in_the_same_moment_is_heard_as_one()
    {
        var region = Render<LiveRegion>();
        Announcer.Say("Ny fase: Prioritering.");
        Announcer.Say("Arendal er ferdige.");
        Announcer.Say("Arendal er ferdige.");
        Assert.Equal("", Heard(region));
        await AMoment(region);
        Assert.Equal("Ny fase: Prioritering. Arendal er ferdige.", Heard(region));
    }

    [Fact]
    public async Task The_same_words_again_are_a_new_element_and_so_are_heard_again()
    {
        var region = Render<LiveRegion>();
        Announcer.Say("Alt er lagret");
        await AMoment(region);
        Assert.Equal("Alt er lagret", Heard(region));
        var first = region.Find("p");
        Announcer.Say("Alt er lagret");
        await AMoment(region);
        Assert.NotSame(first, region.Find("p"));
    }

    [Fact]
    public void Trouble_is_announced_and_so_is_the_end_of_it()
    {
        var said = new List<string>();
        Announcer.Announced += said.Add;
        var state = Render<SaveState>(parameters => parameters.Add(s => s.Status, SaveStatus.Saved));
        foreach (var status in new[] { SaveStatus.Saving, SaveStatus.Saved, SaveStatus.NotSent, SaveStatus.Saved })
            state.Render(parameters => parameters.Add(s => s.Status, status));
        Assert.Equal(["Ikke sendt", "Alt er lagret"], said);
    }

    [Fact]
    public void Says_why_something_was_not_sent() =>
        Assert.Contains("Ikke sendt. Fasen er over.", Render<SaveState>(parameters => parameters
            .Add(s => s.Status, SaveStatus.NotSent).Add(s => s.Because, "Fasen er over.")).Markup, StringComparison.Ordinal);

    // On the screen's own thread, so that what the timer starts is done when this is.
    private Task AMoment(IRenderedComponent<LiveRegion> region) => region.InvokeAsync(() => Time.Advance(TimeSpan.FromSeconds(1)));

    private static string Heard(IRenderedComponent<LiveRegion> region) => region.Find("p").TextContent;
}
