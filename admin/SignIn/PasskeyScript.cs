using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.SignIn;

/// <summary>The only script of the console: it hands a page's question to the browser's passkeys and its answer to the form.</summary>
static class PasskeyScript
{
    static readonly byte[] Script = Read();

    /// <summary>Changes with its content, so that browsers may keep it for ever.</summary>
    public static string Address { get; } = "/console/assets/passkey.js?v=" + Convert.ToHexStringLower(SHA256.HashData(Script))[..10];

    public static void MapScript(IEndpointRouteBuilder console) => console.MapGet("/assets/passkey.js", (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Script, "text/javascript; charset=utf-8");
    });

    /// <summary>Whether a passkey was shown to a page of ours and no frame around it.</summary>
    /// <param name="publicUrl">The address by which people reach us, when a proxy stands before us; "" when none does.</param>
    public static bool IsOurs(PasskeyOriginValidationContext origin, string publicUrl)
    {
        var request = origin.HttpContext.Request;
        var here = $"{request.Scheme}://{request.Host}";
        return !origin.CrossOrigin && (origin.Origin == here || (publicUrl.Length > 0 && origin.Origin == new Uri(publicUrl).GetLeftPart(UriPartial.Authority)));
    }

    static byte[] Read()
    {
        using var stream = typeof(PasskeyScript).Assembly.GetManifestResourceStream("Assets/passkey.js")
            ?? throw new InvalidOperationException("passkey.js is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
