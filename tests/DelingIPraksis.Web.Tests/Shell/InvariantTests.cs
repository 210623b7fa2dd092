using Microsoft.AspNetCore.Components.Rendering;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>
/// What a machine reads is written without the reader's culture. Read from the compiled program, so that the page of tomorrow is covered
/// too.
/// </summary>
public sealed class InvariantTests
{
    private static readonly HashSet<string> Whole = ["System.SByte", "System.Int16", "System.Int32", "System.Int64"];

    private static readonly HashSet<string> ByCulture =
    [
        "System.Single", "System.Double", "System.Decimal", "System.DateTime", "System.DateTimeOffset", "System.DateOnly",
        "System.TimeOnly",
    ];

    [Fact]
    public void No_number_or_day_goes_into_an_attribute_by_the_readers_culture() =>
        Assert.Equal(
            "",
            Lines(
                Methods()
                    .SelectMany(method =>
                        method.Body.Instructions.Where(IsUnsafe).Select(instruction => $"{method.FullName}: {Name(instruction)}")
                    )
            )
        );

    [Fact]
    public void Text_made_of_a_number_or_a_day_says_by_which_culture() => Assert.Equal("", Lines(Methods().SelectMany(Implicit)));

    [Theory]
    [InlineData("nb-NO")]
    [InlineData("nn-NO")]
    [InlineData("en-GB")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void A_machine_reads_the_same_in_every_culture(string culture)
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);
        Assert.Equal("-1", Web.Shell.Invariant.Value(-1));
        Assert.Equal("1234567.8", Web.Shell.Invariant.Value(1234567.8));
        Assert.Equal("-1.5", Web.Shell.Invariant.Value(-1.5));
        Assert.Equal("2026-11-28", Web.Shell.Invariant.Value(new DateOnly(2026, 11, 28)));
        Assert.Equal("2026-11-28T21:30:00Z", Web.Shell.Invariant.Value(new DateTimeOffset(2026, 11, 28, 22, 30, 0, TimeSpan.FromHours(1))));
    }

    // AddAttribute with an object calls ToString() on it. A parameter of a component goes another way and keeps its type.
    private static bool IsUnsafe(Instruction instruction) =>
        instruction
            is
        {
            Operand: MethodReference { Name: nameof(RenderTreeBuilder.AddAttribute), Parameters: { Count: 3 } taken },
            Previous: { OpCode.Code: Code.Box, Operand: TypeReference type }
        }
        && taken[2].ParameterType.FullName == "System.Object" && (Whole.Contains(Bare(type)) || ByCulture.Contains(Bare(type)));

    private static IEnumerable<string> Implicit(MethodDefinition method)
    {
        var draws = method.Parameters.Any(parameter => parameter.ParameterType.Name == nameof(RenderTreeBuilder));
        var named = false;
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference called) continue;
            if (called.DeclaringType.FullName == "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler")
            {
                // A third argument is the culture.
                if (called.Name == ".ctor") named = called.Parameters.Count > 2;
                else if (
                    !named
                    && called is GenericInstanceMethod { Name: "AppendFormatted" } filled
                    && ByCulture.Contains(Bare(filled.GenericArguments[0]))
                )
                    yield return $"{method.FullName}: {Bare(filled.GenericArguments[0])} between braces";
            }
            else if (called.Name == "ToString" && called.Parameters.All(parameter => parameter.ParameterType.FullName == "System.String"))
            {
                var on = instruction.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference type }
                    ? Bare(type)
                    : called.DeclaringType.FullName;
                if (ByCulture.Contains(on) || (draws && Whole.Contains(on))) yield return $"{method.FullName}: ToString of {on}";
            }
        }
    }

    private static string Name(Instruction attribute)
    {
        var before = attribute.Previous;
        while (before is not null && before.OpCode.Code != Code.Ldstr) before = before.Previous;
        return before?.Operand as string ?? "?";
    }

    private static string Bare(TypeReference type) =>
        (type is GenericInstanceType { Name: "Nullable`1" } maybe ? maybe.GenericArguments[0] : type).FullName;

    // What a record says of itself to a developer is made by the compiler.
    private static IEnumerable<MethodDefinition> Methods() => ModuleDefinition.ReadModule(typeof(Program).Assembly.Location).GetTypes()
        .SelectMany(type => type.Methods).Where(method => method.HasBody && method.Name != "PrintMembers");

    private static string Lines(IEnumerable<string> wrong) => string.Join('\n', wrong.Distinct());
}
