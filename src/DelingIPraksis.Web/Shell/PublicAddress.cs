using System.Net;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The address that people reach the service by, as set with <c>--address</c>. Links that leave the page (letters, QR codes, feeds) are
/// made from it; when nothing is set, from the address the reader came by, which need not be one that others can use.
/// </summary>
public sealed class PublicAddress(string? address)
{
    /// <summary>Where the setting stands in the configuration.</summary>
    public const string Key = "Deling:Address";

    /// <summary>
    /// What is set, with a slash at the end, or null. What is no address is refused at the start (<c>StartOptionsValidator</c>).
    /// </summary>
    public Uri? Set { get; } = Parse(address);

    /// <summary>The address without its folder, as a browser says it in <c>Origin</c>; null when nothing is set.</summary>
    public string? Origin => Set is null ? null : $"{Set.Scheme}://{Host}";

    /// <summary>Host and port as a browser says them in <c>Host</c>; null when nothing is set.</summary>
    public string? Host => Set is null ? null : Set.IsDefaultPort ? HostName : string.Create(null, $"{HostName}:{Set.Port}");

    // IdnHost leaves out the brackets of an IPv6 address, and without them its last part looks like a port.
    private string? HostName => Set?.HostNameType is UriHostNameType.IPv6 ? Set.Host : Set?.IdnHost;

    /// <summary>The folder of the host that the service has, such as <c>/deling</c>; empty when it has the whole host.</summary>
    public PathString Folder => Set is null ? PathString.Empty : PathString.FromUriComponent(Set.AbsolutePath.TrimEnd('/'));

    /// <summary>An address that leaves the page which this request asks for.</summary>
    /// <param name="request">Asks; its own address is used when none is set.</param>
    /// <param name="path">From the base of the service, without a slash in front.</param>
    public Uri To(HttpRequest request, string path) => new(Set ?? new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/"), path);

    /// <summary>An http(s) address with nothing after the folder, or null.</summary>
    public static Uri? Parse(string? address) =>
        Uri.TryCreate(address?.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0 && !IsAnyAddress(uri.IdnHost)
            ? uri
            : null;

    /// <summary>Whether the host of a request is the one that is set, however an address in numbers is written.</summary>
    /// <param name="host">Without the port; an IPv6 address in brackets.</param>
    public bool IsSet(string host) =>
        string.Equals(host, HostName, StringComparison.OrdinalIgnoreCase) || (Number(HostName) is { } set && IsNumber(host, set));

    /// <summary>Whether a host name is this address in numbers; an IPv4 address may be written as one of IPv6.</summary>
    public static bool IsNumber(string host, IPAddress address) =>
        Number(host) is { } number && number.MapToIPv6().GetAddressBytes().AsSpan().SequenceEqual(address.MapToIPv6().GetAddressBytes());

    private static IPAddress? Number(string? host) => IPAddress.TryParse(host?.Trim('[', ']'), out var number) ? number : null;

    /// <summary>Whether a host name leads back to the machine that asks.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (Number(host) is { } address && IPAddress.IsLoopback(address));

    /// <summary>Whether a host name is only something to listen on, such as 0.0.0.0: nobody can go there.</summary>
    public static bool IsAnyAddress(string host) =>
        host is "*" or "+" || (Number(host) is { } address && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}

/// <summary>Makes the links that leave the page: for letters, QR codes, calendars, what is read aloud.</summary>
public sealed class PublicLinks(PublicAddress address, NavigationManager navigation)
{
    private Uri Base => address.Set ?? new Uri(navigation.BaseUri);

    /// <summary>
    /// Whether the links lead nowhere for others: the service has no address, and the reader came by one of this machine's own.
    /// </summary>
    public bool LeadNowhere => PublicAddress.IsLoopback(Base.Host) || PublicAddress.IsAnyAddress(Base.Host);

    /// <summary>The whole address of a page.</summary>
    /// <param name="path">From the base of the service, without a slash in front.</param>
    public Uri To(string path) => new(Base, path);

    /// <summary>The address as it is read aloud and typed: without <c>https://</c>.</summary>
    public string Spoken(string path) => $"{Base.Authority}{Base.AbsolutePath}{path}";
}
