using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Programme;

/// <summary>Describes a change to the programme, as the text after «Angre:».</summary>
internal sealed class ProgrammeWords(
    IStringLocalizer<ProgrammeTexts> texts, IStringLocalizer<RetentionTexts> retention, IStringLocalizer<PhaseTexts> phases)
{
    private const int Longest = 60;

    /// <param name="step">What was done.</param>
    /// <param name="before">The gathering as it was before it.</param>
    /// <param name="names">The names of the accounts.</param>
    public string Of(Step step, GatheringView before, IReadOnlyDictionary<Id<User>, string> names) => step switch
    {
        { Change: PartyInvited } when step.Entries.TrueForAll(entry => entry.Change is PartyInvited) => texts[
            "UndoAdd",
            TextTruncation.Shorten(string.Join(", ", step.Entries.Select(entry => ((PartyInvited)entry.Change).Name)), Longest)
        ],
        _ when step.Entries.Count == 1 || IsFromOneField(step) => Of(step.Change, before, names),
        _ => texts["SeriesTitle"],
    };

    private static bool IsFromOneField(Step step) =>
        step.Entries.TrueForAll(entry =>
            entry.Change is GatheringDescribed or BlockDescribed or TalkPut { Read: not null } or WorkshopPlanned or WelcomeDescribed);

    private string Of(Change change, GatheringView before, IReadOnlyDictionary<Id<User>, string> names)
    {
        return change switch
        {
            GatheringDescribed c => string.Join(
                ", ", RecordParts.Changed(c.Read ?? before.Facts, c.Facts).Select(part => texts[FieldOf(part)].Value)),
            WorkshopPlanned c => PlanOf(before, c),
            BlockPut c => texts["UndoAdd", c.Block.Name],
            BlockDescribed { HasWorkshop: not null } => texts["HasWorkshop"],
            BlockDescribed c => texts["UndoText", c.Title ?? BlockOf(c.Block)],
            BlockMoved c => texts["UndoMove", BlockOf(c.Block)],
            BlockRemoved c => texts["UndoRemove", BlockOf(c.Block)],
            TalkPut { Read: null } c => texts["UndoAdd", c.Talk.Title],
            TalkPut c => texts["UndoText", c.Talk.Title],
            TalkMoved c => texts["UndoMove", TalkOf(c.Talk)],
            TalkSetApart c => texts["UndoMove", TalkOf(c.Talk)],
            PointsPlaced => texts["UndoMove", texts["PointsPlace"].Value],
            WelcomeDescribed => texts["UndoText", texts["WelcomeTitle"].Value],
            PairsRecorded => texts["PairsTitle"],
            PartyAttended c => texts["UndoAttended", PartyOf(c.Party)],
            InvitationAnswered c => texts["UndoAnswer", PartyOf(c.Party)],
            TalkRemoved c => texts["UndoRemove", TalkOf(c.Talk)],
            PartyInvited c => texts["UndoAdd", c.Name],
            PartyRenamed c => texts["UndoRename", PartyOf(c.Party)],
            PartyWithdrawn c => texts["UndoRemove", PartyOf(c.Party)],
            StaffAppointed c => texts["UndoRole", names.GetValueOrDefault(c.User) ?? texts["NameGone"].Value],
            RetentionSet => retention["Title"],
            _ => "",
        };

        PlainText BlockOf(Id<Block> id) => before.Blocks.FirstOrDefault(block => block.Id == id)?.Name ?? "";

        PlainText TalkOf(Id<Talk> id) =>
            before.Blocks.SelectMany(block => block.Talks).FirstOrDefault(talk => talk.Id == id)?.Title ?? "";

        PlainText PartyOf(Id<Party> id) => before.Party(id)?.Name ?? "";
    }

    // The keys of the labels are the names of the facts.
    private static string FieldOf(string part) => char.ToUpperInvariant(part[0]) + part[1..];

    private string PlanOf(GatheringView before, WorkshopPlanned planned)
    {
        if (planned.Plan.SequenceEqual(before.Plan)) return texts["Theme"];
        var (was, became) = (before.Plan.ToImmutableList(), planned.Plan);
        var place = was.Zip(became).TakeWhile(pair => pair.First == pair.Second).Count();
        if (became.Count == was.Count - 1 && was.RemoveAt(place).SequenceEqual(became)) return Name(was[place]);
        if (became.Count == was.Count + 1 && became.RemoveAt(place).SequenceEqual(was)) return Name(became[place]);
        if (PhaseKey.SameOrder(was, became)) return Name(became[place]);
        // After a move down the next one has its old place.
        var moved = was.ElementAtOrDefault(place + 1) == became.ElementAtOrDefault(place)
            ? was.ElementAtOrDefault(place)
            : became.ElementAtOrDefault(place);
        return moved is not null && was.Remove(moved).SequenceEqual(became.Remove(moved)) ? Name(moved) : texts["Template"];

        string Name(Phase phase) => phases[phase.Kind.ToString()];
    }
}
