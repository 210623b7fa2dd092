using System.Text.Json;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Published;

/// <summary>The report as structured data for search engines and catalogues (schema.org).</summary>
internal static class JsonLd
{
    /// <summary>JSON that is safe in a page: the serializer writes «&lt;», «&gt;», «&amp;» and quotes as numbers.</summary>
    public static string Of(PublishedReport.Shown report, string address, string description, string image) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "Report",
                ["name"] = report.Document.Title.Value,
                ["description"] = description,
                ["url"] = address,
                ["inLanguage"] = report.Document.Language.Code(),
                ["datePublished"] = report.Publication.FirstAt,
                ["dateModified"] = report.Publication.At,
                ["image"] = image,
                ["license"] = report.Document.Licence is { } licence ? Licences.AddressOf(licence, inNorwegian: false).AbsoluteUri : null,
                ["publisher"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = report.Document.Network.Value },
            }.Where(value => value.Value is not null).ToDictionary());
}
