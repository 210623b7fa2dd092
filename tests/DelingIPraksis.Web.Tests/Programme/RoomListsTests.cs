using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Programme.Invite;
using DelingIPraksis.Web.Tests.Reporting;

namespace DelingIPraksis.Web.Tests.Programme;

public sealed class RoomListsTests
{
    private static readonly GatheringView View = GatheringView.For(SampleGathering.Whole().Now, SampleGathering.Organiser);

    [Fact]
    public void Each_pair_is_a_room_with_its_link_under_it()
    {
        var lines = RoomLists.ForChat(View, "Rom {0}", pair => new Uri($"https://deling.example/par/{pair.Id}")).Split('\n');
        Assert.Equal(2 * View.Pairs.Count, lines.Length);
        Assert.Equal($"Rom 1: {string.Join(" – ", View.MembersOf(View.Pairs[0]).Select(party => party.Name))}", lines[0]);
        Assert.StartsWith("https://deling.example/par/", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Zoom_gets_its_two_columns_and_an_address_that_nobody_can_place_is_given_back()
    {
        var (csv, unknown) = RoomLists.ForZoom(View, "Rom {0}", "Noen <hvem@ukjent.example>; =cmd@evil.example");
        Assert.Equal("Pre-assign Room Name,Email Address\r\n", csv);
        Assert.DoesNotContain("\n=", csv, StringComparison.Ordinal);
        Assert.Equal(["hvem@ukjent.example", "=cmd@evil.example"], unknown);
    }

    [Theory]
    [InlineData("o'hara@{0}")]
    [InlineData("ola.d'angelo@{0}")]
    [InlineData("x/y@{0}")]
    [InlineData("bjørn@{0}")]
    [InlineData("Kari.Nordmann+nett@{0}")]
    public void Zoom_gets_the_whole_address_or_nothing(string form)
    {
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, "stad.kommune.no");
        var (csv, unknown) = RoomLists.ForZoom(View, "Rom {0}", $"Noen <{address}>, og takk.");
        Assert.Contains(address.ToLowerInvariant(), csv + string.Join(' ', unknown), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"[,""](?:hara|angelo|y|rn)@", csv);
    }
}
