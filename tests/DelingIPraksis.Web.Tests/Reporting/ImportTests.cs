using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Import;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class ImportTests
{
    private static readonly System.Globalization.CultureInfo Norwegian = System.Globalization.CultureInfo.GetCultureInfo("nb-NO");

    [Fact]
    public async Task What_is_exported_taken_in_and_exported_again_is_the_same_byte_for_byte()
    {
        var chosen = Messy().Do(SampleGathering.Organiser, new ReportChosen(Turned));
        foreach (
            var gathering in (Gathering[])
                [
                    SampleGathering.Begun().Now, GoldenTests.Promised().Now, Messy().Now, chosen.Now, NameWithheld().Now, Agreed().Now,
                    SampleGathering.InRounds().Now,
                ]
        )
        {
            var first = await ExportAsync(gathering);
            var taken = TakenIn(await ReadAsync(first));
            Assert.Equal(gathering.Id, taken.Id);
            Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(await ExportAsync(taken)));
        }
    }

    [Fact]
    public async Task What_was_chosen_for_the_report_is_chosen_there_too_and_what_a_file_does_not_say_is_the_usual()
    {
        Assert.Equal(
            Turned,
            TakenIn(await ReadAsync(await ExportAsync(Messy().Do(SampleGathering.Organiser, new ReportChosen(Turned)).Now))).ReportChoices
        );
        Assert.Equal(
            ReportChoices.Usual,
            TakenIn(await ReadAsync(await ChangedAsync(root => root.AsObject().Remove("choices")))).ReportChoices
        );
        var one = await ChangedAsync(root => root["choices"] = new JsonObject { ["votes"] = false });
        Assert.Equal(ReportChoices.Usual with { Votes = false }, TakenIn(await ReadAsync(one)).ReportChoices);
    }

    [Fact]
    public async Task Every_note_that_was_not_withheld_comes_back_with_what_was_answered_for_it()
    {
        var sample = Messy();
        sample.Do(SampleGathering.Organiser, new ConsentAsked(sample.Clock.AddDays(5), SilenceMeansYes: false));
        var own = GatheringView.For(sample.Now, SampleGathering.From(0)).OwnQuotes;
        var other = GatheringView.For(sample.Now, SampleGathering.From(1)).OwnQuotes.First(quote => quote.Ref.Kind == QuoteKind.Note);
        sample
            .Do(
                SampleGathering.From(0),
                new ConsentGiven(own.ConvertAll(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Approved, quote.Words)))
            )
            .Do(SampleGathering.From(1), new ConsentGiven([new QuoteAnswer(other.Ref, QuoteVerdict.Withheld, other.Words)]));
        var file = await ExportAsync(sample.Now);
        Assert.DoesNotContain(other.Words.Value, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        var taken = TakenIn(await ReadAsync(file));
        Assert.Equal(
            sample.Now.Workshop.Work.Values.Sum(work => work.Notes.Count(note => !note.Deleted)) - 1,
            taken.Workshop.Work.Values.Sum(work => work.Notes.Count)
        );
        Assert.Equal(
            (sample.Now.Consent!.Until, false, 1),
            (taken.Consent!.Until, taken.Consent.SilenceMeansYes, taken.Consent.Earlier.Withheld)
        );
        var there = taken.PartiesInOrder.First(party => party.Name == SampleGathering.Names[0]).Id;
        Assert.All(GatheringView.ForParty(taken, there).OwnQuotes, quote => Assert.Equal(QuoteVerdict.Approved, quote.Verdict));
        Assert.Equal(
            GatheringReport.Of(sample.Now, attributed: false).Notes.Select(note => note.Text.Value).Order(StringComparer.Ordinal),
            GatheringReport.Of(taken, attributed: false).Notes.Select(note => note.Text.Value).Order(StringComparer.Ordinal));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await ExportAsync(taken)));
    }

    [Fact]
    public async Task An_approval_of_words_that_are_not_there_is_refused()
    {
        var file = Encoding.UTF8.GetString(
            await ExportAsync(Messy().Do(SampleGathering.Organiser, new ConsentAsked(Messy().Clock.AddDays(5), SilenceMeansYes: false)).Now)
        );
        var root = JsonNode.Parse(file)!;
        root["consent"]!["parties"] = new JsonArray(
            new JsonObject { ["party"] = SampleGathering.Names[0], ["answers"] = new JsonArray(SampleGathering.Names[3]) }
        );
        var read = await ReadAsync(Encoding.UTF8.GetBytes(root.ToJsonString()));
        Assert.Empty(read.Faults);
        var outcome = Rules.Decide(
            new Gathering(read.Id),
            new Entry(1, Guid.NewGuid(), DateTimeOffset.UnixEpoch, SampleGathering.Organiser, new GatheringImported(read.Archive!))
        );
        Assert.Equal(RefusalReason.NoSuchQuote, Assert.IsType<Outcome.Refused>(outcome).Refusal.Reason);
    }

    /// <summary>What we do not understand may be right in a newer edition: it is told of that, and of nothing else.</summary>
    [Theory]
    [InlineData("\"gathering\": { \"date\": \"i går\" }")]
    [InlineData("\"gathering\": { \"pictures\": [] }")]
    [InlineData("\"notes\": 7")]
    public async Task A_newer_file_is_told_of_its_version_whatever_else_is_in_it(string rest)
    {
        var read = await ReadAsync(
            Encoding.UTF8.GetBytes($$"""{ "format": "deling-i-praksis/rapport", "version": 2, "edition": "arkiv", {{rest}} }""")
        );
        Assert.Equal("version: Fila er av versjon 2, laget av en nyere utgave enn denne.", Assert.Single(read.Faults).Say(Norwegian)[..66]);
    }

    [Fact]
    public async Task A_name_that_was_withheld_is_not_told_after_it_is_taken_in()
    {
        var taken = TakenIn(await ReadAsync(await ExportAsync(NameWithheld().Now)));
        Assert.DoesNotContain(
            "Stad",
            GatheringReport.Of(taken, attributed: false).Groups.SelectMany(group => group.Members).Select(name => name.Value)
        );
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Hostile_text_comes_through_letter_for_letter(string text)
    {
        // All are called the same there, and only the register tells such apart.
        var everywhere = Hostile.Everywhere(text);
        var gathering = everywhere with
        {
            Parties = everywhere.Parties.ToImmutableSortedDictionary(
                party => party.Key,
                party => party.Value with { RegisterNumber = $"{1000 + party.Value.Order}" }
            ),
        };
        var first = await ExportAsync(gathering);
        if (new PlainText(HostileTexts.Line(text)).IsEmpty) return;
        var read = await ReadAsync(first);
        Assert.DoesNotContain(read.Faults, fault => fault.Text != "TooLong");
        if (read.Faults.Count == 0) Assert.Equal(first, await ExportAsync(TakenIn(read)));
    }

    [Fact]
    public async Task An_old_report_needs_only_say_who_sat_together()
    {
        var read = await ReadAsync("""
            {
              "format": "deling-i-praksis/rapport", "version": 1, "edition": "arkiv",
              "gathering": { "network": "Kortreist Kvalitet", "title": "Samling i Asker", "date": "2020-11-09" },
              "workshop": { "groups": [{ "members": ["Stad", "Asker"] }, { "members": ["Bergen", "Arendal", "Hurdal"] }] },
              "barriers": [{ "text": "Markedet er lite" }]
            }
            """u8.ToArray());
        var taken = TakenIn(read);
        Assert.Equal([2, 3], taken.Workshop.Pairs.Select(pair => pair.Members.Count));
        Assert.Equal(["Stad", "Asker", "Bergen", "Arendal", "Hurdal"], taken.PartiesInOrder.Select(party => party.Name.Value));
        Assert.Equal("Markedet er lite", taken.Points.Single().Text.Value);
    }

    public static TheoryData<string, string> Faults() => new()
    {
        { "notes[0].text=", "notes[0].text: Dette mangler." },
        { "notes[0].kind=hinder", "notes[0].kind: Her står det noe vi ikke forstår" },
        { "notes[1].origin.party=Oslo", "notes[1].origin.party: «Oslo» står ikke blant deltakerne." },
        { "notes[1].origin.id=00000005000000000000000000000001", "notes[1].origin.id: To lapper har samme id." },
        { "barriers[0].sources[0]=abc", "barriers[0].sources[0]: Det er ingen lapp med id «abc»." },
        { "gathering.date=3021-01-01", "gathering.date: Datoen må være mellom 2000 og 2100." },
        { "gathering.date=i går", "gathering.date: Her står det noe vi ikke forstår" },
        { "gathering.language=sv", "gathering.language: Velg en av disse: nb, nn, en." },
        { "choices.names=nei", "choices.names: Her står det noe vi ikke forstår" },
        { "gathering.colour=blå", "gathering.colour: Vi kjenner ikke dette feltet" },
        { "parties[1].name=Stad", "parties[1].name: «Stad» står to ganger." },
        { "workshop.groups[0].members[1]=Bergen", "workshop.groups[1].members: Noen sitter i to grupper." },
        { "workshop.plan[0].minutes=0", "workshop.plan[0].minutes: Tallet må være mellom 1 og 480." },
        { "blocks[0].talks[0].presentation=javascript:alert(1)", "blocks[0].talks[0].presentation: Dette er ikke en nettadresse" },
        { "texts.about=" + new string('å', 20_001), "texts.about: Teksten er for lang: 20001 tegn, men det er plass til 20000." },
        { "texts.nothing=x", "texts.nothing: Vi kjenner ikke dette feltet" },
        { "edition=publisering", "edition: Bare arkivutgaven kan hentes inn." },
        { "version=2", "version: Fila er av versjon 2, laget av en nyere utgave enn denne." },
        { "format=noe annet", "format: Fila er ikke fra Deling i praksis." },
        { "id=alt", "id: En identitet er 32 sifre" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_said_with_the_field_it_is_in(string change, string said)
    {
        var (path, value) = (
            change[..change.IndexOf('=', StringComparison.Ordinal)],
            change[(change.IndexOf('=', StringComparison.Ordinal) + 1)..]
        );
        var read = await ReadAsync(await ChangedAsync(root => Set(root, path, value)));
        Assert.Null(read.Archive);
        Assert.Contains(read.Faults, fault => fault.Say(Norwegian).StartsWith(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("{\"format\":\"deling-i-praksis/rapport\",\"format\":\"deling-i-praksis/rapport\"}")]
    public async Task What_is_no_file_of_ours_is_refused(string content) =>
        Assert.Single((await ReadAsync(Encoding.UTF8.GetBytes(content))).Faults);

    [Fact]
    public async Task A_bomb_is_refused_before_it_costs_anything()
    {
        Assert.Single((await ReadAsync(Encoding.UTF8.GetBytes("{\"notes\":" + new string('[', 100_000)))).Faults);
        await using var endless = new Endless();
        Assert.Equal("TooLarge", Assert.Single((await ArchiveFile.ReadAsync(endless, TestContext.Current.CancellationToken)).Faults).Text);
        Assert.InRange(endless.Given, ArchiveFile.LargestFile, ArchiveFile.LargestFile + 200_000);
    }

    [Fact]
    public async Task No_more_faults_are_told_than_somebody_mends()
    {
        var read = await ReadAsync(
            await ChangedAsync(root => root["notes"] = new JsonArray([.. Enumerable.Range(0, 500).Select(_ => new JsonObject())]))
        );
        Assert.Equal(ArchiveFile.MostFaults, read.Faults.Count);
    }

    /// <summary>
    /// What real gatherings hold: two of one name, a trio, notes with the same id, one without a pair, groups, and notes left out.
    /// </summary>
    internal static SampleGathering Messy()
    {
        var (first, second) = (
            new Id<Party>(Guid.Parse("ffffffff-0000-0000-0000-000000000001")),
            new Id<Party>(Guid.Parse("0fffffff-0000-0000-0000-000000000002"))
        );
        return GoldenTests.Themed()
            .Do(SampleGathering.Organiser, new PartyInvited(first, "Herøy", "1515", PartyKind.Municipality, "Møre og Romsdal"))
            .Do(SampleGathering.Organiser, new PartyInvited(second, "Herøy", "1818", PartyKind.Municipality, "Nordland"))
            .Do(SampleGathering.From(3), new NoteAdded(SampleGathering.Note(1), NoteKind.Opportunity, "Samme id som en annens lapp"))
            .Do(
                SampleGathering.Organiser,
                new SectionPut(new Id<Section>(Guid.Parse("12340000-0000-0000-0000-000000000000")), "Til neste gang")
            )
            .Do(
                SampleGathering.Organiser,
                new PointPut(
                    new Point(
                        SampleGathering.Point(9),
                        new Id<Section>(Guid.Parse("12340000-0000-0000-0000-000000000000")),
                        "Ta med tall",
                        [new NoteRef(SampleGathering.Party(3), SampleGathering.Note(1))]
                    )
                )
            )
            .Do(
                SampleGathering.Organiser,
                new NotesGrouped(
                    [new NoteGroup(new(Guid.NewGuid()), "Rom", [new NoteRef(SampleGathering.Party(0), SampleGathering.Note(1))])],
                    [],
                    []
                )
            )
            .Do(SampleGathering.Organiser, new NotesLeftOut([new NoteRef(SampleGathering.Party(1), SampleGathering.Note(2))], true))
            .Do(
                SampleGathering.Organiser,
                new PairsProposed([
                    new Pair(new(Guid.NewGuid()), [first, SampleGathering.Party(0), second], []),
                    new Pair(new(Guid.NewGuid()), [SampleGathering.Party(1), SampleGathering.Party(2)], []),
                ])
            )
            .Do(SampleGathering.Organiser, new PairsShown())
            .Do(SampleGathering.Organiser, new WorkshopClosed());
    }

    /// <summary>Everything chosen the other way than usual.</summary>
    private static readonly ReportChoices Turned = new(Names: false, Feedback: false, Votes: false, EmptyGroups: false, Commitments: true);

    private static SampleGathering NameWithheld()
    {
        var sample = GoldenTests.Themed();
        return sample
            .Do(SampleGathering.Organiser, new ConsentAsked(sample.Clock.AddDays(5), SilenceMeansYes: true))
            .Do(
                SampleGathering.From(0),
                new ConsentGiven([new QuoteAnswer(new QuoteRef(QuoteKind.Name), QuoteVerdict.Withheld, SampleGathering.Names[0])])
            );
    }

    /// <summary>
    /// One has withheld and one has softened, a title says what is withheld, and the report has been published, corrected and withdrawn.
    /// </summary>
    private static SampleGathering Agreed()
    {
        var sample = Messy();
        sample.Do(SampleGathering.Organiser, new ConsentAsked(sample.Clock.AddDays(5), SilenceMeansYes: true));
        var own = GatheringView.For(sample.Now, SampleGathering.From(0)).OwnQuotes.FindAll(quote => quote.Ref.Kind != QuoteKind.Name);
        var other = GatheringView.For(sample.Now, SampleGathering.From(1)).OwnQuotes.First(quote => quote.Ref.Kind == QuoteKind.Note);
        return sample
            .Do(
                SampleGathering.From(0),
                new ConsentGiven(own.ConvertAll(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)))
            )
            .Do(
                SampleGathering.From(1),
                new ConsentGiven([new QuoteAnswer(other.Ref, QuoteVerdict.Softened, other.Words, "Spør dem som har plass\n=1+1")])
            )
            .Do(
                SampleGathering.Organiser,
                new BlockPut(
                    new Block(
                        new Id<Block>(Guid.NewGuid()),
                        $"Bolk 2: {own[0].Words.Value.Split('\n')[0]}",
                        own[0].Words,
                        [],
                        HasWorkshop: false
                    )
                )
            )
            .Do(SampleGathering.Organiser, new ReportPublished())
            .Do(SampleGathering.Organiser, new ReportPublished("Et navn er rettet"))
            .Do(SampleGathering.Organiser, new ReportWithdrawn());
    }

    internal static Task<byte[]> ExportAsync(Gathering gathering) => Written.BytesAsync(new ReportJsonFile(), gathering, attributed: true);

    internal static Task<ArchiveReadResult> ReadAsync(byte[] file) =>
        ArchiveFile.ReadAsync(new MemoryStream(file), TestContext.Current.CancellationToken);

    internal static Gathering TakenIn(ArchiveReadResult read)
    {
        Assert.Equal("", string.Join('\n', read.Faults.Select(fault => fault.Say(Norwegian))));
        var entry = new Entry(1, Guid.NewGuid(), DateTimeOffset.UnixEpoch, SampleGathering.Organiser, new GatheringImported(read.Archive!));
        var outcome = Rules.Decide(new Gathering(read.Id), entry);
        Assert.True(outcome is Outcome.Accepted, (outcome as Outcome.Refused)?.Refusal.ToString());
        return ((Outcome.Accepted)outcome).Gathering;
    }

    private static async Task<byte[]> ChangedAsync(Action<JsonNode> change)
    {
        var root = JsonNode.Parse(await ExportAsync(GoldenTests.Themed().Now))!;
        change(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Set(JsonNode root, string path, string value)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = steps[..^1].Aggregate(root, (at, step) => step[0] == '[' ? at[int.Parse(step[1..^1], Norwegian)]! : at[step]!);
        JsonNode set = int.TryParse(value, out var number) && value.Length < 5 ? JsonValue.Create(number) : JsonValue.Create(value);
        if (steps[^1][0] == '[') node[int.Parse(steps[^1][1..^1], Norwegian)] = set;
        else node[steps[^1]] = set;
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
