using System.Text;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Programme.Plan;

namespace DelingIPraksis.Web.Tests.Programme;

public sealed class PlanTemplatesTests
{
    [Fact]
    public void A_plan_comes_back_from_its_file_word_for_word()
    {
        var plan = new PlanTemplate(
            "Vår «egen» 45",
            [new(PhaseKind.Presentation, 12, "Vis ett bilde", "Noter to ting\nog spør"), new(PhaseKind.Board, 33)]
        );
        var (read, fault) = PlanTemplates.Read(PlanTemplates.Write(plan));
        Assert.Null(fault);
        Assert.Equal((plan.Name, 45), (read!.Name, read.Minutes));
        Assert.Equal(plan.Phases, read.Phases);
    }

    [Theory]
    [InlineData("", "PlanFileSize")]
    [InlineData("{", "PlanFileNotJson")]
    [InlineData("[]", "PlanFileNotJson")]
    [InlineData("null", "PlanFileOther")]
    [InlineData("{\"what\":\"noe annet\"}", "PlanFileOther")]
    [InlineData(
        "{\"what\":\"deling-i-praksis-plan\",\"version\":2,\"name\":\"x\",\"phases\":[{\"kind\":\"board\",\"minutes\":5}]}",
        "PlanFileNewer"
    )]
    [InlineData(
        "{\"what\":\"deling-i-praksis-plan\",\"version\":1,\"name\":\" \",\"phases\":[{\"kind\":\"board\",\"minutes\":5}]}",
        "PlanFileName"
    )]
    [InlineData("{\"what\":\"deling-i-praksis-plan\",\"version\":1,\"name\":\"x\",\"phases\":[]}", "PlanFileOther")]
    [InlineData("{\"what\":\"deling-i-praksis-plan\",\"version\":1,\"name\":\"x\",\"phases\":[null]}", "PlanFilePhase")]
    [InlineData(
        "{\"what\":\"deling-i-praksis-plan\",\"version\":1,\"name\":\"x\",\"phases\":[{\"kind\":\"lunsj\",\"minutes\":5}]}",
        "PlanFileNotJson"
    )]
    [InlineData(
        "{\"what\":\"deling-i-praksis-plan\",\"version\":1,\"name\":\"x\",\"phases\":[{\"kind\":\"board\",\"minutes\":0}]}",
        "PlanFileMinutes"
    )]
    [InlineData(
        "{\"what\":\"deling-i-praksis-plan\",\"version\":1,\"name\":\"x\",\"phases\":[{\"kind\":\"board\",\"minutes\":10000}]}",
        "PlanFileMinutes"
    )]
    public void A_file_that_is_no_plan_is_said_in_words(string file, string fault) =>
        Assert.Equal(fault, PlanTemplates.Read(Encoding.UTF8.GetBytes(file)).Fault?.Text);
}
