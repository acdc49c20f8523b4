namespace RbcBot.Bot.Commands;

/// <summary>Asks the running bot whether it is ready: the container's health check, which has no curl.</summary>
static class Health
{
    public static async Task<int> RunAsync(CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(Composition.LocalUrl(Composition.Settings([]))), "/health/ready"), stop);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"Not ready: {exception.Message}");
            return 1;
        }
    }
}
