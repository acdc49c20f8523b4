using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Bot.Observing;

/// <summary>Lets to the figures who asks from this machine, or shows the token.</summary>
sealed class MetricsDoor(MetricsOptions options)
{
    public const string Path = "/metrics";

    const string Bearer = "Bearer ";

    /// <summary>What a proxy adds: the request then comes from elsewhere, whatever its address says.</summary>
    static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    readonly byte[] token = Encoding.UTF8.GetBytes(options.Token);

    public bool Opens(HttpContext http) => options.IsOn && (IsFromHere(http) || HasToken(http));

    static bool IsFromHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !Forwarded.Any(http.Request.Headers.ContainsKey);

    bool HasToken(HttpContext http) =>
        token.Length > 0 && http.Request.Headers.Authorization.ToString() is var shown && shown.StartsWith(Bearer, StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown[Bearer.Length..]), token);
}
