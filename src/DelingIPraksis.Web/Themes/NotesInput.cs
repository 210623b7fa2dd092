using System.Text.Json;
using CsvHelper;
using DelingIPraksis.Domain;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Themes;

/// <summary>The notes of a file: CSV with a column <c>text</c>, or JSON with a list of texts.</summary>
internal static class NotesInput
{
    /// <summary>More than any gathering has. A larger file is not the intended file.</summary>
    public const int MostNotes = 200_000;

    private const int MostBytes = 100_000_000;
    private const int LongestRecord = 1_000_000;

    private static readonly string[] Columns = ["text", "tekst"];

    /// <summary>Reads a file, or standard input.</summary>
    /// <exception cref="NotesInputException">It is too large.</exception>
    public static async Task<byte[]> BytesAsync(Stream stream) =>
        await TextFile.BytesAsync(stream, MostBytes) ?? throw new NotesInputException($"Fila er større enn {MostBytes / 1_000_000} MB.");

    /// <summary>The notes, in the order of the file. A row without text counts as a note, so that the numbers match the file.</summary>
    /// <exception cref="NotesInputException">What is wrong, as a sentence.</exception>
    public static IReadOnlyList<PlainText> Read(byte[] bytes)
    {
        var text = TextFile.Read(bytes);
        if (string.IsNullOrWhiteSpace(text))
            throw new NotesInputException("Fila er tom. Den skal ha en kolonne som heter «text», eller være en JSON-liste med tekster.");
        var notes = text.AsSpan().TrimStart() is ['[' or '{', ..] ? ReadJson(text) : ReadCsv(text);
        return notes.Count > MostNotes
            ? throw new NotesInputException($"Fila har {notes.Count} lapper. Det er plass til {MostNotes}.")
            : notes;
    }

    private static List<PlainText> ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                throw new NotesInputException("JSON-en skal være en liste: [\"første lapp\", \"andre lapp\"].");
            return [.. json.RootElement.EnumerateArray().Select((item, index) => new PlainText(TextOf(item)
                ?? throw new NotesInputException($"Element {index} i lista er ingen tekst, og har ingen «text».")))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new NotesInputException(
                $"JSON-en lar seg ikke lese{((fault as JsonException)?.LineNumber is { } line ? $": feil i linje {line + 1}" : "")}.",
                fault
            );
        }
    }

    private static string? TextOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Object when item.TryGetProperty(Columns[0], out var text) && text.ValueKind == JsonValueKind.String =>
            text.GetString(),
        _ => null,
    };

    private static List<PlainText> ReadCsv(string text)
    {
        (text, var separator) = SeparatedText.Of(text);
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            MalformedData = CsvMalformedDataHandling.Recover,
        };
        try
        {
            using var reader = new StringReader(text);
            using var csv = CsvReader.Create(reader, options, leaveOpen: true);
            csv.Read();
            string[] header = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
            var column = Array.FindIndex(header, name => Columns.Contains(name.Trim().ToLowerInvariant()));
            if (column < 0)
                throw new NotesInputException(
                    $"Fila har ingen kolonne som heter «text». Første linje er: {Shown(string.Join(" | ", header))}"
                );
            var notes = new List<PlainText>();
            while (csv.Read())
            {
                notes.Add(new PlainText(column < csv.FieldCount ? csv.GetString(column) : ""));
                if (notes.Count > MostNotes) break;
            }

            return notes;
        }
        catch (CsvFormatException fault)
        {
            throw new NotesInputException("CSV-en lar seg ikke lese: et hermetegn mangler, eller en tekst er for lang.", fault);
        }
    }

    private static string Shown(string text) => new([.. TextTruncation.Shorten(text, 80).Where(letter => !char.IsControl(letter))]);
}

/// <summary>What is wrong with the file, as a sentence for the user.</summary>
internal sealed class NotesInputException(string sentence, Exception? cause = null) : Exception(sentence, cause);
