using Microsoft.AspNetCore.Http;

namespace RbcBot.Tests.Given;

/// <summary>An answer that comes a byte at a time and never ends.</summary>
static class FakeTelegramTrickle
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public static async Task WriteAsync(HttpContext http, CancellationToken stop)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("{", stop);
        while (!stop.IsCancellationRequested)
        {
            await http.Response.WriteAsync(" ", stop);
            await http.Response.Body.FlushAsync(stop);
            await Task.Delay(Between, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
