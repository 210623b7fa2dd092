using CsvHelper;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class NotesFileTests
{
    [Fact]
    public async Task All_notes_stand_with_where_they_come_from()
    {
        Assert.Equal(
        [
            ["Nr", "Type", "Lapp", "Skrevet av", "Gruppe", "Tid", "Enige", "Stemmer", "I punkt", "Tema", "Til", "Ført av"],
                [
                    "1", "Barriere", "Vi mangler et lager", "Stad", "Stad + Arendal", "2021-06-07 10:12:30", "Arendal", "1", "Barriere 1",
                    "", "", "",
                ],
                [
                    "2", "Mulighet", "Spør frivilligsentralen\nDe har lokaler", "Arendal", "Stad + Arendal", "2021-06-07 10:12:31", "", "0",
                    "Mulighet 1", "", "", "",
                ],
                [
                    "3", "Barriere", "'=Ingen måler", "Guovdageaidnu - Kautokeino", "Bergen + Guovdageaidnu - Kautokeino",
                    "2021-06-07 10:12:32", "", "0", "Barriere 1", "", "", "",
                ],
        ],
        await RowsAsync(SampleGathering.Whole().Now, attributed: true));
    }

    [Fact]
    public async Task The_publication_has_the_words_in_the_order_of_the_alphabet_and_nothing_of_who_wrote_them() => Assert.Equal(
        [
            ["1", "Barriere", "'=Ingen måler", "", "", "", "", "0", "Barriere 1", "", "", ""],
            ["2", "Barriere", "Vi mangler et lager", "", "", "", "", "1", "Barriere 1", "", "", ""],
            ["3", "Mulighet", "Spør frivilligsentralen\nDe har lokaler", "", "", "", "", "0", "Mulighet 1", "", "", ""],
        ],
        (await RowsAsync(SampleGathering.Whole().Now, attributed: false)).Skip(1));

    [Fact]
    public async Task What_a_note_is_about_whom_it_is_for_and_who_wrote_it_down_stand_last()
    {
        var sample = SampleGathering.Begun();
        sample
            .Do(
                SampleGathering.From(0),
                new Change.NoteAdded(SampleGathering.Note(1), NoteKind.Barrier, "Ingen indikatorer", SampleGathering.Party(1))
            )
            .Do(SampleGathering.From(1), new Change.NoteLabelled(SampleGathering.Note(1), "Måling", Addressee.State));
        Assert.Equal(["Måling", "Staten", "Stad"], (await RowsAsync(sample.Now, attributed: true))[1][9..]);
        Assert.Equal(["Måling", "Staten", ""], (await RowsAsync(sample.Now, attributed: false))[1][9..]);
    }

    [Fact]
    public async Task A_spreadsheet_in_Norway_opens_it_right()
    {
        var bytes = await Written.BytesAsync(new NotesFile(), SampleGathering.Whole().Now, attributed: true);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Contains("\"Nr\";\"Type\"", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Hostile_text_comes_back_letter_for_letter_and_never_as_a_formula(string text)
    {
        var rows = await RowsAsync(Hostile.Everywhere(text), attributed: true);
        Assert.All(rows, row => Assert.Equal(NoteSheet.Columns, row.Length));
        Assert.All(
            rows.SelectMany(row => row),
            cell => Assert.False(cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..], cell)
        );
        var kept = new PlainText(text).Value;
        Assert.All(rows.Skip(1), row => Assert.Equal(kept, row[2] is ['\'', ..] && kept is not ['\'', ..] ? row[2][1..] : row[2]));
    }

    private static async Task<List<string[]>> RowsAsync(Gathering gathering, bool attributed)
    {
        var bytes = await Written.BytesAsync(new NotesFile(), gathering, attributed);
        using var reader = CsvReader.Create(bytes, new CsvReaderOptions { Separator = ';', HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetString(field))]);
        return rows;
    }
}
