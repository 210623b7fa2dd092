using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Pictures;

/// <summary>The bytes of logos, for the files of a report. The command line has them too, without a service.</summary>
/// <param name="contents">The contents in the data folder.</param>
internal sealed class LogoFiles(FileContents contents)
{
    /// <summary>The logo of a face; null without one, and when its file is missing. Then the name stands in type.</summary>
    public Logo? Of(NetworkFace? face)
    {
        if (face is not { Logo: { } hash }) return null;
        try
        {
            using var content = contents.Open(hash);
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            var start = bytes.GetBuffer().AsSpan(0, (int)Math.Min(bytes.Length, FileStart.Length));
            return FileStart.Of(start) is { } format && format.IsPicture() ? new Logo(bytes.ToArray(), format) : null;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            return null;
        }
    }
}

/// <summary>A logo as a file.</summary>
internal sealed record Logo(byte[] Bytes, FileFormat Format);
