using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>Where presentations and pictures lie in the bundle. The first digits of the hash tell two of the same name apart.</summary>
internal static class KeptNames
{
    private const int Digits = 8;

    /// <summary>The path of a presentation.</summary>
    public static string Of(TalkFile file)
    {
        var name = Slug.OfName(Path.GetFileNameWithoutExtension(file.Name.OnOneLine.Value));
        return $"presentasjoner/{(name.Length > 0 ? name : "fil")}-{file.Hash[..Digits]}.{file.Format}";
    }

    /// <summary>The path of a picture.</summary>
    public static string Of(ReportPicture picture) => $"bilder/{picture.File.Hash[..Digits]}.{picture.File.Format}";
}
