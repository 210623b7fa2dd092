using System.Globalization;
using System.Resources;

namespace DelingIPraksis.Web.Operations.Installation;

/// <summary>Something that is wrong with the installation.</summary>
/// <param name="Key">Which text of <see cref="CheckTexts"/> says it, with what mends it.</param>
/// <param name="Values">What stands in the text: places and figures.</param>
internal sealed record Finding(string Key, params object[] Values)
{
    private static readonly ResourceManager _texts = new(typeof(CheckTexts));

    /// <summary>The sentence, in the language of the caller.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.CurrentCulture, _texts.GetString(Key, CultureInfo.CurrentUICulture)!, Values);
}
