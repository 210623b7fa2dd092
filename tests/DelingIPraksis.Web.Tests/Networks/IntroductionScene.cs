using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Tests.Access;
using static DelingIPraksis.Domain.Gatherings.Change;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>A gathering of which Stad and Bergen, who were in no pair, could help each other.</summary>
internal static class IntroductionScene
{
    public const string Ask = "Et sted å lagre brukte byggevarer mellom riving og nybygg";
    public const string Offer = "Lagerhall til leie for brukte byggevarer, med vekt og truck";
    public const string Barrier = "Skolematen blir kastet hver dag";
    public const string Opportunity = "Elevene veier skolematen som blir kastet";

    /// <summary>Stad sat with Arendal and Bergen with Asker.</summary>
    public static async Task<TestGathering> GivenHeldAsync(this AccessApplication application, bool closed = true, NetworkSite? site = null)
    {
        var rooms = application.Web.Rooms;
        var owner = site?.Owner ?? NetworkActs.Somebody();
        var id = site is null
            ? await application.Web.MakeAsync(owner, $"Nettverk {Guid.NewGuid():N}")
            : await site.GivenGatheringAsync(0);
        ImmutableList<TestSeat> seats =
        [
            .. new[] { "Stad", "Arendal", "Bergen", "Asker" }
                .Select(name => new TestSeat(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), name)),
        ];
        string[] numbers = ["4649", "4203", "4601", "3203"];
        foreach (var (index, seat) in seats.Index())
        {
            await rooms.MustKeepAsync(id, owner, new PartyInvited(seat.Party, seat.Name, numbers[index], PartyKind.Municipality, null));
            await rooms.MustKeepAsync(id, new Actor.Application(), new PersonJoined(seat.Person, seat.Party));
        }

        await rooms.MustKeepAsync(id, owner, new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full));
        await rooms.MustKeepAsync(id, owner, new PairsProposed([Grouped(seats[0], seats[1]), Grouped(seats[2], seats[3])]));
        await rooms.MustKeepAsync(id, owner, new PairsShown());
        await rooms.MustKeepAsync(id, owner, new PhaseEntered(-1, PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board)));
        await rooms.MustKeepAsync(id, seats[0].Actor, new TextWritten(TextField.Asks, Ask, 0));
        await rooms.MustKeepAsync(id, seats[2].Actor, new TextWritten(TextField.Offers, Offer, 0));
        await rooms.MustKeepAsync(id, seats[1].Actor, GatheringVerbs.ANote(Barrier));
        await rooms.MustKeepAsync(id, seats[3].Actor, GatheringVerbs.ANote(Opportunity, NoteKind.Opportunity));
        if (closed) await rooms.MustKeepAsync(id, owner, new WorkshopClosed());
        return new TestGathering(id, owner, seats);
    }

    /// <summary>The token of a party's link.</summary>
    public static async Task<string> TokenOfAsync(this AccessApplication application, TestGathering held, int seat)
    {
        var party = held.Seats[seat].Party;
        return (await application.Get<IPartyLinks>().OfPartiesAsync(held.Id, [party]))[party];
    }

    /// <summary>The address of a party's own page after the gathering.</summary>
    public static async Task<string> FollowupOfAsync(this AccessApplication application, TestGathering held, int seat) =>
        $"/{Addresses.Followup(await application.TokenOfAsync(held, seat)).TrimStart('/')}";

    /// <summary>Says yes to a municipality, with a card.</summary>
    public static Task<Page> YesAsync(Browser browser, Page page, string to, string name, string email, string phone) =>
        browser.SubmitAsync(page, "kontakt", ("ja", to), ("kontakt-navn", name), ("kontakt-epost", email), ("kontakt-tlf", phone));

    /// <summary>The number of the register, which a municipality is called by in the form.</summary>
    public static string Number(TestGathering held, int seat) => held.Seats[seat].Name switch
    {
        "Stad" => "4649",
        "Bergen" => "4601",
        _ => throw new ArgumentOutOfRangeException(nameof(seat)),
    };

    private static Pair Grouped(params TestSeat[] seats) =>
        new(new Id<Pair>(Guid.CreateVersion7()), [.. seats.Select(seat => seat.Party)], []);
}
