using System.Text;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Storage;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Asks Telegram for updates, keeps each, and only then asks for the ones after it: none is lost.</summary>
sealed class PollingWorker(BotApi api, Updates updates, Intake intake, IDuties duties, TimeProvider clock, ILogger<PollingWorker> log) : BackgroundService
{
    const string Duty = "telegram updates";
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenDuties = TimeSpan.FromSeconds(2);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    int? next;
    bool isWebhookGone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (await duties.HasAsync(Duty, stoppingToken))
                    await TakeAsync(stoppingToken);
                else
                    await Task.Delay(BetweenDuties, clock, stoppingToken);
                pause = ShortestPause;
            }
            // A server that is down, a second poller (409), an inbox that could not write: the update comes again.
            catch (Exception fault)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                isWebhookGone &= fault is not ApiRequestException { ErrorCode: 409 };
                log.LogWarning("Polling Telegram pauses for {Seconds} s: {Fault}", pause.TotalSeconds, fault.Message);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
    }

    async Task TakeAsync(CancellationToken stop)
    {
        if (!isWebhookGone)
            await api.Quick.DeleteWebhook(cancellationToken: stop);
        isWebhookGone = true;
        // What is not asked for stays with Telegram, for a day.
        while (intake.IsClosed)
            await Task.Delay(BetweenLooks, clock, stop);
        var asked = new RawUpdates { Offset = next, Limit = 100, Timeout = BotApi.PollSeconds, AllowedUpdates = UpdateReading.Wanted };
        foreach (var update in await api.Patient.SendRequest(asked, stop))
        {
            await TakeAsync(Encoding.UTF8.GetBytes(update.GetRawText()), stop);
            next = update.GetProperty("update_id").GetInt32() + 1;
        }
    }

    // What we have asked for waits here until there is room: it would only come again.
    async Task TakeAsync(byte[] update, CancellationToken stop)
    {
        while (true)
            try
            {
                await updates.TakeAsync(update, stop);
                return;
            }
            catch (InboxClosedException)
            {
                await Task.Delay(BetweenLooks, clock, stop);
            }
    }
}
