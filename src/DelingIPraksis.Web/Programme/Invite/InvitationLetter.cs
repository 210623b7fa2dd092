using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Programme.Invite;

/// <summary>
/// The invitation as a letter to paste in an e-mail, in the language of the recipients and not of the organiser.
/// </summary>
internal sealed class InvitationLetter(GatheringView view, string? code, Uri join)
{
    private static readonly ResourceManager _texts = new(typeof(InvitationTexts));

    /// <summary>The letter to one party with its own link, or to all with the code.</summary>
    public string Write(Language language, Party? to, Uri? link)
    {
        var culture = CultureInfo.GetCultureInfo(
            language switch
            {
                Language.Nynorsk => "nn-NO",
                Language.English => "en-GB",
                _ => "nb-NO",
            }
        );
        var facts = view.Facts;
        List<string> parts =
        [
            to is null ? Say("LetterHello") : Say("LetterHelloTo", to.Name),
            Say("LetterIntro", facts.Network, facts.Title),
            string.Join('\n', Facts()),
            facts.Ingress.Value,
            view.Theme.IsEmpty
                ? ""
                : Say("LetterWorkshop", view.Theme)
                    + (view.Plan.Count > 0 ? $" {Say("LetterMinutes", view.Plan.Sum(phase => phase.Minutes))}" : ""),
            Say("LetterPrepare"),
            link is not null ? Say("LetterLink", link.AbsoluteUri) : code is not null ? Say("LetterCode", join.AbsoluteUri, code) : "",
            link is not null ? Say("LetterAnswer") : "",
            facts.Meeting is { } meeting ? Say("LetterMeeting", meeting.AbsoluteUri) : "",
            view.Blocks.Count > 0 ? string.Join('\n', [Say("LetterProgramme"), .. Programme()]) : "",
            $"{Say("LetterStored")} {RetentionWords.InLetter(view.RetentionDates, culture)}",
            Say("LetterBye", facts.Host.IsEmpty ? facts.Network : facts.Host),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));

        string Say(string key, params object[] values) =>
            string.Format(new CountFormat(culture), _texts.GetString(key, culture) ?? key, values);

        IEnumerable<string> Facts()
        {
            yield return Say("LetterWhen", facts.Date.ToString("D", culture) + Hours(facts));
            if (!facts.Place.IsEmpty) yield return Say("LetterWhere", facts.Place);
            if (!facts.Host.IsEmpty) yield return Say("LetterHost", facts.Host);
        }

        IEnumerable<string> Programme()
        {
            foreach (var block in view.Blocks)
            {
                if (!block.IsTalk) yield return $"• {block.Title}";
                foreach (var talk in block.Talks)
                {
                    var speakers = string.Join(", ", talk.Speakers.Select(speaker => speaker.Name));
                    var mark = block.IsTalk ? "•" : "   –";
                    yield return speakers.Length == 0 ? $"{mark} {talk.Title}" : $"{mark} {talk.Title} ({speakers})";
                }

                if (block.HasWorkshop) yield return $"   – {Say("LetterWorkshopLine", view.Theme)}";
            }
        }
    }

    private static string Hours(GatheringFacts facts) => (facts.StartsAt, facts.EndsAt) switch
    {
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $", {from:HH\\.mm}–{to:HH\\.mm}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $", {from:HH\\.mm}"),
        _ => "",
    };
}
