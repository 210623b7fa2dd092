using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Programme;

/// <summary>The facts of the gathering: title, day, hours, host and place.</summary>
public sealed partial class FactsPanel : GatheringPart<ProgrammeSession>
{
    [Inject]
    internal IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    private GatheringFacts Facts => View.Facts;

    /// <summary>The day in words while it is typed, so that an error is seen.</summary>
    private static string? DayInWords(string text) =>
        InputFormat.Day(text) is { Year: >= 2000 and <= 2100 } day ? day.ToString("D", CultureInfo.CurrentCulture) : null;

    private async Task<string?> DayAsync(string text) => InputFormat.Day(text) is { } day
        ? await PutAsync("dato", day, facts => facts.Date, (facts, value) => facts with { Date = value })
        : T["DateUnclear"];

    private async Task<string?> NumberAsync(string text)
    {
        var number = InputFormat.Number(text);
        if (number is null && !string.IsNullOrWhiteSpace(text)) return Refusals[nameof(RefusalReason.ImplausibleNumber)];
        return await PutAsync("nummer", number, facts => facts.Number, (facts, value) => facts with { Number = value });
    }

    private async Task<string?> TimeAsync(string text, bool starts)
    {
        var time = InputFormat.Time(text);
        if (time is null && !string.IsNullOrWhiteSpace(text)) return T["TimeUnclear"];
        return starts
            ? await PutAsync("fra", time, facts => facts.StartsAt, (facts, value) => facts with { StartsAt = value })
            : await PutAsync("til", time, facts => facts.EndsAt, (facts, value) => facts with { EndsAt = value });
    }

    private async Task<string?> MeetingAsync(string text)
    {
        var address = InputFormat.Address(text);
        if (address is null && !string.IsNullOrWhiteSpace(text)) return Refusals[nameof(RefusalReason.ImplausibleAddress)];
        return await PutAsync("moterom", address, facts => facts.Meeting, (facts, value) => facts with { Meeting = value });
    }

    private async Task<string?> OriginalAsync(string text)
    {
        var address = InputFormat.Address(text);
        if (address is null && !string.IsNullOrWhiteSpace(text)) return Refusals[nameof(RefusalReason.ImplausibleAddress)];
        return await PutAsync(
            "opprinnelig", address, facts => facts.OriginalReport, (facts, value) => facts with { OriginalReport = value });
    }

    private Task<bool> LanguageAsync(Language language) =>
        TryAsync(PutAsync("sprak", language, facts => facts.Language, (facts, value) => facts with { Language = value }));

    private Task<string?> PutAsync(
        string key,
        string text,
        Func<GatheringFacts, PlainText> read,
        Func<GatheringFacts, PlainText, GatheringFacts> write
    ) => PutAsync<PlainText>(key, text, read, write);

    /// <summary>Sets one part, also when the others have changed meanwhile.</summary>
    private Task<string?> PutAsync<TPart>(
        string field,
        TPart value,
        Func<GatheringFacts, TPart> read,
        Func<GatheringFacts, TPart, GatheringFacts> write
    )
    {
        var (before, same) = (read(Facts), EqualityComparer<TPart>.Default);
        return Session.DescribeAsync(
            new FactsPart(
                field,
                facts => same.Equals(read(facts), before) ? write(facts, value) : null
            )
        );
    }
}
