using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;

namespace RbcBot.Admin.SignIn;

/// <summary>The script of passkeys: it hands a page's question to the browser's passkeys and its answer to the form.</summary>
static class PasskeyScript
{
    static readonly Asset Script = new("passkey.js", "text/javascript; charset=utf-8");

    public static string Address => Script.Address;

    public static void MapScript(IEndpointRouteBuilder console) => Script.Map(console);

    /// <summary>Whether a passkey was shown to a page of ours and no frame around it.</summary>
    /// <param name="publicUrl">The address by which people reach us, when a proxy stands before us; "" when none does.</param>
    public static bool IsOurs(PasskeyOriginValidationContext origin, string publicUrl)
    {
        var request = origin.HttpContext.Request;
        var here = $"{request.Scheme}://{request.Host}";
        return !origin.CrossOrigin && (origin.Origin == here || (publicUrl.Length > 0 && origin.Origin == new Uri(publicUrl).GetLeftPart(UriPartial.Authority)));
    }
}
