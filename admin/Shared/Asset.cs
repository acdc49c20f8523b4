using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Shared;

/// <summary>A file that pages name, carried in the assembly so that it is there however the host was started.</summary>
sealed class Asset(string name, string mediaType)
{
    /// <summary>The file as it is.</summary>
    public byte[] Bytes { get; } = Read(name);

    /// <summary>Changes with the file's content, so that browsers may keep it for ever.</summary>
    public string Address => field ??= $"/console/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(Bytes))[..10]}";

    public void Map(IEndpointRouteBuilder console) => console.MapGet("/assets/" + name, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Bytes, mediaType);
    });

    static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream("Assets/" + name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
