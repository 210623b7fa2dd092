using System.Text;
using System.Text.Json;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;

namespace DelingIPraksis.Web.Tests.Themes;

public sealed class ThemesCommandTests
{
    private static readonly string[] Notes =
    [
        "Mangler penger, rett og slett",
        "Innkjøpsreglementet må endrast",
        "God kaffe",
        "Budsjettet er for stramt",
    ];

    [Fact]
    public async Task Answers_with_themes_their_words_and_their_notes_and_nothing_else()
    {
        var answer = await GoodAsync("""["Mangler penger", "Budsjettet er for stramt", "God kaffe"]""");
        Assert.Equal(["themes"], answer.EnumerateObject().Select(property => property.Name));
        var theme = Assert.Single(answer.GetProperty("themes").EnumerateArray());
        Assert.Equal(["name", "words", "notes"], theme.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Økonomi og budsjett", theme.GetProperty("name").GetString());
        Assert.Equal(
            ["Budsjettet", "penger"],
            theme.GetProperty("words").EnumerateArray().Select(word => word.GetString()).Order(StringComparer.Ordinal)
        );
        Assert.Equal([0, 1], theme.GetProperty("notes").EnumerateArray().Select(note => note.GetInt32()));
    }

    [Theory]
    [InlineData("nb", "Innkjøp og anskaffelser")]
    [InlineData("nn", "Innkjøp og anskaffingar")]
    [InlineData("en", "Procurement")]
    public async Task Themes_are_named_in_the_language_that_is_asked_for(string language, string name) =>
        Assert.Equal(name, (await GoodAsync("""["Felles innkjøp"]""", language)).GetProperty("themes")[0].GetProperty("name").GetString());

    [Theory]
    [InlineData("text\n{0}\n{1}\n{2}\n{3}\n")]
    [InlineData("Text\r\n{0}\r\n{1}\r\n{2}\r\n{3}")]
    [InlineData("id;text;hvem\n1;{0};A\n2;{1};B\n3;{2};C\n4;{3};D\n")]
    [InlineData("id,text\n1,\"{0}\"\n2,{1}\n3,{2}\n4,{3}\n")]
    [InlineData("text\tid\n{0}\t1\n{1}\t2\n{2}\n{3}\t4\t5\n")]
    [InlineData("sep=;\nid;tekst\n1;{0}\n2;{1}\n3;{2}\n4;{3}\n")]
    public async Task Any_separator_gives_the_same(string csv)
    {
        var json = await GoodAsync(JsonSerializer.Serialize(Notes));
        Assert.Equal(json.GetRawText(), (await GoodAsync(string.Format(null, CompositeFormat.Parse(csv), (object[])Notes))).GetRawText());
    }

    [Fact]
    public async Task Any_encoding_gives_the_same()
    {
        const string Csv = "text\nInnkjøp på nytt\nØkonomien er dårlig\n";
        var utf8 = await GoodAsync(Csv);
        Assert.Equal(2, utf8.GetProperty("themes").GetArrayLength());
        foreach (var encoding in new[] { Encoding.Latin1, new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal(utf8.GetRawText(), (await GoodAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Csv)])).GetRawText());
    }

    [Fact]
    public async Task A_row_without_text_keeps_its_number()
    {
        var answer = await GoodAsync("id;text\n1;\n2\n3;Trenger penger\n");
        Assert.Equal(2, answer.GetProperty("themes")[0].GetProperty("notes")[0].GetInt32());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("text\n")]
    [InlineData("[\"\", \"\\u0000 \\u202e\", \"🤷‍♀️\"]")]
    public async Task Nothing_to_go_by_gives_no_themes(string text) =>
        Assert.Equal(0, (await GoodAsync(text)).GetProperty("themes").GetArrayLength());

    [Theory]
    [InlineData("", "Fila er tom.")]
    [InlineData("\uFEFF \n", "Fila er tom.")]
    [InlineData("id;innhold\n1;penger\n", "ingen kolonne som heter «text». Første linje er: id | innhold")]
    [InlineData("{\"notes\": []}", "JSON-en skal være en liste")]
    [InlineData("[1, 2]", "Element 0 i lista er ingen tekst")]
    [InlineData("[\"a\",\n\"b\"", "JSON-en lar seg ikke lese: feil i linje 2")]
    public async Task Says_what_is_wrong(string text, string sentence)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(ExitCode.Failed, await ThemesCommand.AnswerAsync(Encoding.UTF8.GetBytes(text), "nb", output, error));
        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData("text\n\"begynner og slutter aldri, penger")]
    [InlineData("text\nhan sa \"penger\" og gikk\n\"\"\"\"\n")]
    [InlineData("[\"penger \\ud800\"]")]
    [InlineData("[\"<script>alert(1)</script> penger\", \"=HYPERLINK(1)\"]")]
    public async Task Odd_files_get_an_answer_or_a_sentence(string text)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await ThemesCommand.AnswerAsync(Encoding.UTF8.GetBytes(text), "nb", output, error);
        Assert.Equal(exitCode == ExitCode.Done, error.ToString().Length == 0);
        Assert.Equal(exitCode == ExitCode.Failed, output.ToString().Length == 0);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_read()
    {
        var text = "text\n" + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"Mangler penger til sak {number}\n"));
        Assert.Equal(100_000, (await GoodAsync(text)).GetProperty("themes")[0].GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task The_program_itself_answers_with_its_exit_code()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "text\nFelles innkjøp\n");
        var (exitCode, said) = await ApplicationProcess.RunToEndAsync("themes", file, "--language", "nn");
        Assert.Equal(
            (ExitCode.Done, "Innkjøp og anskaffingar"),
            (exitCode, JsonDocument.Parse(said).RootElement.GetProperty("themes")[0].GetProperty("name").GetString())
        );
        File.Delete(file);
        Assert.Equal(ExitCode.Failed, (await ApplicationProcess.RunToEndAsync("themes", file)).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await ApplicationProcess.RunToEndAsync("themes")).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await ApplicationProcess.RunToEndAsync("themes", file, "--language", "sv")).ExitCode);
    }

    private static Task<JsonElement> GoodAsync(string text, string language = "nb") => GoodAsync(Encoding.UTF8.GetBytes(text), language);

    private static async Task<JsonElement> GoodAsync(byte[] bytes, string language = "nb")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await ThemesCommand.AnswerAsync(bytes, language, output, error);
        Assert.True(exitCode == ExitCode.Done, error.ToString());
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
