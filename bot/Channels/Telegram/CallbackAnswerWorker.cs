using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Acknowledges button presses at once and beside everything else; a failure changes nothing for anybody.</summary>
sealed class CallbackAnswerWorker(BotApi api, CallbackAnswers answers, ILogger<CallbackAnswerWorker> log) : BackgroundService
{
    const int AtOnce = 8;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        answers.AllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (query, stop) => await AnswerAsync(query, stop));

    async Task AnswerAsync(string query, CancellationToken stop)
    {
        try
        {
            await api.Quick.AnswerCallbackQuery(query, cancellationToken: stop);
        }
        catch (ApiRequestException fault) when (fault.ErrorCode == 400)
        {
            // "query is too old": the button has stopped turning by itself.
        }
        catch (RequestException fault)
        {
            log.LogInformation("A button press was not acknowledged: {Fault}", fault.Message);
        }
    }
}
