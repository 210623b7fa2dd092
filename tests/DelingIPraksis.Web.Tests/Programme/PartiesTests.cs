using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Tests.Reporting;
using Microsoft.AspNetCore.Components.Web;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>Those who are invited: found, pasted and corrected, and never there twice.</summary>
public sealed class PartiesTests : ProgrammeContext
{
    [Theory]
    [InlineData("Bodø")]
    [InlineData("bodø kommune")]
    [InlineData("bodoe")]
    [InlineData("1804")]
    public async Task One_that_is_in_is_said_to_be_in_and_cannot_be_added_again(string typed)
    {
        await InviteAsync("Bodø", "1804");
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync(typed));
        var hit = Popovers.FindAll(".hits [role=option]")
            .First(option => option.TextContent.Contains("Bodø", StringComparison.Ordinal));
        Assert.Contains("er med allerede", hit.TextContent, StringComparison.Ordinal);
        Assert.Equal("false", hit.GetAttribute("aria-selected"));
        Assert.DoesNotContain(
            Popovers.FindAll(".hits [role=option]"),
            option => option.TextContent.Contains("egen organisasjon", StringComparison.Ordinal)
        );
        var before = Now.Parties.Count;
        await hit.QuerySelector(".hit")!.MouseDownAsync();
        await hit.ClickAsync();
        Assert.Equal(before, Now.Parties.Count);
        Assert.Contains("Bodø er med allerede.", page.Find("#sok-part-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_another_language_is_the_same_one()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("kautok"));
        Assert.Contains("er med allerede", Popovers.Find(".hits [role=option]").TextContent, StringComparison.Ordinal);
    }

    // An option that cannot be chosen is passed by with the arrows, so it is told without them.
    [Fact]
    public async Task Who_is_in_is_heard_while_one_types()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("kautok"));
        Assert.Contains("er med allerede.", page.Find(".search [role=status]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("tromsø"));
        Assert.Contains("forslag", page.Find(".search [role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_invites_what_the_register_knows()
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("tromsoe"));
        var field = page.Find("#sok-part");
        Assert.Equal(Popovers.Find(".hits [aria-selected=true]").Id, field.GetAttribute("aria-activedescendant"));
        Assert.Equal(Popovers.Find(".hits [role=listbox]").Id, field.GetAttribute("aria-controls"));
        await EnterAsync(page);
        Assert.Contains(Now.Parties.Values, party => party.Name.Value.StartsWith("Tromsø", StringComparison.Ordinal));
        Assert.Equal("", page.Find("#sok-part").GetAttribute("value") ?? "");
    }

    // A misspelt name would be an organisation of its own.
    [Fact]
    public async Task Enter_invites_an_organisation_of_ones_own_when_an_arrow_has_pointed_at_it()
    {
        var page = Open();
        var before = Now.Parties.Count;
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("Tronhjæm"));
        Assert.Equal("", page.Find("#sok-part").GetAttribute("aria-activedescendant"));
        await EnterAsync(page);
        Assert.Equal(before, Now.Parties.Count);
        Assert.Contains("Tronhjæm", Popovers.Find(".hits [role=option]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#sok-part").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" }));
        await EnterAsync(page);
        Assert.Contains(Now.Parties.Values, party => party is { Name.Value: "Tronhjæm", Kind: PartyKind.Other });
    }

    [Fact]
    public async Task One_that_was_removed_is_found_and_invited_again()
    {
        var page = Open();
        await InputAndEnterAsync();
        await page.FindAll(".parties > li")
            .First(row => row.TextContent.Contains("Bodø", StringComparison.Ordinal))
            .QuerySelectorAll("button").First(button => button.TextContent.Contains("Fjern", StringComparison.Ordinal)).ClickAsync();
        await InputAndEnterAsync();
        Assert.Contains(Now.Parties.Values, party => party.Name.Value == "Bodø");

        async Task InputAndEnterAsync()
        {
            await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("bodø"));
            await EnterAsync(page);
        }
    }

    [Fact]
    public async Task An_organisation_of_ones_own_is_in_once()
    {
        await InviteAsync("KS Agder", null);
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync("ks\u200B agder"));
        Assert.Contains("er med allerede", Popovers.Find(".hits [role=option]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tromsoe", "Tromsø")]
    [InlineData("raade", "Råde")]
    [InlineData("aas", "Ås")]
    [InlineData("baerum", "Bærum")]
    [InlineData("bodø kom", "Bodø")]
    [InlineData("sør-varanger kommunne", "Sør-Varanger")]
    public async Task Is_found_as_it_is_spelt_on_any_keyboard(string typed, string name)
    {
        var page = Open();
        await page.InvokeAsync(() => page.Find("#sok-part").InputAsync(typed));
        Assert.Contains(name, Popovers.Find(".hits [role=option]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_corrected_where_it_stands_with_labels_and_ids_of_its_own()
    {
        Given(SampleGathering.Begun());
        var page = Open();
        await page.InvokeAsync(() =>
            page.FindAll(".parties button").First(button => button.TextContent.Contains("Rett", StringComparison.Ordinal)).ClickAsync());
        var field = page.WaitForElement(".correcting input");
        Assert.Equal("Stad", field.GetAttribute("value"));
        Assert.Contains("Rett «Stad» til", page.Find($"label[for='{field.Id}']").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        await field.InputAsync("Stadt");
        await field.InputAsync("Ulvik");
        await Popovers.FindAll(".hits [role=option]")[0].ClickAsync();
        Assert.Equal(
            ("Ulvik", "4620"),
            (Now.Parties[SampleGathering.Party(0)].Name.Value, Now.Parties[SampleGathering.Party(0)].RegisterNumber)
        );
        Assert.Empty(page.FindAll(".correcting"));
    }

    [Fact]
    public async Task A_pasted_list_knows_who_is_in_and_says_what_it_leaves_out()
    {
        await InviteAsync("Bodø", "1804");
        var page = Open();
        await page.InvokeAsync(() =>
            page.Find("#liste").InputAsync(
                "bodø kommune\n3301 Drammen   (kommer 2 stk)\nHordaland fylkeskommune\nVestland\nTysfjord\nHordaland"));
        var lines = page.FindAll(".lines li");
        Assert.Contains("med", lines[0].TextContent, StringComparison.Ordinal);
        Assert.True(lines[0].QuerySelector("input")!.HasAttribute("disabled"));
        Assert.Contains("Tar ikke med: (kommer 2 stk)", lines[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Hordaland ble Vestland fylkeskommune i 2020", lines[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("Hordaland ble Vestland fylkeskommune i 2020. Mente du", lines[5].TextContent, StringComparison.Ordinal);
        Assert.Contains("Tysfjord - Divtasvuodna ble delt i 2020", lines[4].TextContent, StringComparison.Ordinal);
        Assert.Equal([false, true, true, false, false, false], lines.Select(line => line.QuerySelector("input")!.HasAttribute("checked")));
        await page.InvokeAsync(() => page.FindAll(".lines li")[3].QuerySelector("button")!.ClickAsync());
        await page.InvokeAsync(() => page.FindAll(".lines li")[4].QuerySelectorAll("button")[0].ClickAsync());
        await page.InvokeAsync(() => page.FindAll(".paste .btn-solid")[0].ClickAsync());
        Assert.Contains(Now.Parties.Values, party => party is { Name.Value: "Drammen", RegisterNumber: "3005", County: "Viken" });
        Assert.Contains(
            Now.Parties.Values,
            party => party is { Name.Value: "Vestland fylkeskommune", RegisterNumber: "46", Kind: PartyKind.County }
        );
        Assert.Contains(Now.Parties.Values, party => party is { Name.Value: "Narvik", RegisterNumber: "1806", County: "Nordland" });
    }

    private static async Task EnterAsync(IRenderedComponent<Setup> page)
    {
        await page.InvokeAsync(() => page.Find("#sok-part").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        await page.InvokeAsync(() => page.Find("#sok-part").KeyUpAsync(new KeyboardEventArgs { Key = "Enter" }));
    }

    private Task InviteAsync(string name, string? number) =>
        DoAsync(
            new PartyInvited(new(Guid.CreateVersion7()), name, number, number is null ? PartyKind.Other : PartyKind.Municipality, null)
        );
}
