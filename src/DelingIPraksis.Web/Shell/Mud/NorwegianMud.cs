using Microsoft.Extensions.Localization;
using MudBlazor;

namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>The texts of MudBlazor in bokmål and nynorsk. English is built in.</summary>
internal sealed class NorwegianMud(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
