namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>Journeys that run alone, after the others: a service that stops waits a few seconds for its pages, and no longer.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
