using DelingIPraksis.Domain.Gatherings;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Texts;

/// <summary>Why something was refused, and what one can do: one text for each <see cref="RefusalReason"/>, by its name.</summary>
public sealed class RefusalTexts;

/// <summary>Words a refusal. No other class does.</summary>
public static class Refusals
{
    /// <summary>A refusal in the reader's language.</summary>
    public static string Say(this IStringLocalizer<RefusalTexts> texts, Refusal refusal) =>
        texts[refusal.Reason.ToString(), refusal.Limit ?? 0];

    /// <summary>That the change could not be stored now, and will be tried again.</summary>
    public static string SayNotStored(this IStringLocalizer<RefusalTexts> texts) => texts["NotStored"];
}
