using System.Collections.Immutable;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>
/// Converts a file to an archive, or reports what is wrong and in which field. It checks the form only. The rules check that the parts
/// belong together.
/// </summary>
internal sealed class ArchiveReader
{
    private readonly ReportJson _json;
    private readonly FieldReader _fields = new();
    private readonly Id<Gathering> _id;

    private ArchiveReader(ReportJson json, Id<Gathering> id) => (_json, _id) = (json, id);

    public static ArchiveReadResult Read(ReportJson json)
    {
        if (json.Format != ReportJson.FormatName)
            return ArchiveReadResult.Wrong(new ImportFault("format", "NotOurs", ReportJson.FormatName));
        if (json.Version is not { } version) return ArchiveReadResult.Wrong(new ImportFault("version", "Missing"));
        if (version > ReportJson.CurrentVersion) return ArchiveReadResult.Wrong(new ImportFault("version", "Newer", version));
        if (json.Edition != ReportEditions.Archive) return ArchiveReadResult.Wrong(new ImportFault("edition", "NotAnArchive"));
        if (json.Id is not null && (!Id<Gathering>.TryParse(json.Id, null, out var said) || said.Value == Guid.Empty))
            return ArchiveReadResult.Wrong(new ImportFault("id", "NoId"));
        // Without an id in the file, the id is derived from the content. The same file is then always the same gathering, also when an
        // earlier version of the service imported it.
        var id = Id<Gathering>.TryParse(json.Id, null, out var given)
            ? given
            : new Id<Gathering>(DerivedId.Unversioned(JsonSerializer.SerializeToUtf8Bytes(json, ReportJsonFile.Options)));
        var reader = new ArchiveReader(json, id);
        var archive = reader.Archive();
        List<BundledFile> files = [.. reader.Files()];
        return reader._fields.Faults.Count > 0
            ? ArchiveReadResult.Wrong([.. reader._fields.Faults.Take(ArchiveFile.MostFaults)])
            : new ArchiveReadResult(id, archive, []) { Files = files };
    }

    private GatheringArchive Archive()
    {
        var facts = Facts();
        var parties = new PartyReader(_fields, _id);
        var invited = parties.Read(_json);
        var work = new WorkReader(_fields, parties, _id, Noon(facts.Date));
        var pairs = work.ReadGroups(_json.Workshop?.Groups ?? []);
        work.ReadNotes(_json.Notes ?? []);
        return new(
            facts,
            [.. (_json.Blocks ?? []).Select(Block)],
            invited,
            _fields.Text("workshop.theme", _json.Workshop?.Theme, Limits.Line),
            _json.Workshop?.Plan is { } plan ? [.. plan.Select(Phase)] : PhasePlans.Full,
            _json.Workshop?.ClosedAt?.ToUniversalTime(),
            pairs,
            work.Work,
            [.. (_json.NoteGroups ?? []).Select((group, place) => new NoteGroup(
                        new(ArchiveKeys.Derived(_id, "group", place)),
                        _fields.Needed($"noteGroups[{place}].name", group.Name, Limits.Line),
                        work.Notes($"noteGroups[{place}].notes", group.Notes)
                    )
            ),
            ],
            work.Notes("leftOut", _json.LeftOut),
            [
                .. (_json.Sections ?? []).Select(
                    (section, place) =>
                        new Section(SectionId(section, place), _fields.Needed($"sections[{place}].title", section.Title, Limits.Line))
                ),
            ],
            [.. Points(work)],
            Texts())
        {
            Welcome = _json.Welcome is { } welcome
                ? new(Speakers("welcome", welcome.Speakers), Links("welcome.links", welcome.Links))
                : Welcome.None,
            Choices = Choices(_json.Choices, ReportChoices.Usual),
            EarlierPromises = Earlier(_json.EarlierPromises),
            Consent = _json.Consent is { } consent
                ? new ConsentReader(_fields, parties, invited, work).Read(consent, Noon(facts.Date))
                : null,
        };
    }

    private EarlierPromises? Earlier(EarlierPromisesJson? earlier)
    {
        if (earlier is null) return null;
        if (earlier.Date is null) _fields.Say("earlierPromises.date", "Missing");
        else if (earlier.Date.Value.Year is < 2000 or > 2100) _fields.Say("earlierPromises.date", "ImplausibleDate");
        var tally = new PromiseTally(
            earlier.Promised ?? 0, earlier.Begun ?? 0, earlier.Done ?? 0, earlier.Dropped ?? 0, earlier.Parties ?? 0
        );
        if (!tally.IsSound) _fields.Say("earlierPromises.promised", "OutOfRange", tally.Begun + tally.Done + tally.Dropped, Limits.Many);
        return new(earlier.Date ?? DateOnly.MinValue, tally);
    }

    /// <summary>Fields that are missing, as in older files, get the default.</summary>
    private static ReportChoices Choices(ChoicesJson? chosen, ReportChoices usual) => new(
        chosen?.Names ?? usual.Names,
        chosen?.Feedback ?? usual.Feedback,
        chosen?.Votes ?? usual.Votes,
        chosen?.EmptyGroups ?? usual.EmptyGroups,
        chosen?.Commitments ?? usual.Commitments
    )
    {
        Licence = chosen?.Licence,
    };

    private GatheringFacts Facts()
    {
        var facts = _json.Gathering ?? new(null, null, null, null, null, null, null, null, null, null, null);
        if (facts.Date is null) _fields.Say("gathering.date", "Missing");
        else if (facts.Date.Value.Year is < 2000 or > 2100) _fields.Say("gathering.date", "ImplausibleDate");
        if (facts.Number is < 1 or > 999) _fields.Say("gathering.number", "OutOfRange", 1, 999);
        return new(
            _fields.Needed("gathering.network", facts.Network, Limits.Name),
            _fields.Text("gathering.networkAbout", facts.NetworkAbout, Limits.Prose),
            _fields.Needed("gathering.title", facts.Title, Limits.Line),
            facts.Number,
            facts.Date ?? DateOnly.MinValue,
            _fields.Text("gathering.host", facts.Host, Limits.Line),
            _fields.Text("gathering.place", facts.Place, Limits.Line),
            Language(facts.Language),
            _fields.Text("gathering.ingress", facts.Ingress, Limits.Prose),
            facts.StartsAt,
            facts.EndsAt)
        { OriginalReport = _fields.Address("gathering.originalReport", facts.OriginalReport) };
    }

    private Language Language(string? code)
    {
        foreach (var language in Enum.GetValues<Language>())
            if (code is null || language.Code() == code) return language;
        _fields.Say("gathering.language", "OneOf", "nb, nn, en");
        return default;
    }

    private Block Block(BlockJson block, int place)
    {
        var where = $"blocks[{place}]";
        var isTalk = block.IsTalk ?? false;
        if (isTalk && block.Talks is not [_]) _fields.Say($"{where}.talks", "OneTalk");
        return new(
            new(ArchiveKeys.Derived(_id, "block", place)),
            isTalk ? "" : _fields.Needed($"{where}.title", block.Title, Limits.Line),
            _fields.Text($"{where}.introduction", block.Introduction, Limits.Prose),
            [
                .. (block.Talks ?? []).Select(
                    (talk, number) => Talk($"{where}.talks[{number}]", talk, new(ArchiveKeys.Derived(_id, "talk", place, number)))
                ),
            ],
            block.HasWorkshop ?? false)
        { IsTalk = isTalk, AfterPoints = block.AfterPoints ?? false };
    }

    private IEnumerable<BundledFile> Files()
    {
        foreach (var (place, block) in (_json.Blocks ?? []).Index())
            foreach (var (number, talk) in (block.Talks ?? []).Index())
            {
                var where = $"blocks[{place}].talks[{number}].files";
                if (talk.Files?.Count > Limits.Files) _fields.Say(where, "OutOfRange", 0, Limits.Files);
                foreach (var (index, file) in (talk.Files ?? []).Index())
                    yield return new(
                        new(ArchiveKeys.Derived(_id, "talk", place, number)),
                        $"{where}[{index}]",
                        _fields.Needed($"{where}[{index}].name", file.Name, Limits.Name).OnOneLine.Value,
                        file.Path ?? "",
                        file.Sha256 ?? "");
            }
    }

    private Talk Talk(string where, TalkJson talk, Id<Talk> id) => new(
        id,
        _fields.Needed($"{where}.title", talk.Title, Limits.Line),
        Speakers(where, talk.Speakers),
        _fields.Text($"{where}.summary", talk.Summary, Limits.Prose))
    {
        Links = [.. Link.Only(_fields.Address($"{where}.presentation", talk.Presentation)), .. Links($"{where}.links", talk.Links)],
    };

    private ImmutableList<Speaker> Speakers(string where, IReadOnlyList<SpeakerJson>? speakers) =>
    [
        .. (speakers ?? []).Select((speaker, place) => new Speaker(
            _fields.Needed($"{where}.speakers[{place}].name", speaker.Name, Limits.Name),
            _fields.Text($"{where}.speakers[{place}].organisation", speaker.Organisation, Limits.Line))),
    ];

    private ImmutableList<Link> Links(string where, IReadOnlyList<LinkJson>? links)
    {
        if (links?.Count > Limits.Links) _fields.Say(where, "OutOfRange", 0, Limits.Links);
        var read = ImmutableList.CreateBuilder<Link>();
        foreach (var (place, link) in (links ?? []).Take(Limits.Links).Index())
        {
            var words = _fields.Text($"{where}[{place}].words", link.Words, Limits.Line);
            if (string.IsNullOrWhiteSpace(link.Address)) _fields.Say($"{where}[{place}].address", "Missing");
            else if (_fields.Address($"{where}[{place}].address", link.Address) is { } address) read.Add(new(words, address));
        }

        return read.ToImmutable();
    }

    private Phase Phase(PhaseJson phase, int place)
    {
        var where = $"workshop.plan[{place}]";
        if (phase.Kind is null) _fields.Say($"{where}.kind", "Missing");
        if (phase.Minutes is not (>= 1 and <= 480)) _fields.Say($"{where}.minutes", "OutOfRange", 1, 480);
        return new(
            phase.Kind ?? default,
            phase.Minutes ?? 1,
            _fields.Text($"{where}.forPresenter", phase.ForPresenter, Limits.Note),
            _fields.Text($"{where}.forCommenter", phase.ForCommenter, Limits.Note)
        )
        { NewRound = phase.NewRound == true };
    }

    private IEnumerable<Point> Points(WorkReader work) =>
    [
        .. Points(work, "barriers", Section.Barriers, _json.Barriers),
        .. Points(work, "opportunities", Section.Opportunities, _json.Opportunities),
        .. Points(work, "asks", Section.Asks, _json.Asks),
            .. (_json.Sections ?? []).SelectMany(
                (section, place) => Points(work, $"sections[{place}].points", SectionId(section, place), section.Points)
            ),
    ];

    private IEnumerable<Point> Points(WorkReader work, string where, Id<Section> section, IReadOnlyList<PointJson>? points) =>
        (points ?? []).Select(
            (point, place) =>
                new Point(
                    new(ArchiveKeys.Derived(_id, "point", where, place)),
                    section,
                    _fields.Needed($"{where}[{place}].text", point.Text, Limits.Note),
                    work.Notes($"{where}[{place}].sources", point.Sources)
                )
                { Confirmed = point.Confirmed ?? false });

    private Id<Section> SectionId(SectionJson section, int place) =>
        Id<Section>.TryParse(section.Id, null, out var id) ? id : new(ArchiveKeys.Derived(_id, "section", place));

    private ImmutableSortedDictionary<ReportText, PlainText> Texts()
    {
        var names = Enum.GetValues<ReportText>().ToDictionary(ReportJsonFile.NameOf);
        var texts = ImmutableSortedDictionary.CreateBuilder<ReportText, PlainText>();
        foreach (var (name, text) in _json.Texts ?? ImmutableSortedDictionary<string, string>.Empty)
        {
            if (names.TryGetValue(name, out var part)) texts[part] = _fields.Text($"texts.{name}", text, Limits.Prose);
            else _fields.Say($"texts.{name}", "UnknownField", 0);
        }

        return texts.ToImmutable();
    }

    private static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
