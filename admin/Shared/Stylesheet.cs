using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Shared;

/// <summary>The stylesheets, carried in the assembly so that they are there however the host was started.</summary>
static class Stylesheet
{
    static readonly byte[] Console = Read("console.css"), Report = Read("report.css");

    /// <summary>Address of the console's stylesheet; changes with its content, so that browsers may keep it for ever.</summary>
    public static string Address { get; } = "/console/assets/console.css?v=" + Mark(Console);

    public static string ReportAddress { get; } = "/console/assets/report.css?v=" + Mark(Report);

    /// <summary>The report's rules as text, for the file that stands alone.</summary>
    public static string ReportRules { get; } = System.Text.Encoding.UTF8.GetString(Report);

    public static void MapStylesheet(IEndpointRouteBuilder console)
    {
        console.MapGet("/assets/console.css", (HttpContext http) => Answer(http, Console));
        console.MapGet("/assets/report.css", (HttpContext http) => Answer(http, Report));
    }

    static IResult Answer(HttpContext http, byte[] sheet)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(sheet, "text/css; charset=utf-8");
    }

    static string Mark(byte[] sheet) => Convert.ToHexStringLower(SHA256.HashData(sheet))[..10];

    static byte[] Read(string name)
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("Assets/" + name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
