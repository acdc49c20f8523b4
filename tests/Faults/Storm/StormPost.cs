using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>Brings what providers post to the bot's doors: late, in any order, one in five twice, and again until it is answered for.</summary>
sealed class StormPost(EventClock clock, Random chance, Chronicle chronicle)
{
    /// <summary>What is still on its way.</summary>
    public int Count { get; private set; }

    /// <param name="after">How long it travels at least.</param>
    /// <param name="post">Posts it and gives the status that came back.</param>
    /// <param name="taken">Called each time it was answered by 200.</param>
    public void Send(TimeSpan after, Func<Task<int>> post, Action? taken = null)
    {
        Travel(after + Delay(), post, taken);
        if (chance.Next(5) > 0)
            return;
        chronicle.Tally.Count("posted twice");
        Travel(after + Delay(), post, taken);
    }

    /// <summary>One request to a door of the bot, without a socket; gives the status.</summary>
    public static async Task<int> AskAsync(Func<HttpContext, Task> door, string target, string type, byte[] body, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = type;
        http.Request.Body = new MemoryStream(body);
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        if (target.IndexOf('?') is >= 0 and var mark)
            http.Request.QueryString = new QueryString(target[mark..]);
        foreach (var (name, value) in headers)
            http.Request.Headers[name] = value;
        await door(http);
        return http.Response.StatusCode;
    }

    void Travel(TimeSpan after, Func<Task<int>> post, Action? taken)
    {
        Count++;
        clock.In(after, () => _ = ArriveAsync(post, taken));
    }

    async Task ArriveAsync(Func<Task<int>> post, Action? taken)
    {
        Count--;
        var status = await post();
        if (status == StatusCodes.Status200OK)
        {
            taken?.Invoke();
            // Our answer is lost at times.
            if (chance.Next(100) > 0)
                return;
        }
        else if (status != StatusCodes.Status503ServiceUnavailable)
            chronicle.Blame($"a door answered {status}");
        Travel(TimeSpan.FromSeconds(chance.Next(1, 30)), post, taken);
    }

    TimeSpan Delay() => chance.Next(100) < 90 ? TimeSpan.FromMilliseconds(chance.Next(50, 1500)) : TimeSpan.FromSeconds(chance.Next(2, 20));
}
