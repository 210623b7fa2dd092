using System.Text;
using System.Text.Unicode;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The only decoder of text from bytes: uploaded files, files from the command line, and standard input. Excel saves Windows-1252 and
/// UTF-16 as often as UTF-8. An older Excel for Mac saves Mac Roman, and other encodings then show «Færder» as «F¾rder».
/// </summary>
internal static class TextFile
{
    private const string Norwegian = "æøåÆØÅ";
    private const string InRunningText = " «»–—‘’“”…§°·•½€\r\n\t";

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UnicodeEncoding _bigEndian = new(bigEndian: true, byteOrderMark: false);
    private static readonly Encoding _windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding _mac = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    /// <summary>The text in any of the usual encodings, without a byte order mark.</summary>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = EncodingOf(bytes);
        if (encoding is not null) return encoding.GetString(bytes[mark..]);
        // Without a mark, UTF-16 or UTF-8, the encoding has one byte for each letter. The decoded text shows which encoding it is.
        var (windows, mac) = (_windows.GetString(bytes), _mac.GetString(bytes));
        return Likeness(mac) > Likeness(windows) ? mac : windows;
    }

    /// <summary>The same text in UTF-8 without a mark, for a JSON parser. UTF-8 is not copied.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(byte[] bytes) =>
        EncodingOf(bytes) is (UTF8Encoding, var mark) ? bytes.AsMemory(mark) : _utf8.GetBytes(Read(bytes));

    /// <summary>All bytes of a stream, or null when it exceeds the limit.</summary>
    public static async Task<byte[]?> BytesAsync(Stream stream, long most, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > most) return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (_utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (_bigEndian, 2),
        // UTF-16 without a mark: every second byte of Norwegian is zero.
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (_bigEndian, 0),
        _ => (Utf8.IsValid(bytes) ? _utf8 : null, 0),
    };

    /// <summary>
    /// Scores how probable a decoding is. Norwegian letters raise the score. Symbols, and capitals inside words, lower it.
    /// </summary>
    private static int Likeness(string text)
    {
        var likeness = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsAscii(letter)) continue;
            var afterSmall = at > 0 && char.IsLower(text[at - 1]);
            if (Norwegian.Contains(letter, StringComparison.Ordinal)) likeness += char.IsUpper(letter) && afterSmall ? -2 : 3;
            else if (char.IsLetter(letter)) likeness += char.IsUpper(letter) && afterSmall ? -2 : 1;
            else if (!InRunningText.Contains(letter, StringComparison.Ordinal)) likeness -= 3;
        }

        return likeness;
    }
}
