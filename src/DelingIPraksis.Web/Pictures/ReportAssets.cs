using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Pictures;

/// <summary>
/// What lies beside the log and goes into the files of a report: logos, pictures and presentations. The command line has them too, without
/// a service.
/// </summary>
/// <param name="contents">The contents in the data folder.</param>
/// <param name="address">Where the service is, for links in files; null when that is not known.</param>
internal sealed class ReportAssets(FileContents contents, PublicAddress? address = null)
{
    /// <summary>The absolute address of what is kept here; null when the address of the service is not known.</summary>
    /// <param name="link">An address from the base of the service, or an absolute one.</param>
    public Uri? To(Uri link) => link.IsAbsoluteUri ? link : address?.Set is { } home ? new Uri(home, link) : null;

    /// <summary>The bytes of a picture; null when its file is missing.</summary>
    public byte[]? Of(PictureFile picture)
    {
        try
        {
            using var content = contents.Open(picture.Hash);
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            return null;
        }
    }

    /// <summary>Opens a presentation; null when its file is missing.</summary>
    public Stream? Open(TalkFile file)
    {
        try
        {
            return contents.Open(file.Hash);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            return null;
        }
    }

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
