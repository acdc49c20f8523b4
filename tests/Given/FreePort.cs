using System.Net;
using System.Net.Sockets;

namespace RbcBot.Tests.Given;

/// <summary>A port that was free a moment ago, for a server whose address must be known before it starts.</summary>
static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
