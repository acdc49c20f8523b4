using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Shared;

/// <summary>The headers that every answer carries, whoever gives it (reliability.md section 3, headers).</summary>
public static class SecurityHeaders
{
    /// <summary>Where browsers report what a policy kept them from.</summary>
    public const string ReportPath = "/csp";

    /// <summary>The policy of an answer that is no page: nothing of it is ever run, shown in a frame or sent from.</summary>
    public const string Nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    const string TwoYears = "max-age=63072000; includeSubDomains";

    /// <summary>What a page may ask of the device: nothing, but where it is when the chat's page shares that.</summary>
    /// <param name="place">Who may ask for the place: "" nobody, "self" the page.</param>
    public static string Permissions(string place) => $"camera=(), microphone=(), geolocation=({place}), payment=(), usb=()";

    /// <summary>Sets all of them; who answers may loosen what it must, such as how long its file is kept.</summary>
    public static void Set(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions("");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        // A browser heeds it over HTTPS only; in plain HTTP it says nothing, so that http://localhost goes on working.
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = TwoYears;
    }
}
