using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Reporting.Form;

/// <summary>The tool's texts in a report, in the language of the report and not of the reader.</summary>
internal sealed class ReportWords(Language language)
{
    private static readonly ResourceManager Resources = new(typeof(ReportTexts));

    public Language Language { get; } = language;

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language.Culture());

    /// <summary>A text, with its arguments inserted.</summary>
    public string this[string key, params object[] arguments] =>
        string.Format(
            new CountFormat(Culture),
            Resources.GetString(key, Culture) ?? throw new MissingManifestResourceException(key),
            arguments
        );

    /// <summary>«Barriere 2»: the section and the number of a point.</summary>
    public string Place(PointPlace place) => Section.AlwaysThere.Contains(place.Section)
        ? this[place.Section == Section.Asks ? "PlaceAsk" : $"Place{Section.KindOf(place.Section)}", place.Number]
        : $"{place.Title.OneLine()} {place.Number.ToString(Culture)}";

    /// <summary>«Barrierer»: the name of a section.</summary>
    public string SectionOf(ReportSection section) => Section.KindOf(section.Id) switch
    {
        NoteKind.Barrier => this["Barriers"],
        NoteKind.Opportunity => this["Opportunities"],
        _ => section.Id == Section.Asks ? this["Asks"] : section.Title.OneLine(),
    };

    /// <summary>
    /// Says what became of the promises of the gathering before. The lines add up: decided and the two after it are every promise.
    /// </summary>
    public ReportPart.PlainList Earlier(EarlierPromises earlier) =>
        new(this["EarlierPromisesFrom", Day(earlier.Date), earlier.Tally.Promised],
        [
            this["PromisesDecided", earlier.Tally.Decided, earlier.Tally.Done],
            this["PromisesDropped", earlier.Tally.Dropped],
            this["PromisesUnanswered", earlier.Tally.Unanswered],
        ]);

    /// <summary>Says what the archive leaves out, and why: one sentence for each.</summary>
    public IEnumerable<string> Withheld(ReportWithheld withheld)
    {
        if (withheld.Words.Withheld > 0)
            yield return this[withheld.Words.Withheld == 1 ? "WithheldOne" : "WithheldMany", withheld.Words.Withheld];
        if (withheld.Points > 0) yield return this[withheld.Points == 1 ? "WithheldPoint" : "WithheldPoints", withheld.Points];
        if (withheld.Words.Softened > 0)
            yield return this[withheld.Words.Softened == 1 ? "SoftenedOne" : "SoftenedMany", withheld.Words.Softened];
        if (withheld.Words.Open > 0) yield return this[withheld.Words.Open == 1 ? "UnansweredOne" : "UnansweredMany", withheld.Words.Open];
        if (!withheld.Unnamed.IsEmpty) yield return this["Unnamed", string.Join(", ", withheld.Unnamed.Select(name => name.OneLine()))];
    }

    /// <summary>Says whether the points leave anybody out, and whom: one sentence for each.</summary>
    public IEnumerable<string> NobodyLeftOut(NobodyLeftOut audit, IReadOnlyDictionary<Id<Party>, string> names)
    {
        yield return this["NobodyLeftOutOf", audit.Parties, audit.Points];
        if (audit.Missing.IsEmpty) yield return this[audit.Share == 1 ? "NobodyLeftOutNobody" : "NobodyLeftOutNoGroup", audit.Share];
        foreach (var voice in audit.Missing)
        {
            var parties = string.Join(", ", voice.Parties.Select(party => names[party]));
            yield return voice.Theme is { } theme
                ? this["LeftOutTheme", parties, theme.In(Language.Code()), voice.Text.OneLine()]
                : this["LeftOutNote", parties, voice.Text.OneLine()];
        }
    }

    /// <summary>«7. juni 2021».</summary>
    public string Day(DateOnly day) => day.ToString(Language == Language.English ? "d MMMM yyyy" : "d. MMMM yyyy", Culture);

    /// <summary>«7. juni 2021 kl. 10.12», in Norwegian time.</summary>
    public string Moment(DateTimeOffset at)
    {
        var there = NorwegianTime.Of(at);
        return this[
            "Moment",
            Day(DateOnly.FromDateTime(there.DateTime)),
            there.ToString(Language == Language.English ? "HH:mm" : "HH.mm", CultureInfo.InvariantCulture)
        ];
    }
}
