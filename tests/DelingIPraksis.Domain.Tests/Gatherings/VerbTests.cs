using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>
/// Every record of <see cref="Change"/> says all that is asked of it, and has a rule. Its shape in the log is held by
/// <see cref="ChangeShapeTests"/>, who may ask for it by <see cref="PermissionMatrixTests"/>, and its words in the console's history by the
/// tests of the console.
/// </summary>
public sealed partial class VerbTests
{
    private static readonly Type[] _askedBy =
    [
        typeof(IByLeader), typeof(IByOwner), typeof(IByParticipant), typeof(IByApplication), typeof(IByAnyAccount),
    ];

    private static readonly Type[] _concerns =
    [
        typeof(IConcernsEverybody), typeof(IConcernsStaff), typeof(IConcernsParties),
        typeof(IConcernsPair), typeof(IConcernsOwnPair), typeof(IConcernsOwnParty),
    ];

    private static readonly Type[] _screens = [typeof(IOfConsole), typeof(IOfProgramme), typeof(IOfDesk)];

    public static TheoryData<Type> All() => [.. Verbs.All];

    [Fact]
    public void No_two_have_the_same_name() => Assert.Equal(Verbs.All.Count, Verbs.All.Select(Verbs.NameOf).Distinct().Count());

    [Theory]
    [MemberData(nameof(All))]
    public void A_verb_has_a_name_in_the_log(Type verb) => Assert.Matches(NamePattern(), Verbs.NameOf(verb));

    [Theory]
    [MemberData(nameof(All))]
    public void A_verb_says_who_may_ask_for_it(Type verb) => Assert.Contains(_askedBy, marker => verb.IsAssignableTo(marker));

    [Theory]
    [MemberData(nameof(All))]
    public void A_verb_says_whose_screens_it_concerns(Type verb) => Assert.Contains(_concerns, marker => verb.IsAssignableTo(marker));

    [Theory]
    [MemberData(nameof(All))]
    public void A_verb_has_a_rule(Type verb)
    {
        var change = (Change)Sample.Of(verb);
        var none = new Gathering(Sample.Of<Id<Gathering>>());
        foreach (var actor in new[] { Story.Organiser, Story.Facilitator, Story.From(0), new Actor.Application() })
        {
            Assert.IsNotType<UnreachableException>(Record.Exception(() => Story.WithPairs(2, 2).When(actor, change)));
            Assert.IsNotType<UnreachableException>(Record.Exception(() => Rules.Decide(none, At(actor, change))));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_leader_does_can_be_undone_or_says_why_not(Type verb)
    {
        var reason = verb.GetCustomAttribute<NotUndoableAttribute>()?.Because;
        if (verb.IsAssignableTo(typeof(IByLeader))) Assert.True(verb.IsAssignableTo(typeof(IUndoable)) || reason is { Length: > 0 });
        Assert.False(verb.IsAssignableTo(typeof(IUndoable)) && reason is not null);
        Assert.False(verb.IsAssignableTo(typeof(IOfConsole)) && !verb.IsAssignableTo(typeof(IByLeader)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_can_be_undone_is_of_one_screen_and_asked_for_by_those_who_are_there(Type verb)
    {
        var screens = _screens.Count(screen => verb.IsAssignableTo(screen));
        Assert.InRange(screens, verb.IsAssignableTo(typeof(IUndoable)) ? 1 : 0, 1);
        if (screens > 0) Assert.True(verb.IsAssignableTo(typeof(IByLeader)) || verb.IsAssignableTo(typeof(IByOwner)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_says_that_it_can_be_undone_is_undone_and_nothing_else(Type verb)
    {
        var change = Sample.Of(verb) is TimeAdded time ? time with { Minutes = 5 } : (Change)Sample.Of(verb);
        var entry = At(Story.Facilitator, change);
        // The parties are asked for the first time.
        var before = Sample.Of<Gathering>() with { Consent = null };
        Assert.Equal(verb.IsAssignableTo(typeof(IUndoable)), !Undo.Of(before, entry, before, entry.At).IsEmpty);
    }

    private static Entry At(Actor actor, Change change) => new(1, Sample.Of<Guid>(), Sample.Of<DateTimeOffset>(), actor, change);

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex NamePattern();
}
