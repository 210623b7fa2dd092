using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Texts;

/// <summary>
/// Chooses text by a count: <c>{0} {0:note|notes}</c> is «1 note» and «2 notes». The text before the bar is for one, the text after it
/// for any other number, as in bokmål, nynorsk and English. So a resource has both forms, and no screen has to choose.
/// </summary>
public sealed class CountFormat(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format?.Split('|') is [var one, var many]
        ? Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? one : many
        : arg is IFormattable formattable ? formattable.ToString(format, culture) : arg?.ToString() ?? "";
}

/// <summary>The localizer of a marker class, with text chosen by count.</summary>
internal sealed class CountedLocalizer(IStringLocalizer texts) : IStringLocalizer
{
    public LocalizedString this[string name] => texts[name];

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = texts[name];
            return new LocalizedString(
                name,
                string.Format(new CountFormat(CultureInfo.CurrentCulture), text.Value, arguments),
                text.ResourceNotFound,
                text.SearchedLocation
            );
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);
}

/// <summary>Creates the localizer of a marker class.</summary>
internal sealed class CountedLocalizerFactory(IOptions<LocalizationOptions> options, ILoggerFactory loggers) : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory _files = new(options, loggers);

    public IStringLocalizer Create(Type resourceSource) => new CountedLocalizer(_files.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new CountedLocalizer(_files.Create(baseName, location));
}

internal static class TextsSetup
{
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, CountedLocalizerFactory>();
        return services.AddLocalization();
    }
}
