using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Shared;

/// <summary>The content policy of a page of the console. No script runs but the one that a page names by the nonce of this very answer; without one, none at all.</summary>
static class PagePolicy
{
    const string Plain = "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; report-uri " + SecurityHeaders.ReportPath;
    const string Key = "rbc-nonce";

    /// <summary>128 random bits, the same for the whole answer; who asks for it has a script to run.</summary>
    public static string Nonce(HttpContext http)
    {
        if (http.Items[Key] is not string nonce)
            http.Items[Key] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return nonce;
    }

    public static string Of(HttpContext http) => http.Items[Key] is string nonce
        ? $"{Plain}; script-src 'nonce-{nonce}' 'strict-dynamic'; connect-src 'self'"
        : Plain + "; script-src 'none'";
}
