using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Web;

/// <summary>The web chat: one page, messages and files in, events and the pictures of forms out.</summary>
static class WebChat
{
    /// <summary>For a message of a few hundred letters on the slowest line.</summary>
    static readonly TimeSpan LongestPost = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddWebChat(this IServiceCollection services) => services.AddIntake()
        .AddSingleton<IChannel, WebChannel>()
        .AddSingleton<ChatPage>()
        .AddSingleton<WebMessages>()
        .AddSingleton<WebFiles>()
        .AddSingleton<WebMedia>()
        .AddSingleton<WebEvents>();

    public static void MapWebChat(this IEndpointRouteBuilder app)
    {
        app.MapGet("/chat", (HttpContext http, ChatPage page) => page.WriteAsync(http)).AllowAnonymous();
        app.MapPost("/chat/{session}/messages", (HttpContext http, string session, WebMessages messages) => messages.TakeAsync(http, session)).AllowAnonymous().WithRequestTimeout(LongestPost);
        app.MapPost("/chat/{session}/files", (HttpContext http, string session, WebFiles files) => files.TakeAsync(http, session)).AllowAnonymous();
        app.MapGet("/chat/media/{version}/{file}", (HttpContext http, string version, string file, WebMedia media) => media.WriteAsync(http, version, file)).AllowAnonymous();
        app.MapGet("/chat/{session}/events", (HttpContext http, string session, WebEvents events) => events.WriteAsync(http, session)).AllowAnonymous();
    }
}
