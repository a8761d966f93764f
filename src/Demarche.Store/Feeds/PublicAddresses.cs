using System.Net;
using System.Net.Sockets;

namespace Demarche.Store.Feeds;

/// <summary>
/// Connects only to addresses of the public network, so that a feed cannot make the program fetch what only this machine may see. The
/// check is made on the address that is connected to, so neither names nor redirects lead around it.
/// </summary>
internal static class PublicAddresses
{
    /// <summary>A handler for HTTP.</summary>
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 5,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancel) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel).ConfigureAwait(false);
            var allowed = addresses.Where(address => allowPrivate || IsPublic(address)).ToArray();
            if (allowed.Length == 0)
                throw new HttpRequestException($"{context.DnsEndPoint.Host} is an address of the own network, which is not fetched unless --allow-private is given");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Whether an address is one of the public network.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return false;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            // Addresses that carry an IPv4 address inside (6to4, NAT64, Teredo) would lead around the check.
            var isCarrier = (bytes[0] == 0x20 && bytes[1] == 0x02) || (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0) || (bytes[0] == 0 && bytes[1] == 0x64);
            return !(address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal || address.Equals(IPAddress.IPv6Any) || isCarrier || bytes[..12].All(part => part == 0));
        }
        return (bytes[0], bytes[1]) switch
        {
            (0 or 10 or 127, _) => false,
            (100, >= 64 and <= 127) => false,
            (169, 254) => false,
            (172, >= 16 and <= 31) => false,
            (192, 168) => false,
            (192, 0) when bytes[2] is 0 or 2 => false,
            (198, 18 or 19) => false,
            ( >= 224, _) => false,
            _ => true,
        };
    }
}
