using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Reports;

/// <summary>What a party has withheld is in no link either: neither in its words nor in its address.</summary>
public sealed class WithheldLinkTests
{
    private const string Hard = "Ledelsen vil ikke bruke penger på dette";

    [Theory]
    [InlineData("Før: Ledelsen vil [ikke bruke penger](https://a.no/b) på dette. Etter", "Før: …. Etter")]
    [InlineData("Før [Ledelsen vil ikke bruke penger på dette](https://a.no/b) etter", "Før … etter")]
    [InlineData("[Alt om at ledelsen vil ikke bruke](https://a.no/b) penger på dette", "Alt om at …")]
    [InlineData("Les [mer](https://a.no/ledelsen-vil-ikke-bruke-penger-p%C3%A5-dette) her", "Les mer her")]
    [InlineData("Les https://a.no/ledelsen-vil-ikke-bruke-penger-p%C3%A5-dette her", "Les … her")]
    [InlineData("Les [mer](https://a.no/om-penger) her", "Les [mer](https://a.no/om-penger) her")]
    public void A_link_in_a_text_is_cut(string text, string told)
    {
        var wording = new Wording(Hard);
        Assert.Equal(told, wording.Replace(new Wording(text), "…")?.Value ?? text);
        Assert.Equal(told != text, wording.IsContainedIn(new Wording(text)));
    }

    [Fact]
    public void An_address_that_a_party_has_withheld_is_in_no_link()
    {
        var wording = new Wording("Se [vårt notat](https://stad.no/hemmelig), og https://stad.no");
        Assert.Equal("Les notatet", wording.Replace(new Wording("Les [notatet](https://stad.no/hemmelig)"), "…")?.Value);
        Assert.Null(wording.Replace(new Wording("Les på [nettsiden](https://stad.no) vår"), "…"));
    }

    [Fact]
    public void Links_of_talks_and_of_the_welcome_are_cut_in_both_editions()
    {
        var said = new Uri("https://a.no/ledelsen-vil-ikke-bruke-penger-p%C3%A5-dette.pdf");
        var fine = new Uri("https://a.no/b.pdf");
        var story = Story.WithPairs(2).Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, Hard)).Stands()
            .When(Story.Organiser, new BlockPut(Block.Of(Ids.Block(1), new Talk(Ids.Talk(1), "Innlegg", [], "", null)
            {
                Links = [new("Se", said), new($"Se hva som skjer fordi {Hard}", fine), new("Til slutt", fine)],
            }))).Stands()
            .When(Story.Organiser, new WelcomeDescribed(new Welcome([new("Kari", Hard)], [new(Hard, fine)]))).Stands()
            .When(Story.Organiser, new GatheringDescribed(
                GatheringFacts.None with { Title = "S", Network = "N", OriginalReport = said })).Stands()
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, $"Se [her]({said})", []))).Stands()
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        var quote = story.SeenBy(Story.From(0)).OwnQuotes.Single(quote => quote.Words == Hard);
        story.When(Story.From(0), new ConsentGiven([new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)])).Stands();
        foreach (var attributed in new[] { false, true })
        {
            var written = GatheringJson.Write(GatheringReport.Of(story.Now, attributed));
            Assert.DoesNotContain("ledelsen", written, StringComparison.OrdinalIgnoreCase);
        }

        var report = GatheringReport.Of(story.Now, attributed: false);
        Assert.Equal([new Link("Se hva som skjer fordi …", fine), new Link("Til slutt", fine)], report.Blocks[0].Talks[0].Links);
        Assert.Equal([new Link("…", fine)], report.Welcome.Links);
        Assert.Null(report.Facts.OriginalReport);
        Assert.Empty(report.Barriers);
        var flaws = story.SeenBy(Story.Organiser).Flaws(story.Clock, new DateOnly(2021, 6, 8)).ToList();
        Assert.Contains(flaws, flaw => flaw.Kind == FlawKind.SilencedWords && flaw.Part == ReportText.Welcome);
        Assert.Contains(flaws, flaw => flaw.Kind == FlawKind.SilencedWords && flaw.Talk == Ids.Talk(1));
    }

    [Fact]
    public void Wherever_a_link_stands_in_the_words_they_are_gone() => Gen
        .Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Bool)
        .Sample((from, length, twice) =>
        {
            var words = Hard.Split(' ');
            var end = Math.Min(words.Length, from + length + 1);
            var linked = $"{string.Join(' ', words[..from])} [{string.Join(' ', words[from..end])}](https://a.no/b) "
                + string.Join(' ', words[end..]);
            var text = $"Før. {linked}. {(twice ? linked : "Midt")}. Etter.";
            var told = new Wording(Hard).Replace(new Wording(text), "…")?.Value;
            Assert.NotNull(told);
            Assert.DoesNotContain("bruke penger", TextLinks.Read(told), StringComparison.Ordinal);
            Assert.StartsWith("Før.", told, StringComparison.Ordinal);
            Assert.EndsWith("Etter.", told, StringComparison.Ordinal);
        });
}
