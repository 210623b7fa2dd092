using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Programme.Speakers;

/// <summary>A reminder to a speaker, to paste in an e-mail: what is missing, and the link. In the language of the recipient.</summary>
internal static class SpeakerReminder
{
    private static readonly ResourceManager _texts = new(typeof(SpeakerPanelTexts));

    /// <summary>The reminder about one talk.</summary>
    /// <param name="facts">The gathering.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="link">The link of the talk.</param>
    /// <param name="language">The language.</param>
    public static string Write(GatheringFacts facts, Talk talk, Uri link, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(
            language switch { Language.Nynorsk => "nn-NO", Language.English => "en-GB", _ => "nb-NO" });
        var names = talk.Speakers.Select(speaker => speaker.Name.Value).ToList();
        return string.Join(
            "\n\n",
            names.Count == 0 ? Say("HelloAnyone") : Say("Hello", Listed(names)),
            Say("Thanks", talk.Title.OnOneLine, facts.Title.OnOneLine, Listed(Needs(SpeakerLacks.Of(talk)))),
            $"{Say("Way")}\n{link.AbsoluteUri}",
            Say("Bye", facts.Network.OnOneLine));

        string Say(string key, params object[] values) =>
            string.Format(new CountFormat(culture), _texts.GetString(key, culture) ?? key, values);

        List<string> Needs(SpeakerLacks lacks) =>
        [
            .. new[]
            {
                lacks.Presentation ? Say("NeedPresentation") : null,
                lacks.Summary ? Say("NeedSummary") : null,
                lacks.Approval ? Say("NeedApproval") : null,
            }.OfType<string>().DefaultIfEmpty(Say("NeedApproval")),
        ];

        string Listed(List<string> items) =>
            items.Count == 1 ? items[0] : Say("And", string.Join(", ", items[..^1]), items[^1]);
    }
}
