using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Domain.Tests.Reading;

public sealed class NothingVanishesTests
{
    private static readonly string[] _lines =
    [
        "Samling i Lom 12. september 2019", "Innhold", "Om samlingen", "Velkommen til Lom", "Bolk 1: Vannet kommer", "BARRIERER",
            "Muligheter:",
        "1. Tid", "2. Penger", "• Folk", "– rom", "Innlegg ved Per Li, Lom kommune", "Se hele presentasjonen her", "Sted: Lom", "Program",
        "09.00–09.30 Velkommen ved Kari Moe", "Flomsikring – Ane Bø, Vik kommune (lysark)", "Par: Lom og Vik", "Til stede: Lom, Skjåk, Vik",
        "Ordfører Kari Moe åpnet. Deretter snakket Per Li fra Vik kommune om snø.", "Hindringer var: tid, penger og folk.", "Bildetekst",
        "Neste samling blir på Voss.", "Noen punkt fra gruppearbeidet", "• en • to • tre", "https://lom.example/flom.pdf", "",
    ];

    private static readonly Gen<SourceParagraph> _paragraph = Gen.Select(
        Gen.OneOf(Gen.Int[0, _lines.Length - 1].Select(at => _lines[at]), Gen.String[Gen.Char.AlphaNumeric, 0, 40], Gen.String[0, 30]),
        Gen.Enum<ParagraphShape>(),
        Gen.Int[0, 4],
        Gen.Bool,
        (text, shape, level, strong) => new SourceParagraph(
            new PlainText(shape == ParagraphShape.Row ? $"{text}\t{text}" : text).Value, shape, level, strong));

    private static readonly Gen<SourceDocument> _document = _paragraph.List[0, 30].Select(all => new SourceDocument([.. all]));

    [Fact]
    public void Every_letter_of_the_original_is_in_a_piece_of_its_paragraph() => _document.Sample(document =>
    {
        var report = ReportReader.Read(document, _ => Names.Find);
        foreach (var (number, paragraph) in document.Paragraphs.Index())
            Assert.Equal(
                Letters(paragraph.Text),
                Letters(string.Concat(report.Pieces.Where(piece => piece.Paragraph == number).Select(piece => piece.Original.Value))));
    });

    [Fact]
    public void Pieces_have_numbers_of_their_own() => _document.Sample(document =>
    {
        var numbers = ReportReader.Read(document, _ => Names.Find).Pieces.ConvertAll(piece => piece.Number);
        Assert.Equal(numbers.Distinct(), numbers);
    });

    [Fact]
    public void The_same_document_is_read_the_same_way() => _document.Sample(document =>
        Assert.Equal(Told(ReportReader.Read(document, _ => Names.Find)), Told(ReportReader.Read(document, _ => Names.Find))));

    [Fact]
    public void No_correction_loses_a_word() => Gen.Select(_document, Gen.Select(Gen.Int[0, 3], Gen.Int[0, 40]).List[1, 8])
        .Sample((document, steps) =>
    {
        var report = ReportReader.Read(document, _ => Names.Find);
        var before = Letters(string.Concat(report.Pieces.Select(piece => piece.Original.Value)));
        foreach (var (kind, at) in steps)
        {
            if (report.Pieces.IsEmpty) return;
            var number = report.Pieces[at % report.Pieces.Count].Number;
            report = kind switch
            {
                0 => report.Divided(number),
                1 => report.Joined(number),
                2 => report.Moved(number, at % 2 == 0 ? 1 : -1),
                _ => report.WithRole(number, (PieceRole)(at % Enum.GetValues<PieceRole>().Length)),
            };
        }

        Assert.Equal(before.Order(), Letters(string.Concat(report.Pieces.Select(piece => piece.Original.Value))).Order());
    });

    [Fact]
    public void A_report_without_faults_is_accepted_by_the_rules_as_a_gathering() => _document.Sample(document =>
    {
        var report = ReportReader.Read(document, _ => Names.Find)
            .With(ReportFact.Title, "Samling").With(ReportFact.Network, "Nettverk").With(ReportFact.Date, "2019-09-12")
                .With(ReportFact.Number, "");
        foreach (var fault in ReportArchive.FaultsOf(report))
            report = report.WithRole(fault.Piece!.Value, PieceRole.LeftOut);
        if (!ReportArchive.FaultsOf(report).IsEmpty) return;
        var made = Rules.Decide(
            new Gathering(new(new Guid(1, 0, 0, new byte[8]))),
            new Entry(
                1,
                new Guid(2, 0, 0, new byte[8]),
                DateTimeOffset.UnixEpoch.AddYears(50),
                new Actor.Account(new(new Guid(3, 0, 0, new byte[8]))),
                new Change.GatheringImported(ReportArchive.Of(report, "seed"))));
        Assert.IsType<Outcome.Accepted>(made);
    });

    private static string Letters(string text) => string.Concat(new PlainText(text).Value.Where(char.IsLetterOrDigit));

    private static ImmutableList<(PieceRole, PlainText)> Told(EarlierReport report) =>
        report.Pieces.ConvertAll(piece => (piece.Role, piece.Text));
}
