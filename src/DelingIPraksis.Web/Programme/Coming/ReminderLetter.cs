using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Answering;

namespace DelingIPraksis.Web.Programme.Coming;

/// <summary>
/// The reminder to those who have not answered their invitation, to paste in an e-mail, in the language of the recipients and not of the
/// organiser.
/// </summary>
internal static class ReminderLetter
{
    private static readonly ResourceManager _texts = new(typeof(RsvpTexts));

    /// <param name="view">The gathering.</param>
    /// <param name="language">The language of the letter.</param>
    /// <param name="to">To whom: one party, or all that lack.</param>
    /// <param name="links">The parties' own links. A party without one is written to without.</param>
    public static string Write(
        GatheringView view, Language language, IReadOnlyList<Party> to, IReadOnlyDictionary<Id<Party>, Uri> links)
    {
        var culture = CultureInfo.GetCultureInfo(
            language switch { Language.Nynorsk => "nn-NO", Language.English => "en-GB", _ => "nb-NO" });
        var facts = view.Facts;
        return string.Join("\n\n", new[]
        {
            to is [var one] ? Say("ReminderHelloTo", one.Name) : Say("ReminderHello"),
            Say("ReminderText", facts.Title, facts.Date.ToString("D", culture)),
            Links(),
            Say("ReminderBye", facts.Host.IsEmpty ? facts.Network : facts.Host),
        }.Where(part => part.Length > 0));

        string Links()
        {
            var known = to.Where(party => links.ContainsKey(party.Id)).ToList();
            return known switch
            {
                [] => "",
                [var only] when to.Count == 1 => Say("ReminderLink", links[only.Id].AbsoluteUri),
                _ => string.Join('\n', known.Select(party => $"{party.Name}: {links[party.Id].AbsoluteUri}")
                    .Prepend(Say("ReminderLinksBelow"))),
            };
        }

        string Say(string key, params object[] values) => string.Format(culture, _texts.GetString(key, culture) ?? key, values);
    }
}
