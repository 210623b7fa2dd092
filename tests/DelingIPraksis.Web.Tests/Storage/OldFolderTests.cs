using System.IO.Compression;
using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>R7: folders that earlier editions left are opened with the code of today, and everything is found.</summary>
public sealed class OldFolderTests : IDisposable
{
    private const string Erased = "Slettetsamlingstittel";

    private static readonly Id<Gathering> _id = new(new Guid("01a22446-0ea7-753c-b815-be8225c8e155"));
    private static readonly Id<Party> _stad = new(new Guid("a7710175-0db6-8ad2-0114-5f4d3952992b"));

    private readonly string _data = Directory.CreateTempSubdirectory("deling-old-").FullName;

    public OldFolderTests() => ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Data", "folder-2026-11-28.zip"), _data);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Everything_is_found_in_the_folder_of_28_November_2026()
    {
        // Four of the five gatherings are the demo's, and a start without the demo erases them.
        await using var application = TestApplication.Started(_data, demo: true);
        var gathering = await application.Rooms.ReadAsync(_id);
        Assert.Equal(("Samling i Ålesund", 510L), (gathering.Facts.Title.Value, gathering.Sequence));
        Assert.Equal(
            ["Lapp fra Arendal: tid og penger", "Lapp fra Stad: tid og penger"],
            gathering.Workshop.Work.Values.SelectMany(work => work.Notes).Select(note => note.Text.Value).Order()
        );
        Assert.Equal("Tid og penger mangler begge steder", Assert.Single(gathering.Points).Text.Value);
        Assert.Equal(
            ["Kari Nordfjord", "Ola Sørland"],
            (await application.Services.GetRequiredService<IPeople>().NamesAsync(_id)).Values.Order()
        );
        await AllGatheringsOpenAsync(application);

        using var browser = new Browser(application.Address);
        foreach (
            var address in new[]
            {
                "/kom/fnXL3auf3rEnKut88fI1Qg",
                "/kom/zCefpVFNpKgLYAi171dMdA",
                "/inn/J5kophQ4bzYYChfabdeuhg",
                "/k/MJGN4VQV",
                "/rapporter/samling-i-alesund-2026",
            }
        )
            Assert.Equal(
                (address, HttpStatusCode.OK),
                (address, (await browser.Http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode)
            );
        Assert.Equal((_id, _stad), await application.Services.GetRequiredService<IPartyLinks>().FindAsync(
                    "CfDJ8G9IFjP1jClIioNp9sbEEB6H72AaCNzRu_0NQrE4yAiwI_Rjmnc_casBprHfH4oui2rhY9bZkRDdg_k7AkPAgygfLBuDkHNnciGd5E998-t8YZIhii"
                        + "HK-Nb0-WRd72dlspwUTxCRV_je3zzzOVn5vMrXz6m4Ko_adehpA9qZWHUssjiR84i0CBRRjngSVbs-VHQDWw71P1ILWSy59SkWqlk"
                )
        );
        await browser.SignInAsync("astrid@nett.example", "fjorden er blå i dag");
    }

    [Fact]
    public async Task What_an_earlier_edition_had_erased_and_left_in_the_file_is_gone_after_the_first_start()
    {
        Assert.True(Bytes.Of(_data).Hold(Erased), "The folder is of no use: nothing is left in it.");
        await using var application = TestApplication.Started(_data);
        var database = application.Services.GetRequiredService<Database>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await database.ReadAsync(context => context.NoteAsync(HousekeepingNote.CompactionPending)) is not null)
            patience.Token.ThrowIfCancellationRequested();
        Assert.False(Bytes.Of(_data).Hold(Erased));
        Assert.True(Bytes.Of(_data).Hold("Kari Nordfjord"));
    }

    private static async Task AllGatheringsOpenAsync(TestApplication application)
    {
        var database = application.Services.GetRequiredService<Database>();
        var log = application.Services.GetRequiredService<GatheringLog>();
        var ids = await database.ReadAsync(context => context.Gatherings.Select(there => there.Id).ToListAsync());
        Assert.Equal(5, ids.Count);
        foreach (var id in ids) Assert.True((await log.FoldWholeAsync(id)).Exists);
    }
}
