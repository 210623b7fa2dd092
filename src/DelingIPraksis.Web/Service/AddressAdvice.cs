using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Service;

/// <summary>Checks whether participants can reach the service by the listening addresses and the public address.</summary>
internal static class AddressAdvice
{
    /// <summary>A warning to the administrator when the links cannot be right, or null.</summary>
    public static string? For(PublicAddress address, IEnumerable<string> listening)
    {
        if (!listening.Any(url => !PublicAddress.IsLoopback(HostOf(url)))) return null;
        return address.Set switch
        {
            null =>
                "Merk: tjenesten svarer andre maskiner, men vet ikke hvilken adresse de bruker. Sett den med --address https://…, ellers "
                + "blir lenker og "
                + "QR-koder slik den som lager dem selv har åpnet siden.",
            { } set when PublicAddress.IsLoopback(set.Host) =>
                $"Merk: --address {set} virker bare på denne maskinen, og det gjør lenkene og QR-kodene også.",
            _ => null,
        };
    }

    /// <summary>The first listening address, in a form that a browser on this machine can open. A browser cannot open 0.0.0.0.</summary>
    public static string Usable(IEnumerable<string> listening)
    {
        if (listening.FirstOrDefault() is not { } url) return "";
        var host = HostOf(url);
        return PublicAddress.IsAnyAddress(host) ? url.Replace($"//{host}", "//localhost", StringComparison.Ordinal) : url;
    }

    private static string HostOf(string url) => BindingAddress.Parse(url).Host;
}
