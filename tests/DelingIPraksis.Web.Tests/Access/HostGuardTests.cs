using System.Net;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>An address in numbers is the same address however it is written.</summary>
public sealed class HostGuardTests
{
    [Theory]
    [InlineData("http://[2001:db8::1]:8080", "[2001:db8::1]:8080", "http://[2001:db8::1]:8080")]
    [InlineData("https://[2001:0DB8:0::1]/deling", "[2001:db8::1]", "https://[2001:db8::1]")]
    [InlineData("http://10.0.0.7:8080", "10.0.0.7:8080", "http://10.0.0.7:8080")]
    [InlineData("https://blå.example:8443", "xn--bl-zia.example:8443", "https://xn--bl-zia.example:8443")]
    public void A_public_address_is_said_as_a_browser_says_it(string set, string host, string origin)
    {
        var address = new PublicAddress(set);
        Assert.Equal((host, origin), (address.Host, address.Origin));
    }

    [Theory]
    [InlineData("http://[2001:db8::1]:8080", "[2001:db8::1]:8080", "127.0.0.1", true)] // the address that is set
    [InlineData("http://[2001:db8::1]:8080", "[2001:DB8:0:0::1]:8080", "127.0.0.1", true)] // written otherwise
    [InlineData("http://[2001:db8::1]:8080", "[2001:db8::2]:8080", "127.0.0.1", false)]
    [InlineData("https://kommune.example", "[2001:db8::7]", "2001:db8::7", true)] // by the number of this machine
    [InlineData("https://kommune.example", "[fe80::7]", "fe80::7%2", true)]
    [InlineData("https://kommune.example", "10.0.0.7", "::ffff:10.0.0.7", true)] // as a socket for both says it
    [InlineData("https://kommune.example", "0.0.0.7", "2001:db8::7", false)]
    [InlineData("https://kommune.example", "10.0.0.8", "10.0.0.7", false)]
    public async Task A_host_in_numbers_is_compared_as_numbers(string set, string host, string local, bool isOurs)
    {
        var passed = false;
        var guard = new HostGuard(
            _ =>
            {
                passed = true;
                return Task.CompletedTask;
            },
            new PublicAddress(set), new ConfigurationBuilder().Build());
        var context = new DefaultHttpContext
        {
            Request = { Host = new HostString(host), Path = "/bli-med" },
            Connection = { LocalIpAddress = IPAddress.Parse(local) },
        };
        await guard.InvokeAsync(context);
        Assert.Equal(isOurs, passed);
    }
}
