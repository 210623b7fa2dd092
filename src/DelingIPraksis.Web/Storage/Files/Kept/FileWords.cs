using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Storage;

/// <summary>Why a file is not kept, in the language of the one who chose it.</summary>
internal static class FileWords
{
    private const long Kilobyte = 1024, Megabyte = 1024 * Kilobyte;

    public static string Say(this IStringLocalizer<FileTexts> texts, FileRefusal why, FileKind kind) => why switch
    {
        FileRefusal.TooLarge => texts["TooLarge", Size(kind.Limit())],
        FileRefusal.WrongFormat => texts["WrongFormat", List(texts, kind)],
        _ => texts[why.ToString()],
    };

    /// <summary>The bytes as people say them: «50 MB», «200 kB».</summary>
    public static string Size(long bytes) =>
        bytes < Megabyte ? $"{Math.Max(1, bytes / Kilobyte)} kB" : $"{(bytes + (Megabyte / 2)) / Megabyte} MB";

    private static string List(IStringLocalizer<FileTexts> texts, FileKind kind)
    {
        var names = kind.Formats().Select(format => format.Extension()[1..]).ToList();
        return texts["Or", string.Join(", ", names[..^1]), names[^1]];
    }
}
