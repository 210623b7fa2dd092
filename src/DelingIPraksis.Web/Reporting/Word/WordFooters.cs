using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The header and the footer: the network from the second page on, the title, the page number and the number of pages.</summary>
internal sealed class WordFooters
{
    private const string Head = "rHeader";
    private const string Bare = "rBareHeader";
    private readonly string _upright;
    private readonly string _wide;

    public WordFooters(MainDocumentPart main, ReportDocument document, ReportWords words)
    {
        var header = main.AddNewPart<HeaderPart>(Head);
        header.Header = new Header(new WordText(document.Language, header).Line(WordStyles.Header, document.Network.Value));
        main.AddNewPart<HeaderPart>(Bare).Header = new Header(
            new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Header }))
        );
        _upright = Add(main, "rFooter", document, words, WordLook.Measure);
        _wide = Add(main, "rWideFooter", document, words, WordLook.WideMeasure);
    }

    /// <summary>The properties of the section that ends here.</summary>
    public SectionProperties Section(bool wide) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = Head },
        new HeaderReference { Type = HeaderFooterValues.First, Id = wide ? Head : Bare },
        new FooterReference { Type = HeaderFooterValues.Default, Id = wide ? _wide : _upright },
        new FooterReference { Type = HeaderFooterValues.First, Id = wide ? _wide : _upright },
        wide
            ? new PageSize { Width = WordLook.PageHeight, Height = WordLook.PageWidth, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = WordLook.PageWidth, Height = WordLook.PageHeight },
            new PageMargin
            {
                Top = 1304,
                Bottom = 1304,
                Left = WordLook.Margin,
                Right = WordLook.Margin,
                Header = 680,
                Footer = 567,
                Gutter = 0,
            },
        new TitlePage());

    private static string Add(MainDocumentPart main, string relation, ReportDocument document, ReportWords words, int measure)
    {
        var part = main.AddNewPart<FooterPart>(relation);
        var paragraph = new Paragraph(
            new ParagraphProperties(
                new ParagraphStyleId { Val = WordStyles.Footer },
                new Tabs(
                    new TabStop { Val = TabStopValues.Clear, Position = WordLook.Measure },
                    new TabStop { Val = TabStopValues.Right, Position = measure }
                )
            ),
            WordText.Run(document.Title.Value, document.Language),
            new Run(new TabChar()));
        var pieces = words["PageOf", "{", "{"].Split('{');
        paragraph.Append(
            WordText.Run(pieces[0], document.Language),
            Field(" PAGE "),
            WordText.Run(pieces[1], document.Language),
            Field(" NUMPAGES "),
            WordText.Run(pieces[2], document.Language)
        );
        part.Footer = new Footer(paragraph);
        return relation;
    }

    private static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = code };
}
