using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Service;

/// <summary>What the addresses that are listened on, and the public one, mean for those who are to come in.</summary>
internal static class AddressAdvice
{
    /// <summary>A sentence to the one who started the service when its links cannot be right, or null.</summary>
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

    /// <summary>The first address listened on, as somebody at this machine can open it: nobody can go to 0.0.0.0.</summary>
    public static string Usable(IEnumerable<string> listening)
    {
        if (listening.FirstOrDefault() is not { } url) return "";
        var host = HostOf(url);
        return PublicAddress.IsAnyAddress(host) ? url.Replace($"//{host}", "//localhost", StringComparison.Ordinal) : url;
    }

    private static string HostOf(string url) => BindingAddress.Parse(url).Host;
}
