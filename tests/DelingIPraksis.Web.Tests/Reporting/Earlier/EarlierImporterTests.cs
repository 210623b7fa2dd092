using System.Net;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Reporting.Earlier;

[Collection(AccessTogether.Name)]
public sealed class EarlierImporterTests(AccessApplication application)
{
    [Fact]
    public async Task A_report_becomes_one_gathering_and_the_original_is_kept_with_it()
    {
        var owner = new Id<User>((await application.GivenAccountAsync()).Id);
        var (drafts, importer) = (application.Get<EarlierDrafts>(), application.Get<EarlierImporter>());
        var content = Encoding.UTF8.GetBytes(CorpusTests.Text("stad-2021.txt"));
        var report = CorpusTests.Read(CorpusTests.Text("stad-2021.txt"));
        var draft = (await drafts.AddAsync(owner, "stad.txt", content, report))!.Value;

        var made = await importer.MakeAsync(draft, owner, report);
        // Pressed twice, it is made once.
        Assert.Equal(made.Gathering, (await importer.MakeAsync(draft, owner, report)).Gathering);

        var gathering = await application.Web.Rooms.ReadAsync(made.Gathering!.Value);
        Assert.Equal(
            ("Kortreist Kvalitet", 5, new DateOnly(2021, 6, 7), "Stad kommune"),
            (gathering.Facts.Network.Value, gathering.Facts.Number, gathering.Facts.Date, gathering.Facts.Host.Value));
        Assert.Equal(
            [
                ("Kortreiste kretsløp – muligheter og dilemma", true, false),
                    ("Kortreiste sirkler – kortreist kvalitet som rammeverk for sirkulærøkonomi", false, false),
                ("Bærekraftig samfunnsutvikling når alt er i spill", false, false),
                    ("Kompetanseutvikling for bærekraftig omstilling", true, true),
            ],
            gathering.Blocks.Select(block => (block.Name.Value, block.IsTalk, block.AfterPoints)));
        Assert.True(gathering.Blocks[1].HasWorkshop);
        Assert.Equal("Alfred Bjørlo", Assert.Single(gathering.Welcome.Speakers).Name.Value);
        Assert.Equal((4, 3),
            (gathering.Points.Count(point => point.Section == Section.Barriers),
                gathering.Points.Count(point => point.Section == Section.Opportunities)));
        Assert.StartsWith("7. juni 2021 var Stad kommune", gathering.ReportTexts[ReportText.About].Value, StringComparison.Ordinal);
        Assert.False(gathering.DoorOpen);
        Assert.Null(await drafts.FindAsync(draft, owner));

        var original = Assert.Single(await application.Get<FileStore>().OfAsync(FileOwner.OfGathering(gathering.Id)));
        Assert.Equal((FileKind.Original, "stad.txt", content.Length), (original.Kind, original.Name, (int)original.Size));
    }

    [Fact]
    public async Task Only_those_who_follow_the_gathering_get_the_original_and_it_goes_with_the_gathering()
    {
        using var browser = await application.GivenSignedInAsync();
        var upload = await browser.GetAsync($"/{Addresses.Earlier}");
        Assert.Equal(HttpStatusCode.OK, upload.Status);
        var answer = await browser.SubmitAsync(upload, "hent-inn-rapport", ("tekst", CorpusTests.Text("lom-2019.md")));
        Assert.Contains(Addresses.Earlier, answer.Location ?? "", StringComparison.Ordinal);
        var draft = Guid.Parse(answer.Location!.Split('/')[^1]);
        var page = await browser.GetAsync($"/{Addresses.EarlierDraft(draft)}");
        Assert.Contains("Flomsikring i sentrum", page.Html, StringComparison.Ordinal);

        using var other = await application.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/{Addresses.EarlierDraft(draft)}")).Status);
    }

    [Fact]
    public async Task A_stranger_is_told_of_an_original_what_is_told_of_a_gathering_that_is_not_there()
    {
        var account = await application.GivenAccountAsync();
        var owner = new Id<User>(account.Id);
        var (drafts, importer) = (application.Get<EarlierDrafts>(), application.Get<EarlierImporter>());
        var report = CorpusTests.Read(CorpusTests.Text("lom-2019.md"));
        var draft = (await drafts.AddAsync(owner, "lom.md", Encoding.UTF8.GetBytes("Originalen"), report))!.Value;
        var gathering = (await importer.MakeAsync(draft, owner, report)).Gathering!.Value;
        var address = $"/{Addresses.Original(gathering)}";

        using var own = await application.GivenSignedInAsync(account);
        Assert.Equal((HttpStatusCode.OK, "Originalen"), await AnswerAsync(own, address));
        using var other = await application.GivenSignedInAsync();
        var nowhere = await AnswerAsync(other, $"/{Addresses.Original(new Id<Gathering>(Guid.CreateVersion7()))}");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.Status);
        Assert.Equal(nowhere, await AnswerAsync(other, address));
        using var nobody = application.Browser();
        Assert.NotEqual(HttpStatusCode.OK, (await AnswerAsync(nobody, address)).Status);
        Assert.DoesNotContain("Originalen", (await AnswerAsync(nobody, address)).Text, StringComparison.Ordinal);

        // It goes with the gathering.
        await application.Web.Rooms.MustKeepAsync(gathering, new Actor.Account(owner), new Change.GatheringErased());
        Assert.Equal(nowhere, await AnswerAsync(own, address));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AnswerAsync(Access.Browser browser, string address)
    {
        var page = await browser.GetAsync(address);
        // What is made for each answer, such as the token of a form, is no difference.
        return (page.Status, page.Status == HttpStatusCode.OK ? page.Html : "");
    }

    [Theory]
    [InlineData("", "Velg en fil")]
    [InlineData("  12 34  ", "ingen ord")]
    public async Task What_cannot_be_read_is_told_and_nothing_is_kept(string text, string sentence)
    {
        using var browser = await application.GivenSignedInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync($"/{Addresses.Earlier}"), "hent-inn-rapport", ("tekst", text),
            ("side", ""));
        Assert.Contains(sentence, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"utkast\"", page.Html, StringComparison.Ordinal);
    }
}
