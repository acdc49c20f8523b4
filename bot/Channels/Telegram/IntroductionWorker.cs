using RbcBot.Core.Texts;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>At start: sets the webhook until Telegram has it, asks for our name, sets the commands in every language.</summary>
sealed class IntroductionWorker(BotApi api, TelegramOptions options, TelegramName name, TimeProvider clock, ILogger<IntroductionWorker> log)
    : BackgroundService
{
    static readonly string[] Commands = ["menu", "back", "pause", "language", "link", "help", "stop"];
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.HasWebhook)
            await UntilDoneAsync(SetWebhookAsync, stoppingToken);
        await UntilDoneAsync(AskNameAsync, stoppingToken);
        await UntilDoneAsync(SetCommandsAsync, stoppingToken);
    }

    async Task UntilDoneAsync(Func<CancellationToken, Task> step, CancellationToken stop)
    {
        for (var pause = ShortestPause; !stop.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            try
            {
                await step(stop);
                return;
            }
            catch (Exception fault)
            {
                if (stop.IsCancellationRequested)
                    return;
                log.LogWarning("Telegram is asked again in {Seconds} s: {Fault}", pause.TotalSeconds, fault.Message);
                await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    Task SetWebhookAsync(CancellationToken stop) => api.Quick.SetWebhook(
        options.WebhookUrl, allowedUpdates: UpdateReading.Wanted, secretToken: options.Secret, cancellationToken: stop);

    async Task AskNameAsync(CancellationToken stop) => name.UserName = (await api.Quick.GetMe(stop)).Username;

    async Task SetCommandsAsync(CancellationToken stop)
    {
        await api.Quick.SetMyCommands(In(Language.En), cancellationToken: stop);
        foreach (var language in Languages.All)
            await api.Quick.SetMyCommands(In(language), languageCode: Languages.Code(language), cancellationToken: stop);
    }

    static IEnumerable<BotCommand> In(Language language) =>
        Commands.Select(command => new BotCommand { Command = command, Description = Text.Of(language, $"chat.command.{command}") });
}
