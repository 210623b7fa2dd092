using AngleSharp.Dom;
using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Reporting;
using DelingIPraksis.Web.Themes;
using Microsoft.AspNetCore.Components.Forms;

namespace DelingIPraksis.Web.Tests.Desk;

/// <summary>The words behind the themes: learnt at the desk, seen with where from, put right, carried as a file.</summary>
public sealed class LexiconPanelTests : DeskContext
{
    private const string Title = "Ordene bak temaene";

    [Fact]
    public async Task What_a_theme_teaches_is_told_is_read_by_the_next_time_and_goes_back_with_the_grouping()
    {
        Given(Noted("Innkjøp av gryteramme", "Anskaffelse av gryterammer", "Gryteramma"));
        var desk = Open();
        Assert.Equal(["Gryteramma"], Unthemed(desk));
        await desk.InvokeAsync(() => Button(desk.Find(".themes"), "Bruk").ClickAsync());
        Assert.Contains("Lært: «gryteramme».", desk.Find(".undo").TextContent, StringComparison.Ordinal);

        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), Title).ClickAsync());
        Assert.Equal("Innkjøp og anskaffelser", desk.Find(".lexicon h4").TextContent);
        Assert.Contains("lært av 2 lapper i «", desk.Find(".lexicon .from").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Foreslå").ClickAsync());
        Assert.Equal("Gryteramma", desk.Find(".suggested .theme-notes mark").TextContent);

        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Empty(Lexicons.Now.Words);
        Assert.Empty(Lexicons.Now.Removed);
        Assert.Empty(Now.Groups);
    }

    [Fact]
    public async Task A_group_that_gets_the_name_of_a_theme_teaches_and_one_with_another_name_does_not()
    {
        Given(Noted("Gryteramme", "Flere gryterammer"));
        var desk = Open();
        await GroupAsync(desk, "Haster");
        Assert.Empty(Lexicons.Now.Words);
        await GroupAsync(desk, "innkjøp og anskaffingar");
        Assert.Equal(("procurement", "gryteramme"), Lexicons.Now.Words.Select(word => (word.Theme, word.Word.Text)).Single());
    }

    [Fact]
    public async Task A_word_is_taken_away_is_seen_among_those_that_do_not_count_and_comes_back()
    {
        var desk = Opened(
            NetworkLexicon.Empty.With(new OwnWord("procurement", new LexiconWord("gryteramme", 2, new WordOrigin("Samling i Stad", 3))))
        );
        await desk.InvokeAsync(() => Button(desk.Find(".lexicon"), "Ta bort").ClickAsync());
        Assert.Empty(Lexicons.Now.Words);
        Assert.Contains("gryteramme", desk.Find(".lexicon details").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Empty(desk.FindAll(".lexicon details"));
        Assert.Contains("lært av 3 lapper i «Samling i Stad»", desk.Find(".lexicon .own").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => Button(desk.Find(".lexicon"), "Ta bort").ClickAsync());
        await desk.InvokeAsync(() => Button(desk.Find(".lexicon details"), "La telle igjen").ClickAsync());
        Assert.Equal((0, 0), (Lexicons.Now.Words.Count, Lexicons.Now.Removed.Count));
    }

    [Fact]
    public async Task A_word_is_put_to_a_theme_to_a_new_one_or_is_not_to_count()
    {
        var desk = Opened(NetworkLexicon.Empty);
        await desk.InvokeAsync(() => desk.Find("#word-text").InputAsync(" ?! "));
        await desk.InvokeAsync(() => desk.Find(".put").SubmitAsync());
        Assert.Contains("Skriv et ord", desk.Find("#word-error").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => desk.Find("#word-text").InputAsync("xylofon"));
        await desk.InvokeAsync(() => desk.Find("#word-theme").ChangeAsync(""));
        await desk.InvokeAsync(() => desk.Find(".put").SubmitAsync());
        Assert.Contains("et navn", desk.Find("#word-error").TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => desk.Find("#word-new-theme").InputAsync("Musikk"));
        await desk.InvokeAsync(() => desk.Find(".put").SubmitAsync());
        Assert.Equal("Musikk", Theme("En xylofon"));
        Assert.Contains("lagt til for hånd", desk.Find(".lexicon .own").TextContent, StringComparison.Ordinal);

        await desk.InvokeAsync(() => desk.Find("#word-text").InputAsync("slagg"));
        await desk.InvokeAsync(() => desk.Find("#word-theme").ChangeAsync("waste"));
        await desk.InvokeAsync(() => Button(desk.Find(".put"), "Skal ikke telle").ClickAsync());
        Assert.Null(Theme("Slaggen"));
        await desk.InvokeAsync(() => Button(desk.Find(".lexicon"), "Ta bort temaet").ClickAsync());
        Assert.Null(Theme("En xylofon"));
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Equal("Musikk", Theme("En xylofon"));
    }

    [Fact]
    public void Words_are_read_from_a_file_and_what_is_wrong_with_one_is_said()
    {
        var desk = Opened(NetworkLexicon.Empty);
        Upload(desk, "[]");
        Assert.Contains("er ikke en fil med ord", desk.Find("#words-error").TextContent, StringComparison.Ordinal);
        Upload(desk, """{"words": [{"theme": "own-borte", "word": {"text": "fløyte", "weight": 2}}]}""");
        Assert.Contains("«own-borte»", desk.Find("#words-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Lexicons.Now.Words);
        Upload(
            desk,
            LexiconJson.Write(
                NetworkLexicon.Empty.With(new OwnWord("procurement", new LexiconWord("gryteramme", 2))).Without("waste", "slagg")
            )
        );
        Assert.Equal("Innkjøp og anskaffelser", Theme("Gryteramma"));
        Assert.Null(Theme("Slaggen"));
        Assert.Equal("", desk.Find("#words-error").TextContent.Trim());
    }

    private static void Upload(IRenderedComponent<DeskPage> desk, string text) =>
        desk.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "ord.json"));

    private static SampleGathering Noted(params string[] notes)
    {
        var sample = SampleGathering.Begun();
        foreach (var note in notes) sample.AddNote(0, NoteKind.Barrier, note);
        return sample;
    }

    private static IEnumerable<string> Unthemed(IRenderedComponent<DeskPage> desk)
    {
        Button(desk.Find(".pane .tools"), "Foreslå").Click();
        return desk.FindAll(".themes > details li").Select(item => item.TextContent);
    }

    private static async Task GroupAsync(IRenderedComponent<DeskPage> desk, string name)
    {
        foreach (var note in new[] { 1, 2 }) await desk.Find($"#note-{SampleGathering.Note(note)}").ClickAsync();
        if (desk.FindAll("#group-name").Count == 0) await Button(desk.Find(".pane-bar"), "Legg i gruppe").ClickAsync();
        await desk.InvokeAsync(() => desk.Find("#group-name").InputAsync(name));
        await desk.InvokeAsync(() => desk.Find(".group-form").SubmitAsync());
    }

    private static IElement Button(IElement within, string words) =>
        within.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));

    private IRenderedComponent<DeskPage> Opened(NetworkLexicon words)
    {
        Given(Noted("Gryteramme"));
        Lexicons.ChangeAsync(default, _ => words);
        var desk = Open();
        Button(desk.Find(".pane .tools"), Title).Click();
        return desk;
    }

    private string? Theme(string note) =>
        ThemeSuggestions.Suggest([note], Lexicons.Now.On(Lexicon.Standard)).Themes.SingleOrDefault()?.Name.Bokmal;
}
