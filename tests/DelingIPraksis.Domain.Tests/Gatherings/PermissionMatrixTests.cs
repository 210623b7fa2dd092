using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>Who may ask for what, as one table. A new verb without a row here fails.</summary>
public sealed class PermissionMatrixTests
{
    // O organiser, F facilitator, P participant, - the application alone, * anybody with an account
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["gathering-created"] = "*",
        ["gathering-imported"] = "*",
        ["rehearsal-erased"] = "OF",
        ["gathering-erased"] = "O",
        ["retention-set"] = "O",
        ["names-erased"] = "-",
        ["face-taken"] = "-",
        ["person-erased"] = "OP",
        ["gathering-described"] = "O",
        ["block-put"] = "O",
        ["block-described"] = "O",
        ["block-moved"] = "O",
        ["block-removed"] = "O",
        ["talk-put"] = "O",
        ["talk-moved"] = "O",
        ["talk-removed"] = "O",
        ["talk-set-apart"] = "O",
        ["points-placed"] = "O",
        ["welcome-described"] = "O",
        ["pairs-recorded"] = "O",
        ["party-attended"] = "O",
        ["party-invited"] = "OF",
        ["invitation-answered"] = "OF",
        ["party-renamed"] = "OF",
        ["party-withdrawn"] = "OF",
        ["staff-appointed"] = "O",
        ["workshop-planned"] = "O",
        ["person-joined"] = "-",
        ["person-knocked"] = "-",
        ["person-admitted"] = "OF",
        ["person-declined"] = "OF",
        ["person-moved"] = "OFP",
        ["person-shown-out"] = "OF",
        ["door-set"] = "OF",
        ["pairs-proposed"] = "OF",
        ["pairs-previewed"] = "OF",
        ["partner-answered"] = "-",
        ["pair-wished"] = "OF",
        ["pair-wish-dropped"] = "OF",
        ["pairs-shown"] = "OF",
        ["pairs-taken-back"] = "OF",
        ["phase-entered"] = "OF",
        ["lead-taken"] = "OF",
        ["pair-moved"] = "OF",
        ["clock-paused"] = "OF",
        ["clock-resumed"] = "OF",
        ["time-added"] = "OF",
        ["turn-passed"] = "OFP",
        ["message-sent"] = "OF",
        ["wall-set"] = "OF",
        ["note-hidden"] = "OF",
        ["workshop-closed"] = "OF",
        ["workshop-reopened"] = "OF",
        ["text-written"] = "P",
        ["listening-noted"] = "P",
        ["feedback-written"] = "P",
        ["feedback-handed-over"] = "P",
        ["feedback-answered"] = "P",
        ["note-added"] = "P",
        ["note-edited"] = "P",
        ["note-moved"] = "P",
        ["note-deleted"] = "P",
        ["note-restored"] = "P",
        ["note-agreed"] = "P",
        ["note-voted"] = "P",
        ["note-answers"] = "P",
        ["note-labelled"] = "P",
        ["done-said"] = "P",
        ["help-asked"] = "P",
        ["help-answered"] = "OFP",
        ["commitment-made"] = "P",
        ["point-put"] = "O",
        ["point-moved"] = "O",
        ["point-removed"] = "O",
        ["points-put"] = "O",
        ["points-removed"] = "O",
        ["point-worded"] = "O",
        ["point-sourced"] = "O",
        ["point-confirmed"] = "O",
        ["section-put"] = "O",
        ["section-removed"] = "O",
        ["group-put"] = "O",
        ["notes-grouped"] = "O",
        ["notes-left-out"] = "O",
        ["report-text-written"] = "O",
        ["report-chosen"] = "O",
        ["consent-asked"] = "O",
        ["consent-given"] = "P",
        ["consent-called-off"] = "O",
        ["report-published"] = "O",
        ["report-withdrawn"] = "O",
    };

    public static TheoryData<string> Names() => [.. Verbs.All.Select(Verbs.NameOf)];

    [Fact]
    public void Every_verb_has_a_row_and_every_row_a_verb() => Assert.Equal(Expected.Keys.Order(), Verbs.All.Select(Verbs.NameOf).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_role_may_ask_for_what_the_table_says(string verb)
    {
        var change = Blank(verb);
        var row = Expected[verb];
        Assert.True(Permissions.MayAsk(Role.Application, change));
        Assert.Equal(row.Contains('O', StringComparison.Ordinal), Permissions.MayAsk(Role.Organiser, change));
        Assert.Equal(row.Contains('F', StringComparison.Ordinal), Permissions.MayAsk(Role.Facilitator, change));
        Assert.Equal(row.Contains('P', StringComparison.Ordinal), Permissions.MayAsk(Role.Participant, change));
        Assert.Equal(row == "*", Permissions.MayAsk(Role.Observer, change));
        Assert.Equal(row == "*", Permissions.MayAsk(Role.None, change));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nobody_without_a_role_changes_a_gathering_that_exists(string verb)
    {
        foreach (var actor in new[] { Story.Stranger, Story.Observer, Story.From(77), new Actor.Account(Ids.User(99)) })
            Assert.NotNull(Story.WithPairs(2).When(actor, Blank(verb)).Refusal);
    }

    private static Change Blank(string verb) => (Change)Sample.Of(Verbs.All.Single(change => Verbs.NameOf(change) == verb));
}
