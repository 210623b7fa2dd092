using System.Security.Cryptography;
using System.Text.Json;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace DelingIPraksis.Web.Api;

/// <summary>An answer as JSON with an ETag of its bytes, so that a program that asks again gets 304 when nothing has changed.</summary>
internal static class ApiAnswer
{
    public static IResult Of<T>(HttpContext context, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, ReportJsonFile.Options);
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Authorization";
        return Results.Bytes(bytes, "application/json", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    /// <summary>A page of a list, with links to its neighbours (RFC 8288).</summary>
    public static IResult OfPage<T>(HttpContext context, int page, int size, int total, IReadOnlyList<T> items)
    {
        var links = new List<string>();
        if ((long)page * size < total) links.Add(LinkTo(context, page + 1, size, "next"));
        if (page > 1) links.Add(LinkTo(context, page - 1, size, "prev"));
        if (links.Count > 0) context.Response.Headers.Link = string.Join(", ", links);
        return Of(context, new ListAnswer<T>(items, total, page, size));
    }

    private static string LinkTo(HttpContext context, int page, int size, string what)
    {
        var address = context.RequestServices.GetRequiredService<PublicAddress>();
        var path = context.Request.Path.Value!.TrimStart('/');
        return $"<{address.To(context.Request, string.Create(null, $"{path}?page={page}&size={size}"))}>; rel=\"{what}\"";
    }
}
