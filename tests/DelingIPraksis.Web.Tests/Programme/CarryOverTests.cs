using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Programme;
using DelingIPraksis.Web.Tests.Reporting;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>What is taken over from an earlier gathering.</summary>
public sealed class CarryOverTests
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("{0} kommune")]
    [InlineData("  {0}\u00AD ")]
    public void A_party_that_is_in_already_is_not_asked_for_again_however_its_name_is_written(string written)
    {
        var now = SampleGathering.Begun().Now;
        var earlier = now with
        {
            Parties = now.Parties.SetItems(now.Parties.Select(party => KeyValuePair.Create(
                party.Key, party.Value with { Name = string.Format(null, written, party.Value.Name.Value), RegisterNumber = null }))),
        };
        Assert.DoesNotContain(Taken(earlier, now), change => change is Change.PartyInvited);
    }

    [Fact]
    public void Those_who_are_not_in_are_asked_for_once()
    {
        var earlier = SampleGathering.Begun().Now;
        var now = earlier with { Parties = earlier.Parties.Remove(earlier.Parties.Keys.First()) };
        Assert.Single(Taken(earlier, now), change => change is Change.PartyInvited);
    }

    private static IEnumerable<Change> Taken(Gathering earlier, Gathering now) => CarryOver
        .Of(Seen(earlier), Seen(now), new HashSet<CarryOver.Part> { CarryOver.Part.Parties });

    private static GatheringView Seen(Gathering gathering) => GatheringView.For(gathering, SampleGathering.Organiser);
}
