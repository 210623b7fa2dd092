using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Texts;

/// <summary>A relative time in a word or two. (The libraries for it do not have nynorsk.)</summary>
public static class RelativeTime
{
    /// <summary>For notes: «nå», «2 min», «3 t», «2 d».</summary>
    public static string Ago(this IStringLocalizer<CommonTexts> texts, TimeSpan age) => age switch
    {
        { TotalSeconds: < 60 } => texts["AgoNow"],
        _ => Longer(texts, age),
    };

    /// <summary>For the facilitator, who needs to see half a minute of silence: «nå», «40 s», «2 min».</summary>
    public static string AgoBySeconds(this IStringLocalizer<CommonTexts> texts, TimeSpan age) => age switch
    {
        { TotalSeconds: < 5 } => texts["AgoNow"],
        { TotalSeconds: < 60 } => texts["AgoSeconds", (int)age.TotalSeconds],
        _ => Longer(texts, age),
    };

    private static string Longer(IStringLocalizer<CommonTexts> texts, TimeSpan age) => age switch
    {
        { TotalMinutes: < 60 } => texts["AgoMinutes", (int)age.TotalMinutes],
        { TotalHours: < 24 } => texts["AgoHours", (int)age.TotalHours],
        _ => texts["AgoDays", (int)age.TotalDays],
    };
}
