using System.Globalization;
using CsvHelper;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The rows of a sheet as a csv file.</summary>
internal static class CsvSheet
{
    public const string ContentType = "text/csv; charset=utf-8";

    // A Norwegian Excel needs semicolons and a byte order mark to open the file correctly. A cell that begins like a formula is made a
    // text.
    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.Always,
        Injection = CsvInjection.Escape,
    };

    public static async Task WriteAsync(
        IReadOnlyList<string> head, IEnumerable<object[]> rows, Stream stream, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var row in rows.Prepend([.. head]))
        {
            foreach (var cell in row) csv.WriteField(TextOf(cell));
            await csv.EndRecordAsync(cancellation);
        }
    }

    private static string TextOf(object cell) => cell switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // The csv writer escapes only ASCII signs. A spreadsheet also accepts the wide signs of an East Asian keyboard.
        string and ['＝' or '＋' or '－' or '＠', ..] => $"'{cell}",
        _ => (string)cell,
    };
}
