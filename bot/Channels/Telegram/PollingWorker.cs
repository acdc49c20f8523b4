using System.Text;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Asks Telegram for updates, keeps each, and only then asks for the ones after it: none is lost.</summary>
sealed class PollingWorker(BotApi api, Updates updates, TimeProvider clock, ILogger<PollingWorker> log) : BackgroundService
{
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int? next = null;
        var isWebhookGone = false;
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (!isWebhookGone)
                    await api.Quick.DeleteWebhook(cancellationToken: stoppingToken);
                isWebhookGone = true;
                foreach (var update in await AskAsync(next, stoppingToken))
                {
                    await updates.TakeAsync(Encoding.UTF8.GetBytes(update.GetRawText()), stoppingToken);
                    next = update.GetProperty("update_id").GetInt32() + 1;
                }
                pause = ShortestPause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // A server that is down, a second poller (409), an inbox that could not write: the update comes again.
            catch (Exception fault)
            {
                isWebhookGone &= fault is not ApiRequestException { ErrorCode: 409 };
                log.LogWarning("Polling Telegram pauses for {Seconds} s: {Fault}", pause.TotalSeconds, fault.Message);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
    }

    Task<JsonElement[]> AskAsync(int? next, CancellationToken stop) => api.Patient.SendRequest(
        new RawUpdates { Offset = next, Limit = 100, Timeout = BotApi.PollSeconds, AllowedUpdates = UpdateReading.Wanted }, stop);
}
