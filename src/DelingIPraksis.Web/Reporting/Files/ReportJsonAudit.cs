using System.ComponentModel;

namespace DelingIPraksis.Web.Reporting.Files;

[Description(
    "Whether the points leave anybody out (justified representation): a voice is missing when as many parties as a point's share have "
    + "notes in common, and none of them wrote, agreed with or voted for a note under a point."
)]
public sealed record NobodyLeftOutJson(
    [property: Description("How many parties have written a note, agreed with one or voted for one.")] int? Parties,
    [property: Description("How many points there are, in all sections.")] int? Points,
    [property: Description("How many parties are as many as a point's share: parties divided by points, rounded up.")] int? Share,
    [property: Description("The voices without a point, those of most parties first; empty when nobody is left out.")]
        IReadOnlyList<MissingVoiceJson>? Missing);

[Description("Parties that have notes in common and no point.")]
public sealed record MissingVoiceJson(
    [property: Description("What their notes are about; left out when it is one note, or notes that say the same.")] string? Theme,
    [property: Description("Which parties.")] IReadOnlyList<string>? Parties,
    [property: Description("The id of the note that was suggested for a point.")] string? Note);
