using System.Net;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The public address of the service, from <c>--address</c>. Links outside the page (letters, QR codes, feeds) use it. When it is not set,
/// they use the address of the request, which others may not be able to open.
/// </summary>
public sealed class PublicAddress(string? address)
{
    /// <summary>The configuration key.</summary>
    public const string Key = "Deling:Address";

    /// <summary>
    /// The setting with a slash at the end, or null. <c>StartOptionsValidator</c> refuses an invalid address at the start.
    /// </summary>
    public Uri? Set { get; } = Parse(address);

    /// <summary>The address without its folder, as a browser writes it in <c>Origin</c>. Null when it is not set.</summary>
    public string? Origin => Set is null ? null : $"{Set.Scheme}://{Host}";

    /// <summary>Host and port, as a browser writes them in <c>Host</c>. Null when the address is not set.</summary>
    public string? Host => Set is null ? null : Set.IsDefaultPort ? HostName : string.Create(null, $"{HostName}:{Set.Port}");

    // IdnHost leaves out the brackets of an IPv6 address, and without them its last part looks like a port.
    private string? HostName => Set?.HostNameType is UriHostNameType.IPv6 ? Set.Host : Set?.IdnHost;

    /// <summary>The folder of the service on its host, such as <c>/deling</c>. Empty when the service has the whole host.</summary>
    public PathString Folder => Set is null ? PathString.Empty : PathString.FromUriComponent(Set.AbsolutePath.TrimEnd('/'));

    /// <summary>An absolute address, for use outside the page of this request.</summary>
    /// <param name="request">Gives the address when none is set.</param>
    /// <param name="path">From the base of the service, without a slash in front.</param>
    public Uri To(HttpRequest request, string path) => new(Set ?? new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/"), path);

    /// <summary>An http(s) address without query and fragment, or null.</summary>
    public static Uri? Parse(string? address) =>
        Uri.TryCreate(address?.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0 && !IsAnyAddress(uri.IdnHost)
            ? uri
            : null;

    /// <summary>Whether a request's host is the host of the address. An IP address may be written in any form.</summary>
    /// <param name="host">Without the port; an IPv6 address in brackets.</param>
    public bool IsSet(string host) =>
        string.Equals(host, HostName, StringComparison.OrdinalIgnoreCase) || (Number(HostName) is { } set && IsNumber(host, set));

    /// <summary>Whether a host name is this IP address. An IPv4 address may be written as IPv6.</summary>
    public static bool IsNumber(string host, IPAddress address) =>
        Number(host) is { } number && number.MapToIPv6().GetAddressBytes().AsSpan().SequenceEqual(address.MapToIPv6().GetAddressBytes());

    private static IPAddress? Number(string? host) => IPAddress.TryParse(host?.Trim('[', ']'), out var number) ? number : null;

    /// <summary>Whether a host name is a loopback address.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (Number(host) is { } address && IPAddress.IsLoopback(address));

    /// <summary>Whether a host name is only for listening, such as 0.0.0.0. Nobody can open it.</summary>
    public static bool IsAnyAddress(string host) =>
        host is "*" or "+" || (Number(host) is { } address && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}

/// <summary>Makes absolute links for use outside the page: in letters, QR codes, calendars, and read aloud.</summary>
public sealed class PublicLinks(PublicAddress address, NavigationManager navigation)
{
    private Uri Base => address.Set ?? new Uri(navigation.BaseUri);

    /// <summary>
    /// Whether the links fail for others: no address is set, and the user opened the page by a local address of this machine.
    /// </summary>
    public bool LeadNowhere => PublicAddress.IsLoopback(Base.Host) || PublicAddress.IsAnyAddress(Base.Host);

    /// <summary>The absolute address of a page.</summary>
    /// <param name="path">From the base of the service, without a slash in front.</param>
    public Uri To(string path) => new(Base, path);

    /// <summary>The address without <c>https://</c>, to read aloud and to type.</summary>
    public string Spoken(string path) => $"{Base.Authority}{Base.AbsolutePath}{path}";
}
