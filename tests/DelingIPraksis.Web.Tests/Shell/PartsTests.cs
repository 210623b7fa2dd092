using Bunit;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Tests.Shell;

public sealed class PartsTests : PartsContext
{
    private static readonly PhaseStep[] Ports =
    [
        new("Innsjekk", PhaseStepState.Done),
        new("Barrierer og muligheter", PhaseStepState.Now, "15 min"),
        new("Oppsummering", PhaseStepState.Next),
    ];

    [Fact]
    public void The_route_tells_a_listener_where_we_are()
    {
        var route = Render<PhaseStepper>(parameters => parameters.Add(r => r.Ports, Ports));
        Assert.Equal("Hvor vi er", route.Find("nav").GetAttribute("aria-label"));
        var now = Assert.Single(route.FindAll("[aria-current=step]"));
        Assert.Contains("Barrierer og muligheter", now.TextContent, StringComparison.Ordinal);
        Assert.Equal([", ferdig", ", her er vi", ", kommer senere"], route.FindAll(".visually-hidden").Select(state => state.TextContent));
    }

    [Fact]
    public void The_narrow_route_keeps_the_name_of_the_port_we_are_in() =>
        Assert.Equal(
            "2/3 Barrierer og muligheter",
            Render<PhaseStepper>(parameters => parameters.Add(r => r.Ports, Ports)).Find(".here").TextContent
        );

    [Fact]
    public void A_route_that_has_not_begun_has_no_current_port()
    {
        var route = Render<PhaseStepper>(parameters => parameters.Add(r => r.Ports, [new("Innsjekk", PhaseStepState.Next)]));
        Assert.Empty(route.FindAll("[aria-current]"));
        Assert.Empty(route.FindAll(".here"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void A_trio_has_a_leaf(bool trio, int leaves)
    {
        var mark = Render<PairMark>(parameters => parameters.Add(m => m.Trio, trio));
        Assert.Equal(leaves, mark.FindAll(".mark-leaf").Count);
        Assert.Equal("true", mark.Find("svg").GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData(MarkShape.Round, "is-round")]
    [InlineData(MarkShape.Square, "is-square")]
    [InlineData(MarkShape.Leaf, "is-leaf")]
    public void Each_party_has_a_shape_of_its_own(MarkShape shape, string expected) =>
        Assert.Contains(expected, Render(builder => builder.AddContent(0, Marks.Of(shape))).Find("i").ClassList);

    [Fact]
    public void A_field_without_a_fault_keeps_an_empty_place_for_one()
    {
        var error = Render<FieldError>(parameters => parameters.Add(e => e.Id, "navn-feil"));
        Assert.Equal("", error.Find("#navn-feil").TextContent.Trim());
        error.Render(parameters => parameters.Add(e => e.Text, "Navnet er for langt."));
        Assert.Equal("Navnet er for langt.", error.Find("#navn-feil").TextContent.Trim());
    }
}
