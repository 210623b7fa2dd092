using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// What one does now is in sight without a scroll: on every step, on a phone, a tablet and a laptop, for two and for three with long names.
/// A step begins at its top, what the facilitator says comes where one looks, and nothing is wider than the screen.
/// </summary>
public sealed class EveryStepTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly ViewportSize[] _screens =
    [
        new() { Width = 360, Height = 740 },
        new() { Width = 768, Height = 1024 },
        new() { Width = 1440, Height = 900 },
    ];
    private static readonly string[] _parties = ["Stad", "Arendal", "Møre og Romsdal fylkeskommune", "Sør-Varanger", "Guovdageaidnu"];
    private readonly List<string> _found = [];
    private readonly VisualChecks _album = new();

    private const string Faults = """
        () => {
          const faults = [], box = element => element?.getBoundingClientRect();
          for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
          const foot = box(document.querySelector('.work-bar')).top;
          const isSeen = element => element && element.checkVisibility() && box(element).top >= 0 && box(element).bottom <= foot + 1;
          if (document.documentElement.scrollWidth > innerWidth) faults.push(`is ${document.documentElement.scrollWidth} px wide`);
          if (scrollY > 0) faults.push(`begins at ${scrollY}`);
          if (!isSeen(document.querySelector('h1'))) faults.push('the question is out of sight');
          if (!isSeen(document.querySelector('.phase-bar dip-clock'))) faults.push('the clock is out of sight');
          // Where one votes, what one votes on is what one came for.
          const field = document.querySelector('.stage .votes')
            ? null
            : [...document.querySelectorAll('.stage textarea')].find(area => area.checkVisibility());
          if (field && !isSeen(field)) {
            const { top, bottom } = box(field);
            faults.push(`the field #${field.id} is at ${Math.round(top)}–${Math.round(bottom)}, and the bar at ${Math.round(foot)}`);
          }
          const sample = Object.assign(document.createElement('i'), { style: 'color: var(--fjord)' });
          const loudest = getComputedStyle(document.body.appendChild(sample));
          const loud = [...document.querySelectorAll('.btn')]
            .filter(button => button.checkVisibility() && getComputedStyle(button).backgroundColor === loudest.color);
          if (loud.length > 1) faults.push(`${loud.length} loud buttons: ${loud.map(button => button.textContent.trim()).join(', ')}`);
          document.body.lastElementChild.remove();
          return faults;
        }
        """;

    [Fact]
    public async Task The_question_the_clock_and_the_field_are_in_sight_on_every_step_and_screen()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Alt i sikte", _parties);
        var people = new List<Participant>();
        foreach (var party in _parties) people.Add(await theatre.NewParticipantAsync(code, party, Screen.Phone));
        await organiser.PairAsync(_parties.Length);
        foreach (var phase in Enum.GetValues<PhaseKind>())
        {
            foreach (var one in people)
                await one.Page.EvaluateAsync("document.activeElement.blur(), scrollTo(0, document.body.scrollHeight)");
            await organiser.GoToAsync(phase);
            foreach (var one in people)
            {
                await one.IsAtAsync(phase);
                await Expect(one.Page.Locator("h1")).ToBeFocusedAsync();
                await LookAsync(one, $"{phase}");
            }

            if (phase == PhaseKind.Writing) await WriteAsync(people, organiser);
            if (phase == PhaseKind.Board)
                foreach (var one in people)
                    await one.AddNoteAsync(NoteKind.Barrier, $"Lapp fra {one.Party}: {new string('å', 300)}");
        }

        await organiser.EndAsync();
        foreach (var one in people) await Expect(one.Page.Locator("h1")).ToBeFocusedAsync();
        Assert.True(_found.Count == 0, string.Join("\n", _found));
        _album.MustBeFine();
    }

    // Long texts, a message, and a call for help that is answered, all on this step.
    private async Task WriteAsync(List<Participant> people, Organiser organiser)
    {
        foreach (var one in people)
        {
            await one.WriteAsync(
                Words.Board("Challenge"),
                string.Concat(Enumerable.Repeat("Vi mangler et sted å lagre materialer mellom riving og nybygg. ", 20)).Trim()
            );
            await one.Page.GetByRole(AriaRole.Button, new() { Name = Words.Board("HelpAsk") }).ClickAsync();
            await one.Page.PressAsync(Words.Board("HelpUnsure"));
        }

        await Expect(organiser.Page.Locator(".queue li")).ToHaveCountAsync(people.Count);
        while (await organiser.Page.Locator(".queue li").CountAsync() is > 0 and var left)
        {
            await organiser
                .Page.Locator(".queue li")
                .First.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Words.Common("Done")}") })
                .ClickAsync();
            await Expect(organiser.Page.Locator(".queue li")).ToHaveCountAsync(left - 1);
        }

        foreach (var one in people) await Expect(one.Page.Locator(".answered")).ToBeVisibleAsync();
        await organiser.Page.Locator("#message").FillAsync("To minutter igjen før vi presenterer. " + new string('M', 60));
        await organiser.Page.Locator(".message-form button").ClickAsync();
        foreach (var one in people)
        {
            if (one.Party is "Møre og Romsdal fylkeskommune" or "Guovdageaidnu")
                await _album.LookAsync(one.Page, $"tavle-melding-og-hjelp-{one.Party[..4]}");
            await one.Page.SetViewportSizeAsync(_screens[0].Width, _screens[0].Height);
            await one.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
            var message = one.Page.Locator(".message");
            await Expect(message).ToBeInViewportAsync(new() { Ratio = 1 });
            await Expect(message.Locator("time")).ToContainTextAsync(Words.Common("AgoNow"));
            await message.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(message).ToHaveCountAsync(0);
            await one.Page.EvaluateAsync("scrollTo(0, 0)");
            await one.Page.Locator(".again summary").ClickAsync();
            await Expect(one.Page.Locator(".again li")).ToContainTextAsync("To minutter igjen");
        }
    }

    private async Task LookAsync(Participant one, string step)
    {
        foreach (var screen in _screens)
        {
            await one.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            var faults = await one.Page.EvaluateAsync<string[]>(Faults);
            _found.AddRange(faults.Select(fault => $"{one.Party}, {step}, {screen.Width}: {fault}"));
            if (faults.Length > 0)
                await one.Page.ScreenshotAsync(new() { Path = VisualChecks.PathOf($"alt-i-sikte-{step}-{one.Party[..4]}-{screen.Width}") });
        }

        await one.Page.SetViewportSizeAsync(_screens[0].Width, _screens[0].Height);
    }
}
