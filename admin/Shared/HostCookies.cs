using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace RbcBot.Admin.Shared;

/// <summary>
/// Over HTTPS every cookie of the console carries the prefix __Host-: a browser then takes it only from this very host, over HTTPS, for all paths,
/// so that no neighbour under the same domain and nobody on the line can plant one. Over http://localhost, where browsers refuse the prefix, names stay as they are.
/// </summary>
static class HostCookies
{
    const string Prefix = "__Host-", Ours = "rbc-";

    public static void Guard(HttpContext http)
    {
        if (!http.Request.IsHttps)
            return;
        http.Request.Headers.Cookie = Read(http.Request.Headers.Cookie);
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.SetCookie = new StringValues([.. headers.SetCookie.Select(cookie => Write(cookie ?? ""))]);
            return Task.CompletedTask;
        }, http);
    }

    /// <summary>What is written without the prefix could be anybody's and is not heard; what has it is known by both names.</summary>
    static StringValues Read(StringValues header)
    {
        if (!CookieHeaderValue.TryParseList([.. header.OfType<string>()], out var cookies))
            return StringValues.Empty;
        var heard = cookies.Where(cookie => !Starts(cookie.Name, Ours))
            .SelectMany(cookie => Starts(cookie.Name, Prefix + Ours) ? new[] { cookie.ToString(), $"{cookie.Name.AsSpan(Prefix.Length)}={cookie.Value}" } : [cookie.ToString()]);
        return new StringValues(string.Join("; ", heard));
    }

    static string Write(string header)
    {
        if (!SetCookieHeaderValue.TryParse(header, out var cookie) || !Starts(cookie.Name, Ours))
            return header;
        cookie.Name = Prefix + cookie.Name;
        cookie.Path = "/";
        cookie.Domain = default;
        cookie.Secure = true;
        return cookie.ToString();
    }

    static bool Starts(StringSegment name, string with) => name.StartsWith(with, StringComparison.Ordinal);
}
