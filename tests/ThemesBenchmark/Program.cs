using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.ThemesBenchmark;

// `open` (the default): figures and what goes wrong on the notes the lexicon may be improved by. `all`: figures of every set, that kept
// aside too. `networks`, `networks-kept-aside`: gathering by gathering; what goes wrong only of the first. `duplicates`: near-duplicates.
// `speed`: time and memory by number of notes. `representation`: time of the audit of the points.
switch (args)
{
    case ["all"]:
        Quality.Head();
        foreach (var name in new[] { "open", "kept-aside", "fresh", "stranger" })
            foreach (var granularity in Enum.GetValues<Granularity>()) Quality.Row(name, granularity);
        break;
    case ["networks" or "networks-kept-aside"]:
        foreach (var granularity in Enum.GetValues<Granularity>())
            Gatherings.Print(args[0], set => Quality.Suggested(set, granularity), $"{granularity}");
        Gatherings.Print(args[0], set => Quality.Suggested(set with { Subject = null }), "Fine, without the subject");
        if (Machine.Lexicon() is { } near)
            Gatherings.Print(args[0], set => Quality.Suggested(set, Granularity.Medium, near), "Medium, with the thesaurus of the machine");
        if (args[0] == "networks") foreach (var gathering in LabelledNotes.ReadGatherings("networks")) Quality.Mistakes(gathering);
        break;
    case ["representation"]:
        RepresentationSpeed.Print();
        break;
    case ["duplicates"]:
        Duplicates.Print();
        break;
    case ["speed"]:
        Speed.Print();
        break;
    default:
        var set = args is [var only] ? only : "open";
        Quality.Head();
        Quality.Row(set);
        if (set != "kept-aside") Quality.Mistakes(LabelledNotes.Read(set));
        break;
}
