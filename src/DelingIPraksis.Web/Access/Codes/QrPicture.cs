using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>A QR code as one SVG path, dark on light in both themes, because many cameras read no other.</summary>
/// <param name="Size">Its width and height in modules, including the quiet zone.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix.Count; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>The QR code as an SVG file, with a text alternative.</summary>
    public static string Svg(string text, string label)
    {
        var (size, path) = Of(text);
        var title = WebUtility.HtmlEncode(label);
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="1000" height="1000" role="img"
                shape-rendering="crispEdges"><title>{title}</title><rect width="{size}" height="{size}" fill="#fff"/>
                <path d="{path}" fill="#000"/></svg>

            """;
    }
}
