namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// What a list of sign-ins calls a browser: its make and the system, such as «Firefox, Windows». The rest of what a browser says of
/// itself is not kept, because it could tell people apart.
/// </summary>
internal static class BrowserName
{
    // Each says that it is those after it too.
    private static readonly (string Sign, string Name)[] _makes =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] _systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>The name, or an empty text for what is no known browser.</summary>
    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { In(userAgent, _makes), In(userAgent, _systems) }.OfType<string>());

    private static string? In(string? text, (string Sign, string Name)[] known) =>
        known.FirstOrDefault(one => text?.Contains(one.Sign, StringComparison.Ordinal) == true).Name;
}
