using DelingIPraksis.ThemesBenchmark;

// `open` (the default): figures and what goes wrong on the notes the lexicon may be improved by. `all`: figures of every set, that kept
// aside too. `duplicates`: near-duplicates. `speed`: time and memory by number of notes.
switch (args)
{
    case ["all"]:
        Quality.Head();
        foreach (var name in new[] { "open", "kept-aside", "fresh", "stranger" }) Quality.Row(name);
        break;
    case ["networks"]:
        Gatherings.Print("networks", Quality.Suggested, "as suggested");
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
        if (set != "kept-aside") Quality.Mistakes(set);
        break;
}
