using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Tests.Board;

namespace DelingIPraksis.Web.Tests.Evaluations;

/// <summary>Three taps and a line, as the one who sits at the board meets them.</summary>
public sealed class EvaluationFormTests : BoardContext
{
    [Fact]
    public async Task Each_tap_is_an_answer_of_its_own_and_says_so()
    {
        var form = await FormAsync();
        Assert.Equal(
            ["Var dette nyttig?", "Kommer dere til å bruke det?", "Var det rett partner?"],
            form.FindAll("legend").Select(legend => legend.TextContent));
        await form.FindAll("fieldset")[1].QuerySelectorAll("button")[1].ClickAsync();
        Assert.Equal("Delvis", form.Find("button[aria-pressed=true]").TextContent);
        Assert.Equal("Takk. Svaret er lagret.", form.FindAll("fieldset")[1].QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_said_beside_the_question_and_nothing_is_chosen()
    {
        Answers.Next = EvaluationReply.NotStored;
        var form = await FormAsync();
        await form.FindAll("fieldset")[0].QuerySelectorAll("button")[0].ClickAsync();
        Assert.Equal("Svaret ble ikke lagret. Prøv igjen.", form.FindAll("fieldset")[0].QuerySelector("[role=status]")!.TextContent);
        Assert.Empty(form.FindAll("button[aria-pressed=true]"));
    }

    [Fact]
    public async Task The_line_is_sent_by_its_own_button_and_stays_in_the_field()
    {
        var form = await FormAsync();
        await form.Find("#worth-line").ChangeAsync("Mer tid");
        await form.Find("form").SubmitAsync();
        Assert.Equal("Takk. Svaret er lagret.", form.Find("#worth-Line").TextContent);
        Assert.Equal("Mer tid", form.Find("#worth-line").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_stored_is_said_before_anybody_answers()
    {
        var form = await FormAsync();
        Assert.Contains("uten navn, kommune og tid", form.Find("#worth-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("for paret, ikke for hvem", form.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<EvaluationForm>> FormAsync()
    {
        await OpenAsync(phase: PhaseKind.Board);
        return Render<EvaluationForm>(parameters => parameters
            .Add(form => form.View, Session.View)
            .Add(form => form.Person, Session.Seat.Person));
    }
}
