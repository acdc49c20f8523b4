using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Shared;

/// <summary>Tells a request that a page of somebody else's makes in the name of who looks at it.</summary>
public static class Elsewhere
{
    /// <summary>Whether the request changes something and comes from another site.</summary>
    /// <param name="publicUrl">The address by which people reach us, when a proxy before us changes the host's name; else "".</param>
    /// <remarks>
    /// Sec-Fetch-Site, which no script can set, decides where it is sent; "none" is the person's own doing, such as a reload.
    /// Older browsers say the Origin. Ours ask for no referrer, and then they say "null" in a form's post: there the form's token alone decides.
    /// Who says neither is no browser and brings nobody's cookies along.
    /// </remarks>
    public static bool Sent(HttpRequest request, string publicUrl)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != "null" && !IsOurs(origin, request.Host, publicUrl);
    }

    // The scheme is left out: a proxy speaks HTTPS to the browser and HTTP to us.
    static bool IsOurs(string origin, HostString host, string publicUrl) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (Authority(from) == Authority(host, from.Scheme) || (publicUrl.Length > 0 && Authority(from) == Authority(new Uri(publicUrl))));

    static string Authority(Uri uri) => $"{uri.IdnHost.ToLowerInvariant()}:{uri.Port}";

    static string Authority(HostString host, string scheme) =>
        Uri.TryCreate($"{scheme}://{host}", UriKind.Absolute, out var uri) ? Authority(uri) : "";
}
