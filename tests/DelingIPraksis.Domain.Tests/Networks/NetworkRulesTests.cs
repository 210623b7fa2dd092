using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Networks.NetworkChange;
using static DelingIPraksis.Domain.Tests.Networks.NetworkStory;

namespace DelingIPraksis.Domain.Tests.Networks;

public sealed class NetworkRulesTests
{
    [Fact]
    public void A_member_is_there_once_at_a_time_under_whichever_name()
    {
        var viken = Member(1, "Viken", "30", 2020, 2023) with { Kind = PartyKind.County };
        var akershus = Member(2, "Akershus", "32", 2024) with { Kind = PartyKind.County, CameAfter = ["30"] };
        var story = Given().When(Owner, new MembersAdded([viken with { Until = null }]));

        Assert.Equal(RefusalReason.MemberUnderOtherName, story.When(Helper, new MembersAdded([akershus])).Refusal?.Reason);
        Assert.Equal(
            RefusalReason.DuplicateMember,
            story.When(Helper, new MembersAdded([Member(3, "Viken fylkeskommune", "30", 2022)])).Refusal?.Reason);
        Assert.Null(story.When(Helper, new MemberEnded(viken.Id, new DateOnly(2023, 12, 31))).Refusal);
        Assert.Null(story.When(Helper, new MembersAdded([akershus])).Refusal);
        Assert.Equal(["Viken"], story[0].MembersOn(new DateOnly(2022, 6, 1)).Select(member => member.Name.Value));
        Assert.Equal(["Akershus"], story[0].MembersOn(new DateOnly(2025, 6, 1)).Select(member => member.Name.Value));
        // Taken back, it would be there beside the one that came after it.
        Assert.Equal(RefusalReason.MemberUnderOtherName, story.When(Helper, new MemberEnded(viken.Id, null)).Refusal?.Reason);
    }

    [Fact]
    public void Two_with_the_same_name_and_other_numbers_are_two()
    {
        var story = Given().When(Owner, new MembersAdded([Member(1, "Herøy", "1515"), Member(2, "Herøy", "1818")]));
        Assert.Null(story.Refusal);
        Assert.Equal(RefusalReason.DuplicateMember, story.When(Owner, new MembersAdded([Member(3, "herøy kommune")])).Refusal?.Reason);
    }

    [Fact]
    public void A_list_with_one_that_cannot_be_added_adds_none()
    {
        var story = Given().When(Owner, new MembersAdded([Member(1, "Stad"), Member(2, ""), Member(3, "Arendal")]));
        Assert.Equal(RefusalReason.Empty, story.Refusal?.Reason);
        Assert.Empty(story[0].Members);
    }

    [Fact]
    public void A_period_begins_before_it_ends()
    {
        Assert.Equal(
            RefusalReason.ImplausiblePeriod,
            Given().When(Owner, new MembersAdded([Member(1, "Stad", null, 2022, 2020)])).Refusal?.Reason);
        Assert.Equal(
            RefusalReason.ImplausiblePeriod,
            Given().When(Owner, new MembersAdded([Member(1, "Stad", null, 1022)])).Refusal?.Reason);
    }

    [Fact]
    public void A_network_always_has_an_owner()
    {
        Assert.Equal(RefusalReason.LastOwner, Given().When(Owner, new PersonAppointed(Ids.User(1), NetworkRole.None)).Refusal?.Reason);
        Assert.Equal(RefusalReason.LastOwner, Given().When(Owner, new PersonAppointed(Ids.User(1), NetworkRole.Helper)).Refusal?.Reason);
    }

    [Fact]
    public void Who_is_appointed_has_not_taken_the_role_before_acting_in_it()
    {
        var story = Given();
        Assert.False(story[0].People[Ids.User(2)].Accepted);
        story.When(Helper, new Introduced("Vi møtes to ganger i året."));
        Assert.True(story[0].People[Ids.User(2)].Accepted);
        story.When(new Actor.Application(), new PersonAppointed(Ids.User(4), NetworkRole.Helper));
        Assert.True(story[0].People[Ids.User(4)].Accepted);
    }

    [Fact]
    public void A_handover_is_taken_back_by_the_one_who_gave_until_the_receiver_has_begun()
    {
        var story = Given().When(Owner, new HandedOver(Ids.User(1), Ids.User(5)));
        Assert.Equal(
            (NetworkRole.Helper, NetworkRole.Owner),
            (story[0].People[Ids.User(1)].Role, story[0].People[Ids.User(5)].Role));
        story.WhenUndone(Id(0), story.Last);
        Assert.Null(story.Refusal);
        Assert.Equal(NetworkRole.Owner, story[0].RoleOf(Owner));
        Assert.False(story[0].People.ContainsKey(Ids.User(5)));

        story.When(Owner, new HandedOver(Ids.User(1), Ids.User(5)));
        story.When(new Actor.Account(Ids.User(5)), new Renamed("Nytt navn"));
        Assert.Equal(RefusalReason.NothingToChange, story.When(Owner, new TakenBack()).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, story.When(Owner, new HandedOver(Ids.User(1), Ids.User(6))).Refusal?.Reason);
    }

    [Fact]
    public void Nobody_hands_over_what_another_has_or_takes_back_another_s_handover()
    {
        var story = Given().When(Owner, new PersonAppointed(Ids.User(4), NetworkRole.Owner));
        var other = new Actor.Account(Ids.User(4));
        Assert.Equal(RefusalReason.NotAllowed, story.When(other, new HandedOver(Ids.User(1), Ids.User(4))).Refusal?.Reason);
        story.When(Owner, new HandedOver(Ids.User(1), Ids.User(5)));
        Assert.Equal(RefusalReason.NotAllowed, story.When(Helper, new TakenBack()).Refusal?.Reason);
    }

    [Fact]
    public void Two_networks_are_joined_and_parted_with_what_came_of_each()
    {
        var story = Given().Made(1);
        story.When(Owner, new MembersAdded([Member(1, "Stad", "4649")]));
        story.When(Id(1), Owner, new MembersAdded([Member(2, "Stad", "4649"), Member(3, "Arendal", "4203")]));
        var (one, two) = (story[0], story[1]);

        story.When(Owner, NetworkUndo.Joining(Id(1)));
        Assert.Equal(4, story[0].Gatherings.Count);
        Assert.Equal(["Arendal", "Stad"], story[0].Members.Values.Select(member => member.Name.Value).Order());
        Assert.Equal((Id(0), 0), (story[1].JoinedTo, story[1].Gatherings.Count));
        Assert.Equal(RefusalReason.NetworkIsJoined, story.When(Id(1), Owner, new Renamed("X")).Refusal?.Reason);

        story.WhenUndone(Id(0), story.Log.Last(there => there.Network == Id(0)).Entry, Owner);
        Assert.Null(story.Refusal);
        Assert.Equal(one.Gatherings, story[0].Gatherings);
        Assert.Equal(two.Gatherings, story[1].Gatherings);
        Assert.Equal(one.Members, story[0].Members);
        Assert.Equal(two.Members, story[1].Members);
        Assert.Null(story[1].JoinedTo);
    }

    [Fact]
    public void Nobody_joins_a_network_that_another_owns()
    {
        var story = Given().Made(1);
        story.When(Id(1), Owner, new PersonAppointed(Ids.User(4), NetworkRole.Owner));
        story.When(Id(1), new Actor.Account(Ids.User(4)), new PersonAppointed(Ids.User(1), NetworkRole.Helper));
        Assert.Equal(RefusalReason.NotAllowed, story.When(Owner, NetworkUndo.Joining(Id(1))).Refusal?.Reason);
        Assert.Equal((2, 2), (story[0].Gatherings.Count, story[1].Gatherings.Count));
        Assert.Equal(RefusalReason.NothingToChange, story.When(Owner, NetworkUndo.Joining(Id(0))).Refusal?.Reason);
    }

    [Fact]
    public void A_network_is_divided_and_put_together_again()
    {
        var story = Given().When(Owner, new MembersAdded([Member(1, "Stad", "4649")]));
        var whole = story[0];
        story.When(Owner, new Divided(Id(5), "Avleggeren", [Gathering(1)]));
        Assert.Equal([Gathering(0)], story[0].Gatherings);
        Assert.Equal(
            ("Avleggeren", NetworkRole.Owner, 1, 1),
            (story[5].Name.Value, story[5].RoleOf(Owner), story[5].Gatherings.Count, story[5].Members.Count));
        Assert.Equal(RefusalReason.NoSuchGathering, story.When(Owner, new Divided(Id(6), "X", [Gathering(1)])).Refusal?.Reason);

        story.WhenUndone(Id(0), story.Log.Last(there => there.Network == Id(0)).Entry);
        Assert.Equal(whole.Gatherings, story[0].Gatherings);
        Assert.Equal(Id(0), story[5].JoinedTo);
    }

    [Fact]
    public void A_gathering_belongs_to_one_network_and_goes_back_when_that_is_undone()
    {
        var story = Given().Made(1);
        story.When(Id(1), Owner, new GatheringAdded(Gathering(0)));
        Assert.DoesNotContain(Gathering(0), story[0].Gatherings);
        Assert.Contains(Gathering(0), story[1].Gatherings);
        story.WhenUndone(Id(1), story.Log.Last(there => there.Network == Id(1)).Entry);
        Assert.Contains(Gathering(0), story[0].Gatherings);
        Assert.DoesNotContain(Gathering(0), story[1].Gatherings);
    }

    [Theory]
    [InlineData("#1F6f54", true)]
    [InlineData("1f6f544", false)]
    [InlineData("#12345", false)]
    [InlineData("red", false)]
    [InlineData("#12345g", false)]
    [InlineData("#ffff00", false)]
    public void A_colour_is_six_hexadecimal_digits_that_can_be_read(string colour, bool stands) => Assert.Equal(
        stands ? null : RefusalReason.ImplausibleColour,
        Given().When(Owner, new FaceSet(new NetworkFace("", colour, null, null))).Refusal?.Reason);

    [Fact]
    public void Who_changes_one_part_of_a_face_does_not_set_back_what_another_has_changed()
    {
        var seen = new NetworkFace("Klima", "#123456", null, null);
        var named = seen with { Name = "Klimanettverket" };
        var coloured = seen with { Secondary = "#0b5563" };
        Assert.Equal(coloured with { Name = "Klimanettverket" }, NetworkFace.Merge(seen, named, coloured));
        Assert.Equal(named, NetworkFace.Merge(null, named, null));
        Assert.Equal(named, NetworkFace.Merge(seen, named, named));
        // The same part to two different things: nobody knows which of them is meant.
        Assert.Null(NetworkFace.Merge(seen, named, seen with { Name = "Fjordnettverket" }));
        var logo = seen with { Logo = new string('a', 64), LogoWidth = 10, LogoHeight = 10 };
        Assert.Null(NetworkFace.Merge(seen, logo, logo with { Logo = new string('b', 64) }));
        Assert.Equal(coloured, NetworkFace.Merge(logo, seen, logo with { Secondary = "#0b5563" }));
    }

    [Fact]
    public void Undoing_one_part_of_a_face_leaves_what_another_has_changed_since()
    {
        var (before, set) = (Given()[0], new FaceSet(NetworkFace.None with { Primary = "#123456" }));
        var now = before with { Face = set.Face! with { Name = "Klimanettverket" } };
        var entry = new NetworkEntry(before.Sequence + 1, Guid.NewGuid(), default, Owner, set);
        Assert.Equal([new FaceSet(NetworkFace.None with { Name = "Klimanettverket" })], NetworkUndo.Of(before, entry, now));
        Assert.Empty(NetworkUndo.Of(before, entry, before with { Face = set.Face with { Primary = "#0b5563" } }));
    }

    [Theory]
    [InlineData("klimanettverket-vest", true)]
    [InlineData("ab", false)]
    [InlineData("-klima", false)]
    [InlineData("klima--vest", false)]
    [InlineData("Klima", false)]
    [InlineData("klima/../x", false)]
    [InlineData("blåbær", false)]
    public void An_address_is_small_letters_digits_and_hyphens(string slug, bool stands) => Assert.Equal(
        stands ? null : RefusalReason.ImplausibleSlug,
        Given().When(Owner, new AddressSet(slug)).Refusal?.Reason);

    [Fact]
    public void What_somebody_else_has_changed_since_it_was_read_is_not_overwritten()
    {
        var story = Given().When(Owner, new Introduced("Nytt", "Om"));
        Assert.Equal(RefusalReason.ChangedByOther, story.When(Helper, new Introduced("Mitt", "Om")).Refusal?.Reason);
        Assert.Equal("Nytt", story[0].Ingress.Value);
        var stad = Member(1, "Stad") with { CameAfter = ["1441", "1443"] };
        story.When(Owner, new MembersAdded([stad]));
        var since = stad with { From = new DateOnly(2020, 1, 1) };
        Assert.Null(story.When(Helper, new MemberChanged(since, stad with { CameAfter = [] })).Refusal);
        Assert.Equal(RefusalReason.ChangedByOther, story.When(Owner, new MemberChanged(stad with { Name = "X" }, stad)).Refusal?.Reason);
    }

    [Fact]
    public void An_erased_network_is_there_for_nobody()
    {
        var story = Given().When(Owner, new NetworkErased());
        Assert.Equal(RefusalReason.NoSuchNetwork, story.When(Owner, new Renamed("X")).Refusal?.Reason);
        Assert.False(NetworkView.For(story[0], Owner, hasReports: true).Exists);
    }
}
