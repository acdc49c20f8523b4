using RbcBot.Bot.Inbox;

using System.Security.Cryptography;
using System.Text;

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
    public static void MapDesk(this IEndpointRouteBuilder app) => app.MapPost(OwnerFile.Route, TakeAsync);

    static async Task<IResult> TakeAsync(HttpContext http, OwnerToken token, Backlog backlog, Desk desk, CancellationToken stop)
    {
        if (!token.Is(http.Request.Headers[OwnerFile.Header]))
            return Results.NotFound();
        if (await http.Request.ReadFromJsonAsync<DeskRequest>(stop) is not { } request)
            return Results.BadRequest();
        await backlog.SettledAsync(stop);
        return Results.Json(await desk.RunAsync(request, stop));
    }
}
