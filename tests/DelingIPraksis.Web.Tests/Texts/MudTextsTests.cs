using System.Collections;
using System.Resources;
using MudBlazor;

namespace DelingIPraksis.Web.Tests.Texts;

public sealed class MudTextsTests
{
    [Fact]
    public void Every_text_of_the_component_library_has_a_translation()
    {
        using var english = new ResourceReader(
            typeof(MudButton).Assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!
        );
        var keys = english.Cast<DictionaryEntry>().Select(text => (string)text.Key).Order(StringComparer.Ordinal);
        Assert.Equal(keys, ResxFiles.Read("MudTexts", "nb").Keys.Order(StringComparer.Ordinal));
    }
}
