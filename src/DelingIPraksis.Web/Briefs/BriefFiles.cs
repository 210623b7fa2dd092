using System.IO.Compression;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Briefs.Pdf;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Preferences;

namespace DelingIPraksis.Web.Briefs;

/// <summary>
/// The addresses of the briefs: a party's own by its link and by a seat at its board, and all of them for those who lead, own or observe.
/// Others get the status 404, and so does everybody before the group work is over.
/// </summary>
internal static class BriefFiles
{
    private const string Word = "docx", Pdf = "pdf";

    /// <summary>The formats, in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> Formats = [Word, Pdf];

    public static void MapBriefs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Addresses.Routes.BriefOfLink, OfLinkAsync);
        routes.MapGet(Addresses.Routes.BriefOfSeat, OfSeatAsync);
        routes.MapGet(Addresses.Routes.BriefOfParty, OfPartyAsync);
        routes.MapGet(Addresses.Routes.Briefs, AllAsync);
    }

    /// <summary>The language of a code, or null.</summary>
    public static Language? LanguageOf(string? code) => Languages.Match(code) switch
    {
        "nn" => Language.Nynorsk,
        "en" => Language.English,
        "nb" => Language.Bokmal,
        _ => null,
    };

    private static async Task<IResult> OfLinkAsync(
        string token,
        string format,
        string? mal,
        FollowupParties parties,
        CurrentBriefs briefs,
        HttpContext context) =>
        await parties.FindAsync(token) is { } party
            ? await SendAsync(party.View, party.Party.Id, format, mal, briefs, context)
            : Results.NotFound();

    private static async Task<IResult> OfSeatAsync(
        Guid person,
        string format,
        string? mal,
        IVisitor visitor,
        CurrentBriefs briefs,
        HttpContext context)
    {
        if (await visitor.FindSeatAsync(new Id<Person>(person)) is not { } seat) return Results.NotFound();
        var (gathering, _) = await briefs.OfAsync(seat.Gathering);
        return await SendAsync(GatheringView.For(gathering, seat.Actor), seat.Party, format, mal, briefs, context);
    }

    private static async Task<IResult> OfPartyAsync(
        Guid id,
        Guid party,
        string format,
        string? mal,
        IVisitor visitor,
        CurrentBriefs briefs,
        HttpContext context)
    {
        var (gathering, _) = await briefs.OfAsync(new Id<Gathering>(id));
        var view = GatheringView.For(gathering, await visitor.AsAccountAsync());
        return view.FollowsAll
            ? await SendAsync(view, new Id<Party>(party), format, mal, briefs, context)
            : Results.NotFound();
    }

    private static async Task<IResult> SendAsync(
        GatheringView view,
        Id<Party> party,
        string format,
        string? mal,
        CurrentBriefs briefs,
        HttpContext context)
    {
        if (!Formats.Contains(format) || !view.MayHaveBriefs) return Results.NotFound();
        var (_, made) = await briefs.OfAsync(view.Id);
        if (view.Brief(made, party) is not { } brief) return Results.NotFound();
        var language = LanguageOf(mal) ?? brief.Facts.Language;
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Bytes(
            await MakeAsync(brief, language, format, context.RequestAborted),
            format == Pdf ? PdfBrief.ContentType : WordBrief.ContentType,
            NameOf(brief, language, format));
    }

    private static async Task<IResult> AllAsync(Guid id, string? mal, IVisitor visitor, CurrentBriefs briefs, HttpContext context)
    {
        var (gathering, made) = await briefs.OfAsync(new Id<Gathering>(id));
        var view = GatheringView.For(gathering, await visitor.AsAccountAsync());
        if (!view.FollowsAll || !view.MayHaveBriefs) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, no-store";
        var language = LanguageOf(mal) ?? view.Facts.Language;
        List<CouncilBrief> all = [.. made.Parties.Select(party => view.Brief(made, party.Id)).OfType<CouncilBrief>()];
        return Results.Stream(
            stream => SendAsync(all, language, stream, context.RequestAborted),
            "application/zip",
            ReportFileName.Of(view.Facts, new BriefWords(language)["FileName", ""].Trim(), "zip"));
    }

    /// <summary>
    /// Sends all in one archive. It is made on the disk: 700 files are too many for the memory, and the archive writes the end of each
    /// entry synchronously, which a network connection does not allow.
    /// </summary>
    private static async Task SendAsync(IReadOnlyList<CouncilBrief> all, Language language, Stream stream, CancellationToken cancellation)
    {
        await using var file = Package.Temporary();
        await PackAsync(all, language, file, cancellation);
        file.Position = 0;
        await file.CopyToAsync(stream, cancellation);
    }

    private static async Task PackAsync(IReadOnlyList<CouncilBrief> all, Language language, FileStream file, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, null, cancellation);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var brief in all)
        {
            // Herøy is the name of two municipalities.
            var name = new BriefWords(language)["FileName", ReportFileName.Safe(brief.Party.Name.Value)];
            var unique = name;
            for (var next = 2; !taken.Add(unique); next++) unique = $"{name} {next}";
            foreach (var format in Formats)
            {
                // A Word document is a package that is packed already.
                var entry = zip.CreateEntry($"{unique}.{format}", CompressionLevel.NoCompression);
                await using var content = await entry.OpenAsync(cancellation);
                await content.WriteAsync(await MakeAsync(brief, language, format, cancellation), cancellation);
            }
        }
    }

    /// <summary>The bytes of a brief.</summary>
    internal static Task<byte[]> MakeAsync(CouncilBrief brief, Language language, string format, CancellationToken cancellation) =>
        format == Pdf
            ? Task.Run(() => PdfBrief.Make(brief, language), cancellation)
            : WordBrief.MakeAsync(brief, language, cancellation);

    private static string NameOf(CouncilBrief brief, Language language, string format) =>
        ReportFileName.Of(brief.Facts, new BriefWords(language)["FileName", ReportFileName.Safe(brief.Party.Name.Value)], format);
}
