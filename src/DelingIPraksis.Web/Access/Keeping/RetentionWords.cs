using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>Words how long a gathering is kept, in a sentence or two. No other class does.</summary>
public static class RetentionWords
{
    private static readonly ResourceManager _texts = new(typeof(RetentionTexts));

    /// <summary>For a person who is about to join, as the rest of a sentence.</summary>
    public static string ToJoiner(this IStringLocalizer<RetentionTexts> texts, RetentionDates until) => until switch
    {
        { Names: { } names, All: { } all } => texts["YouBoth", texts.Day(names), texts.Day(all)],
        { Names: { } names } => texts["YouNames", texts.Day(names)],
        { All: { } all } => texts["YouAll", texts.Day(all)],
        _ => texts["YouOpen"],
    };

    /// <summary>For those who own or lead the gathering: what is erased when.</summary>
    public static string ToOrganiser(this IStringLocalizer<RetentionTexts> texts, RetentionDates until)
    {
        var names = until switch
        {
            { NamesErasedAt: { } at } => texts["NamesWent", texts.Day(DateOnly.FromDateTime(at.UtcDateTime))].Value,
            { Names: { } day } => texts["NamesGo", texts.Day(day)].Value,
            _ => null,
        };
        return string.Join(
            ' ',
            new[] { names, until.All is { } all ? texts["AllGoes", texts.Day(all)].Value : texts["AllStays"].Value }.OfType<string>()
        );
    }

    /// <summary>For a letter, in the recipients' language.</summary>
    public static string InLetter(RetentionDates until, CultureInfo language)
    {
        List<string> parts = [];
        if (until.Names is { } names) parts.Add(Say("LetterNames", names));
        if (until.All is { } all) parts.Add(Say("LetterAll", all));
        return parts.Count > 0 ? string.Join(' ', parts) : _texts.GetString("LetterOpen", language)!;

        string Say(string key, DateOnly day) =>
            string.Format(
                new CountFormat(language),
                _texts.GetString(key, language)!,
                day.ToString(_texts.GetString("Day", language), language)
            );
    }

    private static string Day(this IStringLocalizer<RetentionTexts> texts, DateOnly day) =>
        day.ToString(texts["Day"], CultureInfo.CurrentCulture);
}
