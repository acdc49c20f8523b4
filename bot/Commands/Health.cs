using System.Net;
using System.Text.Json;

namespace RbcBot.Bot.Commands;

/// <summary>Asks the running bot whether it is ready, and prints what is wrong: the container's health check, which has no curl.</summary>
static class Health
{
    public static async Task<int> RunAsync(CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(Composition.LocalUrl(Composition.Settings([]))), "/health/ready"), stop);
            foreach (var line in Lines(answer.StatusCode, await answer.Content.ReadAsStringAsync(stop)))
                await Console.Out.WriteLineAsync(line);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"Not ready: {exception.Message}");
            return 1;
        }
    }

    static IEnumerable<string> Lines(HttpStatusCode status, string answer)
    {
        yield return status == HttpStatusCode.OK ? "Ready" : "Not ready";
        foreach (var problem in Problems(answer))
            yield return $"Problem {problem.GetProperty("id").GetString()}: {problem.GetProperty("says").GetString()}";
    }

    // Something else may listen where the bot should: its answer is not ours to read.
    static List<JsonElement> Problems(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(answer).TryGetProperty("problems", out var problems) ? [.. problems.EnumerateArray()] : [];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
