using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Domain.Tests.Reading;

/// <summary>A small register, for tests that need no more than a few municipalities.</summary>
internal static class Names
{
    private static readonly string[] _municipalities = ["Lom", "Skjåk", "Vågå", "Sel", "Dovre", "Stad", "Bergen", "Øystre Slidre",
        "Voss", "Vik"];

    public static FoundParty? Find(string written)
    {
        var name = written.Trim();
        foreach (var ending in new[] { " kommune", " herad" })
            if (name.EndsWith(ending, StringComparison.Ordinal)) name = name[..^ending.Length];
        var place = Array.FindIndex(_municipalities, one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : new(_municipalities[place], $"90{place:00}", PartyKind.Municipality, "Innlandet");
    }
}
