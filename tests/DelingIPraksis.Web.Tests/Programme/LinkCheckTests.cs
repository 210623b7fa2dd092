using System.Net;
using System.Net.Sockets;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Programme.Blocks;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>The server asks for addresses that people write: never for what only the server reaches.</summary>
public sealed class LinkCheckTests : IDisposable
{
    private readonly HttpClient _client = new(LinkCheck.Handler());

    public LinkCheckTests() => LinkCheck.Configure(_client);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("192.88.99.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:20::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    public void An_inner_address_is_none_for_us(string address) => Assert.False(OutgoingGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("193.156.1.1")]
    [InlineData("168.63.129.17")]
    [InlineData("2001:700::1")]
    [InlineData("2a02:c0::1")]
    public void One_that_all_may_reach_is(string address) => Assert.True(OutgoingGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_service_on_this_very_machine_never_hears_of_it()
    {
        using var inner = new TcpListener(IPAddress.Loopback, 0);
        inner.Start();
        var port = ((IPEndPoint)inner.LocalEndpoint).Port;
        var check = new LinkCheck(_client);
        foreach (
            var address in new[]
            {
                $"http://127.0.0.1:{port}/",
                $"http://localhost:{port}/",
                $"http://[::1]:{port}/",
                $"http://2130706433:{port}/",
                "http://127.0.0.1/",
                "http://localhost/",
            }
        )
            Assert.Equal(LinkFinding.Inner, await check.FindAsync(new Uri(address)));
        Assert.False(inner.Pending());
    }

    [Fact]
    public async Task A_name_that_is_none_is_silent() =>
        Assert.Equal(LinkFinding.Silent, await new LinkCheck(_client).FindAsync(new Uri("http://finnes-ikke.invalid/")));
}
