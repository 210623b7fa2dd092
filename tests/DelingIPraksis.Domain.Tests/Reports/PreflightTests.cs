using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class PreflightTests
{
    private static readonly DateOnly _today = new(2021, 6, 8);

    [Fact]
    public void A_report_with_everything_in_place_has_nothing_to_look_over() => Assert.Empty(Check(Finished()));

    [Theory]
    [InlineData("Samling 7. juni 20021", FlawKind.ImplausibleYear)]
    [InlineData("Bildetekst", FlawKind.Placeholder)]
    [InlineData("Innhold Created with Sketch.", FlawKind.Placeholder)]
    [InlineData("Kontakt […]", FlawKind.Placeholder)]
    [InlineData("", FlawKind.EmptyText)]
    public void What_was_left_behind_in_a_text_is_found_where_it_is(string text, FlawKind kind) => Assert.Equal(
        new ReportFlaw(kind, "", ReportText.About),
        Assert.Single(Check(Finished().When(Story.Organiser, new ReportTextWritten(ReportText.About, text))))
    );

    [Theory]
    [InlineData("Vi møttes 31. juni", FlawKind.ImplausibleDay)]
    [InlineData("Les mer på https://nettverket.example/om-oss", FlawKind.BareAddress)]
    [InlineData("Les mer på www.nettverket.example", FlawKind.BareAddress)]
    public void What_a_reader_would_stumble_over_is_found_where_it_is(string text, FlawKind kind) => Assert.Equal(
        new ReportFlaw(kind, "", ReportText.Closing),
        Assert.Single(Check(Finished().When(Story.Organiser, new ReportTextWritten(ReportText.Closing, text))))
    );

    [Fact]
    public void A_block_with_nothing_in_it_is_named_by_its_place()
    {
        var empty = Block(null) with { Id = Ids.Block(2), Title = "Tom bolk", Talks = [] };
        Assert.Equal(
            [new ReportFlaw(FlawKind.EmptyBlock, "Tom bolk") { Block = Ids.Block(2) }],
            Check(Finished().When(Story.Organiser, new BlockPut(empty)))
        );
    }

    [Theory]
    [InlineData("Vi har 20000 innbyggere og bruker 19500 kroner")]
    [InlineData("I mai 2021 møttes vi")]
    public void A_number_is_not_a_year(string text) =>
        Assert.Empty(Check(Finished().When(Story.Organiser, new ReportTextWritten(ReportText.About, text))));

    [Fact]
    public void A_talk_without_a_presentation_is_named() =>
        Assert.Equal(
            [new ReportFlaw(FlawKind.MissingPresentation, "Innlegg") { Talk = new Id<Talk>(Guid.Empty) }],
            Check(Finished().When(Story.Organiser, new BlockPut(Block(null))))
        );

    [Theory]
    [InlineData("", 1)]
    [InlineData("Tre foredrag som viste det samme", 0)]
    public void A_talk_without_a_text_of_its_own_is_named_unless_the_block_tells_of_it(string introduction, int flaws)
    {
        var block = Block(new Uri("https://nettverket.example/innlegg"));
        block = block with { Introduction = introduction, Talks = block.Talks.ConvertAll(talk => talk with { Summary = "" }) };
        Assert.Equal(flaws, Check(Finished().When(Story.Organiser, new BlockPut(block))).Count(flaw => flaw.Kind == FlawKind.EmptyText));
    }

    [Fact]
    public void A_link_with_words_is_nothing_to_look_over() =>
        Assert.Empty(
            Check(Finished().When(Story.Organiser, new ReportTextWritten(ReportText.About, "Se [nettsiden](https://nettverket.example).")))
        );

    [Fact]
    public void What_a_block_or_a_talk_after_the_points_tells_is_not_asked_for_again()
    {
        var story = Finished()
            .When(Story.Organiser, new ReportTextWritten(ReportText.Workshop, ""))
            .When(Story.Organiser, new ReportTextWritten(ReportText.Closing, ""));
        Assert.Equal([ReportText.Workshop, ReportText.Closing], Check(story).Select(flaw => flaw.Part!.Value));
        var block = Block(new Uri("https://x.no/a.pdf"));
        story.When(Story.Organiser, new BlockPut(block with { Introduction = "Slik gjorde vi det.", HasWorkshop = true }))
            .When(
                Story.Organiser,
                new BlockPut(Domain.Gatherings.Block.Of(Ids.Block(9), block.Talks[0] with { Id = Ids.Talk(9) }) with { AfterPoints = true })
            );
        Assert.Empty(Check(story));
    }

    [Fact]
    public void Notes_in_no_point_are_counted() =>
        Assert.Equal(
            [new ReportFlaw(FlawKind.UnusedNotes, "", Count: 1)],
            Check(Finished().When(Story.From(1), new NoteAdded(Ids.Note(9), NoteKind.Barrier, "Glemt")))
        );

    [Fact]
    public void An_empty_list_is_named() => Assert.Contains(
        new ReportFlaw(FlawKind.EmptyList, "", List: NoteKind.Opportunity),
        Check(Finished().When(Story.Organiser, new PointRemoved(Ids.Point(2))))
    );

    [Fact]
    public void A_gathering_still_to_come_is_said() => Assert.Contains(
        Preflight.Check(GatheringReport.Of(Finished().Now, false), new DateOnly(2021, 6, 6)), flaw => flaw.Kind == FlawKind.NotHeldYet);

    private static IEnumerable<ReportFlaw> Check(Story story) =>
        Preflight.Check(GatheringReport.Of(story.Stands().Now, attributed: false), _today);

    private static Story Finished()
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board).When(Story.Organiser, new BlockPut(Block(new Uri("https://x.no/a.pdf"))));
        foreach (var part in Enum.GetValues<ReportText>()) story.When(Story.Organiser, new ReportTextWritten(part, "En tekst."));
        return story
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Mangler lager"))
            .When(
                Story.Organiser,
                new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Lager mangler", [new NoteRef(Ids.Party(0), Ids.Note(1))]))
            )
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(2), NoteKind.Opportunity, "Felles lager", [])));
    }

    private static Block Block(Uri? presentation) =>
        new(Ids.Block(1), "Bolk", "", [new Talk(new Id<Talk>(Guid.Empty), "Innlegg", [], "Det som ble sagt", presentation)], false);
}
