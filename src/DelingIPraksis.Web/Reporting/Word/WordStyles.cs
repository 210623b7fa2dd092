using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml.Wordprocessing;
using Color = DocumentFormat.OpenXml.Wordprocessing.Color;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// Native styles under their standard names. An editor of the report can change its look in one place, and headings are real headings.
/// </summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Meta = "Subtitle";
    public const string Kicker = "Nettverk";
    public const string Ingress = "Ingress";
    public const string Bullet = "ListBullet";
    public const string Byline = "Innleder";
    public const string Group = "Gruppe";
    public const string Introduction = "Innledning";
    public const string After = "Ettertekst";
    public const string Header = "Header";
    public const string Notice = "Merknad";
    public const string Label = "Feltnavn";
    public const string Source = "Kilde";
    public const string Contents = "TOC1";
    public const string ContentsTitle = "TOCHeading";
    public const string Cell = "Tabelltekst";
    public const string CellHead = "Tabellhode";
    public const string Footer = "Footer";
    public const string Link = "Hyperlink";
    public const string Table = "Rapporttabell";

    public static string Heading(int level) => $"Heading{level}";

    /// <param name="language">The language of the document.</param>
    /// <param name="face">How the network shows itself.</param>
    /// <param name="isBrief">Whether all of it is to be on one page: smaller headings, and less air.</param>
    public static Styles Make(Language language, WordFace face, bool isBrief = false) => new(
        new DocDefaults(
            new RunPropertiesDefault(
                new RunPropertiesBaseStyle(
                    Fonts(WordLook.Serif),
                    new Color { Val = WordLook.Ink },
                    new FontSize { Val = "22" },
                    new FontSizeComplexScript { Val = "22" },
                    new Languages
                    {
                        Val = language.Culture(),
                        EastAsia = "ja-JP",
                        Bidi = "ar-SA",
                    }
                )
            ),
            new ParagraphPropertiesDefault(
                new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines
                    {
                        After = "140",
                        Line = isBrief ? "264" : "300",
                        LineRule = LineSpacingRuleValues.Auto,
                    }
                )
            )
        ),
        Paragraph("Normal", "Normal", null, null, null, isDefault: true),
        Character("DefaultParagraphFont", "Default Paragraph Font", null, isDefault: true),
        Paragraph(Kicker, "Nettverk", Spaced(0, 200), Sans(20, face.Name, bold: true), null),
        Paragraph(Title, "Title", Spaced(0, 120, keepNext: true, line: 240), Sans(isBrief ? 44 : 60, WordLook.Ink, bold: true), "Subtitle"),
        Paragraph(Meta, "Subtitle", Spaced(0, isBrief ? 200 : 360), Sans(22, WordLook.Quiet), "Normal"),
        Paragraph(Ingress, "Ingress", Spaced(0, 280, line: 320), Serif(25, WordLook.Quiet), "Normal"),
        Paragraph(
            Heading(1),
            "heading 1",
            isBrief ? Heading(1, 300, 80) : Heading(1, 520, 140),
            Sans(isBrief ? 28 : 36, WordLook.Ink, bold: true),
            "Normal"),
        Paragraph(Heading(2), "heading 2", Heading(2, 320, 80), Sans(26, WordLook.Ink, bold: true), "Normal"),
        Paragraph(Heading(3), "heading 3", Heading(3, 280, 60), Sans(22, face.Text, bold: true), "Normal"),
        Paragraph(Byline, "Innleder", Spaced(0, 80, keepNext: true), Sans(20, WordLook.Quiet), "Normal"),
        Paragraph(Group, "Gruppe", Grouped(), null, Group),
        Paragraph(Introduction, "Innledning", Spaced(0, 120, keepNext: true), Sans(20, WordLook.Quiet), "Normal"),
        Paragraph(After, "Ettertekst", Spaced(80, 240), Sans(18, WordLook.Quiet), "Normal"),
        Paragraph(Notice, "Merknad", Spaced(120, 200), Sans(20, WordLook.Ink, bold: true), "Normal"),
        Paragraph(Label, "Feltnavn", Spaced(140, 20, keepNext: true), Sans(19, WordLook.Quiet, bold: true), "Normal"),
        Paragraph(Bullet, "List Bullet", Bulleted(), null, Bullet),
        Paragraph(Source, "Kilde", Spaced(0, 80, left: 425, line: 264), Serif(19, WordLook.Quiet), "Normal"),
        Paragraph(ContentsTitle, "TOC Heading", Spaced(0, 60, keepNext: true), Sans(22, WordLook.Ink, bold: true), "Normal"),
        Paragraph(Contents, "toc 1", WithPages(Spaced(0, 40, line: 276)), Sans(21, WordLook.Ink), "Normal"),
        Paragraph(Cell, "Tabelltekst", Spaced(0, 0, line: 252), Serif(19, WordLook.Ink), null),
        Paragraph(CellHead, "Tabellhode", Spaced(0, 0, line: 252), Sans(18, WordLook.Ink, bold: true), null),
        Paragraph(Header, "header", new StyleParagraphProperties(new SpacingBetweenLines { After = "0" }), Sans(17, WordLook.Quiet), null),
            Paragraph(
                Footer,
                "footer",
                new StyleParagraphProperties(Tabs(), new SpacingBetweenLines { After = "0" }),
                Sans(17, WordLook.Quiet),
                null
            ),
            Character(
                Link,
                "Hyperlink",
                new StyleRunProperties(new Color { Val = face.Text }, new Underline { Val = UnderlineValues.Single })
            ),
        TableStyle());

    public static RunFonts Fonts(string name) =>
        new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name };

    private static Style Paragraph(
        string id,
        string name,
        StyleParagraphProperties? paragraph,
        StyleRunProperties? run,
        string? next,
        bool isDefault = false
    )
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        else if (!name.StartsWith("heading", StringComparison.Ordinal) && IsOurs(id)) style.CustomStyle = true;
        style.Append(new StyleName { Val = name });
        if (!isDefault) style.Append(new BasedOn { Val = "Normal" });
        if (next is not null) style.Append(new NextParagraphStyle { Val = next });
        style.Append(new PrimaryStyle());
        if (paragraph is not null) style.Append(paragraph);
        if (run is not null) style.Append(run);
        return style;
    }

    private static bool IsOurs(string id) =>
        id is Kicker or Ingress or Byline or Group or Introduction or After or Notice or Label or Source or Cell or CellHead;

    private static Style Character(string id, string name, StyleRunProperties? run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Character, StyleId = id };
        if (isDefault) style.Default = true;
        if (run is not null) style.Append(run);
        return style;
    }

    private static StyleParagraphProperties Spaced(int before, int after, bool keepNext = false, int line = 300, int left = 0)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext) properties.Append(new KeepNext());
        properties.Append(
            new SpacingBetweenLines
            {
                Before = before.ToText(),
                After = after.ToText(),
                Line = line.ToText(),
                LineRule = LineSpacingRuleValues.Auto,
            }
        );
        if (left > 0) properties.Append(new Indentation { Left = left.ToText() });
        return properties;
    }

    private static StyleParagraphProperties Heading(int level, int before, int after) => new(
        new KeepNext(),
        new KeepLines(),
        new SpacingBetweenLines
        {
            Before = before.ToText(),
            After = after.ToText(),
            Line = "252",
            LineRule = LineSpacingRuleValues.Auto,
        },
        new OutlineLevel { Val = level - 1 }
    );

    private static StyleParagraphProperties Bulleted() => new(
        new NumberingProperties(new NumberingId { Val = WordNumbering.Plain }),
        new SpacingBetweenLines { After = "100" },
        new Indentation { Left = "425", Hanging = "425" }
    );

    private static StyleParagraphProperties Grouped() => new(
        new NumberingProperties(new NumberingId { Val = WordNumbering.Drawn }),
        new Tabs(new TabStop { Val = TabStopValues.Left, Position = WordNumbering.DrawnIndent }),
        new SpacingBetweenLines { After = "80" },
        new Indentation { Left = WordNumbering.DrawnIndent.ToText(), Hanging = WordNumbering.DrawnIndent.ToText() }
    );

    // A dotted line leads to the page number at the right edge.
    private static StyleParagraphProperties WithPages(StyleParagraphProperties properties)
    {
        properties.Tabs = new Tabs(
            new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = WordLook.Measure });
        return properties;
    }

    private static Tabs Tabs() => new(new TabStop { Val = TabStopValues.Right, Position = WordLook.Measure });

    private static StyleRunProperties Sans(int size, string color, bool bold = false) => Letters(WordLook.Sans, size, color, bold);

    private static StyleRunProperties Serif(int size, string color) => Letters(WordLook.Serif, size, color, bold: false);

    private static StyleRunProperties Letters(string font, int size, string color, bool bold)
    {
        var properties = new StyleRunProperties(Fonts(font));
        if (bold) properties.Append(new Bold(), new BoldComplexScript());
        properties.Append(
            new Color { Val = color },
            new FontSize { Val = size.ToText() },
            new FontSizeComplexScript { Val = size.ToText() }
        );
        return properties;
    }

    private static Style TableStyle() => new(
        new StyleName { Val = "Rapporttabell" },
        new PrimaryStyle(),
        new StyleTableProperties(
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 8, Color = WordLook.Ink },
                new BottomBorder { Val = BorderValues.Single, Size = 8, Color = WordLook.Ink },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = WordLook.Line }),
            new TableCellMarginDefault(
                new TopMargin { Width = "70", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "70", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = Table,
        CustomStyle = true,
    };
}
