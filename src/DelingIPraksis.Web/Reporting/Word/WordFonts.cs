using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>
/// Embeds the product's typefaces, so that the document looks the same in Word, in LibreOffice, and in the PDF and OpenDocument that
/// LibreOffice makes on a server without fonts. All are under the Open Font License, complete and unchanged. A reader that ignores embedded
/// fonts uses a similar one that most machines have.
/// </summary>
internal static class WordFonts
{
    // The format requires that each font file is scrambled with a key (ECMA-376 part 4, 14.2.1). The key protects nothing, and the same key
    // gives the same bytes.
    private const string Key = "5B1F9C0E-4C53-4E0B-9A57-1F1C6D0F2A61";
    private const int Scrambled = 32;

    public static void Write(FontTablePart part) => part.Fonts = new Fonts(
        Font(WordLook.Serif, "Georgia", FontFamilyValues.Roman, "02040603050405020204",
            new EmbedRegularFont { Id = Add(part, "rSerif", "source-serif-4-regular.ttf"), FontKey = $"{{{Key}}}" }),
        Font(WordLook.Sans, "Calibri", FontFamilyValues.Swiss, "020B0500000000000000",
            new EmbedRegularFont { Id = Add(part, "rSans", "atkinson-hyperlegible-next-regular.ttf"), FontKey = $"{{{Key}}}" },
            new EmbedBoldFont { Id = Add(part, "rSansBold", "atkinson-hyperlegible-next-bold.ttf"), FontKey = $"{{{Key}}}" }));

    private static Font Font(string name, string otherwise, FontFamilyValues family, string panose, params FontRelationshipType[] files)
    {
        var font = new Font(
            new AltName { Val = otherwise },
            new Panose1Number { Val = panose },
            new FontCharSet { Val = "00" },
            new FontFamily { Val = family },
            new Pitch { Val = FontPitchValues.Variable }
        )
        {
            Name = name,
        };
        font.Append(files);
        return font;
    }

    private static string Add(FontTablePart part, string relation, string name)
    {
        using var file = typeof(WordFonts).Assembly.GetManifestResourceStream($"font/{name}")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var key = Convert.FromHexString(Key.Replace("-", "", StringComparison.Ordinal));
        for (var index = 0; index < Scrambled; index++) bytes[index] ^= key[key.Length - 1 - (index % key.Length)];
        using var scrambled = new MemoryStream(bytes);
        part.AddFontPart(FontPartType.FontOdttf, relation).FeedData(scrambled);
        return relation;
    }
}
