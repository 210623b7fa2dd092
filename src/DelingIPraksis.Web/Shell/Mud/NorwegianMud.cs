using Microsoft.Extensions.Localization;
using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>The component library speaks English by itself; these are its words in bokmål and nynorsk.</summary>
internal sealed class NorwegianMud(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
