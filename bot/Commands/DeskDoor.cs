using System.Security.Cryptography;
using System.Text;
using RbcBot.Admin.Shared;
using RbcBot.Bot.Inbox;

namespace RbcBot.Bot.Commands;

/// <summary>A secret of this start, which lets commands of the same user in.</summary>
sealed class OwnerToken
{
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public bool Is(string? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(other));
}

/// <summary>The door for commands that run beside the bot.</summary>
static class DeskDoor
{
    // A form of 10 MB with its pictures, written as text within JSON.
    const long Greatest = 64 * 1024 * 1024;

    public static void MapDesk(this IEndpointRouteBuilder app) => app.MapPost(OwnerFile.Route, TakeAsync).AllowAnonymous().WithMetadata(new BodyLimit(Greatest));

    static async Task<IResult> TakeAsync(HttpContext http, OwnerToken token, Backlog backlog, Desk desk, CancellationToken stop)
    {
        if (!token.Is(http.Request.Headers[OwnerFile.Header]))
            return Results.NotFound();
        if (await http.Request.ReadFromJsonAsync<DeskRequest>(stop) is not { } request)
            return Results.BadRequest();
        await backlog.SettledAsync(stop);
        var outcome = await desk.RunAsync(request, stop);
        if (outcome.File is not { } file)
            return Results.Json(outcome);
        http.Response.Headers[OwnerFile.Says] = Uri.EscapeDataString(outcome.Says);
        return Results.Stream(file);
    }
}
