using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Promises;

/// <summary>
/// The letter that asks a party what became of its promises, in the party's language, whatever language the organiser uses.
/// </summary>
internal sealed class Reminders(PublicLinks links, MailOutbox outbox)
{
    /// <summary>What the letters are called in the outbox.</summary>
    public const string Kind = "lofter";

    // In the morning in Norway, winter and summer.
    private static readonly TimeOnly _hour = new(7, 0);

    private static readonly ResourceManager Words = new(typeof(PromiseTexts));

    /// <summary>The letter.</summary>
    /// <param name="view">The gathering, for those who follow all pairs.</param>
    /// <param name="party">Whom it is to.</param>
    /// <param name="token">The party's link.</param>
    /// <param name="email">Where; empty for a text to copy.</param>
    /// <param name="language">In which language.</param>
    public Letter LetterTo(GatheringView view, Party party, string token, string email, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language.Culture());
        var promises = (view.Work(party.Id)?.Promises ?? []).Select(promise => $"• {promise.Commitment.What.OnOneLine.Value}");
        return new(party.Id, email, Say("LetterSubject", view.Facts.Title.OnOneLine.Value), Say(
            "LetterText",
            party.Name.OnOneLine.Value,
            view.Facts.Title.OnOneLine.Value,
            view.Facts.Date.ToString("D", culture),
            string.Join('\n', promises),
            links.To(Addresses.Followup(token)).AbsoluteUri,
            view.Facts.Network.OnOneLine.Value
        ));

        string Say(string key, params object[] parts) => string.Format(culture, Words.GetString(key, culture)!, parts);
    }

    /// <summary>Sends letters now, or on the follow-up day.</summary>
    public Task SendAsync(GatheringView view, IReadOnlyCollection<Letter> letters, DateTimeOffset now, bool onTheDay)
    {
        var day = new DateTimeOffset(FollowupDay.Of(view.Facts).ToDateTime(_hour), TimeSpan.Zero);
        return outbox.QueueAsync(view.Id, Kind, letters, onTheDay && day > now ? day : now);
    }
}
