using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Words for a reply that says nothing was stored.</summary>
public static class NotStoredWords
{
    /// <summary>Why it was not stored now, and that it may be tried again.</summary>
    public static string Say(this IStringLocalizer<RefusalTexts> texts, Reply.NotStored away) =>
        away is Reply.TooFast ? texts["TooFast"] : texts.SayNotStored();
}
