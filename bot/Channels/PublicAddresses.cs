using System.Net;
using System.Net.Sockets;

namespace RbcBot.Bot.Channels;

/// <summary>Tells addresses of the open internet from those of our own house: a fetch that somebody else aims must not reach the latter.</summary>
static class PublicAddresses
{
    /// <summary>What is private, of this machine or link, shared, reserved, for tests, for many at once; the cloud's metadata among it (RFC 6890, and what follows it).</summary>
    static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>NAT64: an IPv4 address behind the prefix.</summary>
    static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Has(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? Has(address.MapToIPv4())
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address) ? Has(new IPAddress(address.GetAddressBytes()[12..]))
        : !Closed.Any(network => network.Contains(address));
}
