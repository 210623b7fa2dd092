using System.ComponentModel;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Api;

/// <summary>The network of a token.</summary>
internal sealed record NetworkAnswer(
    [property: Description("32 hexadecimal digits. It never changes.")] string Id,
    string Name,
    [property: Description("The address of its page.")] Uri Page,
    [property: Description("What the token opens: programme, reports, archive.")] IReadOnlyList<string> Scopes,
    [property: Description("When the token ends.")] DateTimeOffset Until
);

/// <summary>A page of a list. The header Link leads to the next and the previous one.</summary>
internal sealed record ListAnswer<T>(
    IReadOnlyList<T> Items,
    [property: Description("How many there are on all pages.")] int Total,
    [property: Description("From 1.")] int Page,
    int Size
);

/// <summary>A gathering in the list.</summary>
internal sealed record GatheringAnswer(
    [property: Description("32 hexadecimal digits. It never changes.")] string Id,
    string Title,
    DateOnly Date,
    [property: Description("Whether its report is published now.")] bool IsPublished,
    [property: Description("When its report was published, or null.")] DateTimeOffset? PublishedAt,
    [property: Description("The published page, or null.")] Uri? Report
);

/// <summary>The programme of a gathering. The address of the video call is not in it.</summary>
internal sealed record ProgrammeAnswer(string Id, GatheringJsonFacts? Facts, IReadOnlyList<BlockJson> Blocks);

/// <summary>A published report in the list.</summary>
internal sealed record ReportAnswer(
    [property: Description("Its name in addresses.")] string Slug,
    string Title,
    DateOnly Date,
    DateTimeOffset PublishedAt,
    [property: Description("The published page.")] Uri Page,
    [property: Description("The same as structured data.")] Uri Data
);
