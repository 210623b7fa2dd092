using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Pairing;

/// <summary>Words the reasons for a pair, and for a refusal, in the reader's language. The solver gives codes only.</summary>
public sealed class ReasonWords(IStringLocalizer<PairingTexts> texts, IStringLocalizer<CommonTexts> common)
{
    /// <summary>The texts for the command line, where no service runs.</summary>
    public static ReasonWords Alone()
    {
        var files = new CountedLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        return new ReasonWords(new StringLocalizer<PairingTexts>(files), new StringLocalizer<CommonTexts>(files));
    }

    /// <summary>The sentences for a group, the most important first.</summary>
    public string Of(Pair pair, GatheringView view)
    {
        var sentences = pair.Reasons.GroupBy(reason => reason.Code).OrderBy(reasons => reasons.Key)
            .SelectMany(reasons =>
                Together(reasons.Key, [.. reasons], pair.Members.Count) ?? reasons.Select(reason => Of(AsTheyStand(reason, pair), view))
            );
        return string.Join(" ", sentences);
    }

    // A reason that is symmetric names the parties in the order of the pair. Asks and offers are not symmetric.
    private static PairingReason AsTheyStand(PairingReason reason, Pair pair) => reason.Code == PairingReasonCode.AskMeetsOffer
        ? reason
        : reason with { Keys = [.. reason.Keys.OrderBy(key => pair.Members.FindIndex(member => member.ToString() == key))] };

    /// <summary>One reason as a sentence.</summary>
    public string Of(PairingReason reason, GatheringView view) => Of(reason, key => NameOf(key, view));

    /// <summary>One reason as a sentence, with the names that the keys have.</summary>
    public string Of(PairingReason reason, Func<string, string> nameOf)
    {
        var names = reason.Keys.Select(nameOf).ToList();
        var one = reason.Count == 1 ? "Once" : "";
        return reason.Code switch
        {
            PairingReasonCode.MetBefore =>
                texts[$"ReasonMetBefore{one}", names[0], names[1], reason.Count, DateOf(reason), CalledThen(reason)] + About(reason),
            PairingReasonCode.MetLastTime => texts["ReasonMetLastTime", names[0], names[1]],
            PairingReasonCode.TrioSeat when reason.Count == 0 => texts["ReasonTrioSeatFirst", names[0]],
            PairingReasonCode.TrioSeat => texts[$"ReasonTrioSeat{one}", names[0], reason.Count, DateOf(reason)],
            PairingReasonCode.AskMeetsOffer => texts["ReasonAskMeetsOffer", names[0], names[1], string.Join(", ", reason.Words)],
            PairingReasonCode.MeetAgainToday => texts[$"ReasonMeetAgainToday{one}", names[0], names[1], reason.Count],
            PairingReasonCode.HostInTrio => texts["ReasonHostInTrio", names[0]],
            _ => texts[$"Reason{reason.Code}", names[0], names[1]],
        };
    }

    /// <summary>Why there is no proposal.</summary>
    public string Of(PairingRefusal refusal, GatheringView view) => Of(refusal, key => NameOf(key, view));

    /// <summary>Why there is no proposal, with the names that the keys have.</summary>
    public string Of(PairingRefusal refusal, Func<string, string> nameOf)
    {
        var names = string.Join(", ", refusal.Keys.Select(nameOf));
        var loosen = refusal.Loosen.Select(rule => texts[$"Rule{rule.Kind}", nameOf(rule.First), nameOf(rule.Second)].Value);
        return refusal.Code == PairingRefusalCode.RulesImpossible
            ? texts["RefusalRulesImpossible", string.Join($" {common["And"].Value} ", loosen)]
            : texts[$"Refusal{refusal.Code}", names, refusal.Group + 1 ?? 0, refusal.Keys.Count];
    }

    /// <summary>A rule, and whether it is kept or who breaks it.</summary>
    public string Of(RuleVerdict rule, Func<string, string> nameOf)
    {
        var says = texts[$"Rule{rule.Rule}", [.. rule.Keys.Select(nameOf)]].Value;
        var by = rule.BrokenBy.Select(keys => string.Join(" + ", keys.Select(nameOf)));
        return rule.Kept ? texts["RuleKept", says] : texts["RuleBroken", says, string.Join(", ", by)];
    }

    /// <summary>A sentence about a line of a file.</summary>
    public string AtLine(long line, string sentence) => texts["AtLine", line, sentence];

    /// <summary>A sentence that is about no group, by its name in the texts.</summary>
    public string Of(string name) => texts[name];

    /// <summary>Combines reasons that would be repeated for a pair, or for the three pairs of a trio.</summary>
    private IEnumerable<string>? Together(PairingReasonCode code, IReadOnlyList<PairingReason> reasons, int members) =>
        (code, members) switch
        {
            (PairingReasonCode.TrioSeat, _) when reasons.All(reason => reason.Count == 0) => [texts["ReasonTrioSeatNone"]],
            (PairingReasonCode.NeverMet, 3) when reasons.Count == 3 => [texts["ReasonNeverMetAll"]],
            // The two names are shown beside the sentence.
            (PairingReasonCode.NeverMet or PairingReasonCode.SameCounty or PairingReasonCode.UnlikeCounty, 2) => [texts[$"Two{code}"]],
            (PairingReasonCode.UnlikeCounty, 3) => reasons.Count == 3 ? [texts["ReasonUnlikeCountyAll"]] : [],
            _ => null,
        };

    private string About(PairingReason reason) => reason.Theme is null ? "" : " " + texts["ReasonTheme", reason.Theme];

    // «Møttes i juni 2018 (som Eid)».
    private string CalledThen(PairingReason reason) =>
        reason.Words.Count == 0 ? "" : texts["ReasonCalledThen", string.Join($" {common["And"].Value} ", reason.Words)];

    private string DateOf(PairingReason reason) => reason.Date?.ToString(texts["DateForm"], CultureInfo.CurrentCulture) ?? "";

    // A key without a party belongs to an earlier gathering and is its own name.
    private static string NameOf(string key, GatheringView view) =>
        Domain.Id<Party>.TryParse(key, null, out var id) && view.Party(id) is { } party ? party.Name.Value : key;
}
