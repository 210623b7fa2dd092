using System.IO.Compression;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>R7: the folder that the edition of 30 November 2026 left, with an uploaded file, is opened with the code of today.</summary>
public sealed class FolderOf30NovemberTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("deling-old-").FullName;

    public FolderOf30NovemberTests() =>
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Data", "folder-2026-11-30.zip"), _data);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Everything_is_found_and_nothing_is_wrong_with_it()
    {
        await using (var application = TestApplication.Started(_data))
        {
            var database = application.Services.GetRequiredService<Database>();
            var id = await database.ReadAsync(context => context.Gatherings.Select(there => there.Id).SingleAsync());
            var gathering = await application.Rooms.ReadAsync(id);
            Assert.Equal(
                ["Lapp fra i dag: ingen eier ombruket"],
                gathering.Workshop.Work.Values.SelectMany(work => work.Notes).Select(note => note.Text.Value)
            );
            using var browser = new Browser(application.Address);
            await browser.SignInAsync("astrid@kommune.example", "fjorden er blank i dag");
        }

        await using var data = StoredData.Open(new StartOptions { Data = _data });
        var looked = await DataCheck.LookAsync(data);
        Assert.Empty(looked.Faults);
        Assert.Equal(1, looked.Gatherings);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_data, "filer")));
    }
}
