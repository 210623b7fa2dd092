using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Board;

/// <summary>Joins names: «Kari», «Kari og Ola», «Kari, Ola og Per».</summary>
internal static class NameList
{
    public static string Of(IEnumerable<string> names, IStringLocalizer<BoardTexts> texts)
    {
        var all = names.ToList();
        return all.Count < 2 ? all.FirstOrDefault() ?? "" : texts["NamesAnd", string.Join(", ", all[..^1]), all[^1]];
    }
}
