using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Console.History;

/// <summary>What was done, as the rest of a sentence that begins with who did it.</summary>
internal sealed class ActionWords(IStringLocalizer<ConductingTexts> texts, IStringLocalizer<PhaseTexts> phases)
{
    public string Line(LeaderAction doing, GatheringView view) =>
        texts["DidLine", doing.By ?? texts["DidSomebody"].Value, WordsOf(doing.Change, view)];

    private string WordsOf(Change change, GatheringView view) => change switch
    {
        PairsProposed c => texts["DidPropose", string.Join(" · ", c.Pairs.Select(pair => Names(view, pair.Members)))],
        PairsShown => texts["DidShow"],
        PairsTakenBack => texts["DidTakeBackPairs"],
        PairsPreviewed c => texts[c.Pairs.IsEmpty ? "DidHidePreview" : "DidPreview"],
        PairWished c => texts[c.Wish.Together ? "DidWantTogether" : "DidWantApart", Name(view, c.Wish.One), Name(view, c.Wish.Other)],
        PairWishDropped c => texts["DidDropWish", Name(view, c.One), Name(view, c.Other)],
        PhaseEntered c => texts["DidMoveAll", Phase(view, c.To)],
        PairMoved c => texts["DidMovePair", PairOf(view, c.Pair), Phase(view, c.To)],
        ClockPaused => texts["DidPause"],
        ClockResumed => texts["DidResume"],
        TimeAdded { Pair: { } pair } c =>
            texts[c.Minutes > 0 ? "DidGivePairTime" : "DidTakePairTime", PairOf(view, pair), Math.Abs(c.Minutes)],
        TimeAdded c => texts[c.Minutes > 0 ? "DidGiveTime" : "DidTakeTime", Math.Abs(c.Minutes)],
        TurnPassed c => texts["DidPassTurn", PairOf(view, c.Pair)],
        MessageSent { Text.IsEmpty: true } => texts["DidTakeMessageAway"],
        MessageSent { To: { } to } => texts["DidWriteTo", Names(view, to)],
        MessageSent => texts["DidWriteToAll"],
        LeadTaken => texts["DidTakeLead"],
        DoorSet c => texts[c switch { { Open: false } => "DidCloseDoor", { Guarded: true } => "DidGuardDoor", _ => "DidOpenDoor" }],
        WallSet => texts["DidSetWall"],
        NoteHidden c => texts[c.Hidden ? "DidHideNote" : "DidShowNote"],
        PersonAdmitted => texts["DidAdmit"],
        PersonDeclined => texts["DidDecline"],
        PersonMoved c => texts["DidMovePerson", Name(view, c.Party)],
        PersonShownOut c => texts[c.Back ? "DidLetBack" : "DidShowOut"],
        HelpAnswered c => texts["DidHelp", Name(view, c.Party)],
        WorkshopClosed => texts["DidClose"],
        WorkshopReopened => texts["DidReopen"],
        _ => "",
    };

    private string Phase(GatheringView view, int position) =>
        position >= 0 && position < view.Plan.Count ? phases[view.Plan[position].Kind.ToString()] : "–";

    private static string PairOf(GatheringView view, Id<Domain.GroupWork.Pair> id) =>
        view.Pairs.FirstOrDefault(pair => pair.Id == id) is { } pair ? Names(view, pair.Members) : "–";

    private static string Names(GatheringView view, IEnumerable<Id<Party>> parties) =>
        string.Join(" + ", parties.Select(party => Name(view, party)));

    private static string Name(GatheringView view, Id<Party> party) => view.Party(party)?.Name.Value ?? "–";
}
