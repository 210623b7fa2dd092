using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell.Parts;
using static DelingIPraksis.Domain.Gatherings.Change;
using InputFormat = DelingIPraksis.Web.Programme.InputFormat;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>Every field of the programme that saves itself, found on the page and not listed here.</summary>
public sealed class LineFieldTests : ProgrammeContext
{
    private static readonly string[] _typed =
    [
        "9", "0930", "930", "9,15", "9:5", "09 30", "9.30", "25", "012", "04", "3.", "15 min", "481", "15.30", "08.06.2027", "8. juni 2027",
        "1.1.1900", "stad.kommune.no/a.pdf", "ikke en lenke", "Kari Nordmann,", "Kari, Stad\n\nOla", " to  ord ", "a\r\nb", "a\u030A",
        "x\u0001y", "", " ",
    ];

    [Fact]
    public async Task No_field_takes_its_own_words_for_somebody_elses_or_hangs()
    {
        var page = await OpenAllAsync();
        var random = new Random(1);
        foreach (var id in FieldsOf(page))
        {
            foreach (var typed in _typed.OrderBy(_ => random.Next()).Take(5))
            {
                await TypeAsync(page, id, typed);
                if (random.Next(2) == 0) Settle();
                if (random.Next(4) > 0) await LeaveAsync(page, id);
                Settle();
                page.WaitForAssertion(() =>
                {
                    var refused = Field(page, id).GetAttribute("aria-invalid") == "true";
                    Assert.Equal((id, typed, refused ? SaveStatus.NotSent : SaveStatus.Saved), (id, typed, page.Instance.Session.Status));
                });
                Assert.Empty(page.FindAll(".theirs"));
            }

            await PutAsync(
                page,
                id,
                id switch
                {
                    "dato" => "7.6.2021",
                    "nummer" => "4",
                    "fra" => "9",
                    "til" => "12",
                    "moterom" or "opprinnelig" => "",
                    _ when id.EndsWith("-min", StringComparison.Ordinal) => "10",
                    _ when id.EndsWith("-lenke", StringComparison.Ordinal) => "",
                    _ => "Ord",
                }
            );
            page.WaitForAssertion(() => Assert.Equal((id, SaveStatus.Saved), (id, page.Instance.Session.Status)));
        }
    }

    [Fact]
    public async Task What_somebody_else_writes_meanwhile_is_shown_beside_what_is_written_and_one_press_ends_it()
    {
        var (one, other) = (await OpenAllAsync(), await OpenAllAsync());
        foreach (var id in FieldsOf(one))
        {
            var (mine, theirs) = id switch
            {
                "dato" => ("8.6.2027", "9.6.2027"),
                "fra" => ("8", "0830"),
                "til" => ("15", "1530"),
                "nummer" => ("7", "08"),
                "moterom" or "opprinnelig" => ("a.example", "b.example"),
                _ when id.EndsWith("-min", StringComparison.Ordinal) => ("011", "012"),
                _ when id.EndsWith("-lenke", StringComparison.Ordinal) => ("a.example", "b.example"),
                _ => ("Mine ord", "Deres ord"),
            };
            await TypeAsync(one, id, mine);
            await PutAsync(other, id, theirs);
            // Alone on the other's screen: there it was no conflict.
            one.WaitForAssertion(() => Assert.Equal((id, 1, 0), (id, one.FindAll(".theirs").Count, other.FindAll(".theirs").Count)));
            var stored = Field(other, id).GetAttribute("value");
            await TypeAsync(one, id, mine + " ");
            Settle();
            await LeaveAsync(one, id);
            Settle();
            one.WaitForAssertion(() =>
                Assert.Equal((id, mine + " ", SaveStatus.NotSent), (id, Field(one, id).GetAttribute("value"), one.Instance.Session.Status))
            );
            Assert.Equal((id, stored), (id, Field(other, id).GetAttribute("value")));
            await one.Find(".theirs button").ClickAsync();
            one.WaitForAssertion(() =>
                Assert.Equal((id, 0, SaveStatus.Saved), (id, one.FindAll(".theirs").Count, one.Instance.Session.Status))
            );
            other.WaitForAssertion(() =>
                Assert.Equal((id, Field(one, id).GetAttribute("value")), (id, Field(other, id).GetAttribute("value")))
            );
            Assert.NotEqual((id, stored), (id, Field(other, id).GetAttribute("value")));
        }
    }

    [Fact]
    public async Task Both_texts_can_be_kept_where_there_is_room_for_both()
    {
        var (one, other) = (await OpenAllAsync(), await OpenAllAsync());
        await TypeAsync(one, "ingress", "Mine ord");
        await PutAsync(other, "ingress", "Deres ord");
        await one.FindAll(".theirs button")[2].ClickAsync();
        Assert.Equal("Deres ord\n\nMine ord", Now.Facts.Ingress.Value);
        await TypeAsync(one, "sted", "Mine ord");
        await PutAsync(other, "sted", "Deres ord");
        Assert.Equal(2, one.FindAll(".theirs button").Count);
    }

    [Fact]
    public async Task A_time_is_written_anew_first_when_the_field_is_left()
    {
        var page = await OpenAllAsync();
        await TypeAsync(page, "fra", "9");
        Settle();
        page.WaitForAssertion(() =>
            Assert.Equal(
                ("9", new TimeOnly(9, 0), SaveStatus.Saved),
                (Field(page, "fra").GetAttribute("value"), Now.Facts.StartsAt, page.Instance.Session.Status)
            )
        );
        await LeaveAsync(page, "fra");
        page.WaitForAssertion(() => Assert.Equal("09:00", Field(page, "fra").GetAttribute("value")));
    }

    [Fact]
    public async Task A_start_and_an_end_that_hold_together_are_kept_together_and_undone_together()
    {
        var page = await OpenAllAsync();
        await PutAsync(page, "fra", "9");
        await PutAsync(page, "til", "12");
        await PutAsync(page, "fra", "13");
        page.WaitForAssertion(() => Assert.Contains("etter starten", page.Find("#fra-error").TextContent, StringComparison.Ordinal));
        await PutAsync(page, "til", "16");
        Assert.Equal(
            (new TimeOnly(13, 0), new TimeOnly(16, 0), SaveStatus.Saved),
            (Now.Facts.StartsAt, Now.Facts.EndsAt, page.Instance.Session.Status)
        );
        Assert.Equal(("", ""), (page.Find("#fra-error").TextContent.Trim(), page.Find("#til-error").TextContent.Trim()));
        await page.InvokeAsync(page.Instance.Session.UndoAsync);
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(12, 0)), (Now.Facts.StartsAt, Now.Facts.EndsAt));
    }

    [Fact]
    public async Task Whatever_is_typed_in_the_two_and_in_whatever_order_what_holds_together_is_what_is_stored()
    {
        var page = await OpenAllAsync();
        string[] times = ["", "8", "0930", "9.30", "12", "13", "15:00", "1530", "16", "tull", "25"];
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            for (var step = 0; step < 10; step++)
            {
                var id = random.Next(2) == 0 ? "fra" : "til";
                await TypeAsync(page, id, times[random.Next(times.Length)]);
                if (random.Next(2) == 0) await LeaveAsync(page, id);
                if (random.Next(2) == 0) Settle();
                if (random.Next(6) == 0) await PutAsync(page, "nummer", random.Next(2) == 0 ? "1000" : "7");
                Assert.Empty(page.FindAll(".theirs"));
            }

            Settle();
            var (from, to) = (Field(page, "fra").GetAttribute("value")!, Field(page, "til").GetAttribute("value")!);
            if (!Holds(from) || !Holds(to) || InputFormat.Time(to) <= InputFormat.Time(from)) continue;
            page.WaitForAssertion(() =>
            {
                Assert.Equal((seed, InputFormat.Time(from), InputFormat.Time(to)), (seed, Now.Facts.StartsAt, Now.Facts.EndsAt));
                Assert.Equal(("", ""), (page.Find("#fra-error").TextContent.Trim(), page.Find("#til-error").TextContent.Trim()));
            });
        }
    }

    [Fact]
    public async Task What_another_has_changed_is_never_overwritten_unseen_by_what_waits()
    {
        var (one, other) = (await OpenAllAsync(), await OpenAllAsync());
        await PutAsync(one, "fra", "9");
        await PutAsync(one, "til", "12");
        await PutAsync(one, "fra", "13");
        await PutAsync(other, "fra", "10");
        await PutAsync(one, "til", "16");
        Assert.Equal((new TimeOnly(10, 0), new TimeOnly(16, 0)), (Now.Facts.StartsAt, Now.Facts.EndsAt));
        Assert.Contains("10:00", one.Find(".theirs").TextContent, StringComparison.Ordinal);
        await one.Find(".theirs button").ClickAsync();
        Assert.Equal(
            (new TimeOnly(13, 0), new TimeOnly(16, 0), SaveStatus.Saved),
            (Now.Facts.StartsAt, Now.Facts.EndsAt, one.Instance.Session.Status)
        );
    }

    [Fact]
    public async Task A_break_pasted_into_a_field_of_one_line_is_a_space_there_and_in_what_is_stored()
    {
        var page = await OpenAllAsync();
        string[] others = ["dato", "nummer", "fra", "til", "moterom", "opprinnelig"];
        foreach (var id in FieldsOf(page).Where(id => Field(page, id).LocalName == "input" && !others.Contains(id)))
        {
            if (id.EndsWith("-min", StringComparison.Ordinal) || id.EndsWith("-lenke", StringComparison.Ordinal)) continue;
            await PutAsync(page, id, "Stad\u000Bmøtes\u2028her");
            page.WaitForAssertion(() => Assert.Equal((id, "Stad møtes her"), (id, Field(page, id).GetAttribute("value"))));
            Assert.Equal(SaveStatus.Saved, page.Instance.Session.Status);
        }

        PlainText[] stored = [Now.Facts.Title, Now.Facts.Host, Now.Facts.Place, Now.Workshop.Theme, Now.Blocks[0].Title];
        Assert.All(stored, text => Assert.Equal("Stad møtes her", text.Value));
        // What an older edition stored with a break is shown with a space, so that the next letter does not save it glued together.
        await DoAsync(new GatheringDescribed(Now.Facts with { Place = "Nordfjord\neid" }));
        page.WaitForAssertion(() => Assert.Equal("Nordfjord eid", Field(page, "sted").GetAttribute("value")));
    }

    private static bool Holds(string text) => string.IsNullOrWhiteSpace(text) || InputFormat.Time(text) is not null;

    /// <summary>Everything that can be opened is open: a talk's fields and a step's instructions.</summary>
    private async Task<IRenderedComponent<Setup>> OpenAllAsync()
    {
        if (Now.Blocks.IsEmpty || Now.Blocks[0].Talks.IsEmpty)
            await DoAsync(
                new BlockPut(
                    new Block(
                        new(Guid.CreateVersion7()),
                        "Bolk",
                        "",
                        [new Talk(new(Guid.CreateVersion7()), "Innlegg", [], "", null)],
                        false
                    )
                )
            );
        var page = Open();
        page.WaitForElement(".phases");
        foreach (var closed in page.FindAll(".talk .chip[aria-expanded=false]").Take(1)) await closed.ClickAsync();
        foreach (var closed in page.FindAll(".phases .chip[aria-expanded=false]").Take(1)) await closed.ClickAsync();
        return page;
    }

    private static List<string> FieldsOf(IRenderedComponent<Setup> page)
    {
        List<string> ids =
        [
            .. page.FindAll(".line-field :is(input, textarea)")
                .Select(field => field.Id!)
                .Where(id =>
                    !id.StartsWith("steg-", StringComparison.Ordinal) || id.StartsWith("steg-CheckIn-0-", StringComparison.Ordinal)
                ),
        ];
        Assert.True(ids.Count > 18, string.Join(' ', ids));
        return ids;
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<Setup> page, string id) => page.Find($"[id='{id}']");

    // Found and used in one turn of the renderer: what is saved meanwhile is drawn on another thread.
    private static Task TypeAsync(IRenderedComponent<Setup> page, string id, string text) =>
        page.InvokeAsync(() => Field(page, id).InputAsync(text));

    private static Task LeaveAsync(IRenderedComponent<Setup> page, string id) => page.InvokeAsync(() => Field(page, id).BlurAsync());

    private async Task PutAsync(IRenderedComponent<Setup> page, string id, string text)
    {
        await TypeAsync(page, id, text);
        await LeaveAsync(page, id);
        Settle();
        page.WaitForAssertion(() => Assert.NotEqual(SaveStatus.Saving, page.Instance.Session.Status));
    }
}
