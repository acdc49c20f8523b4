using System.Text.Json;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Takes one update, from the webhook or from the poll, into the inbox.</summary>
sealed class Updates(Intake intake, IAside aside, CallbackAnswers answers, TimeProvider clock, ILogger<Updates> log)
{
    /// <summary>The update is durable on return, or not for us; one that cannot be read is set aside, for Telegram would bring it for ever. Throws only what the store throws.</summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> json, CancellationToken stop)
    {
        Steps.At(Step.Received);
        var (query, inbound, fault) = Read(json);
        if (fault is not null)
            await SetAsideAsync(json, fault, stop);
        if (inbound is not null)
            await intake.AcceptMeasuredAsync(inbound, stop);
        if (query is not null)
            answers.Add(query);
        Steps.At(Step.Acknowledging);
    }

    (string? Query, Inbound? Inbound, string? Fault) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Update>(json.Span, JsonBotAPI.Options) is { } update
                ? (update.CallbackQuery?.Id, UpdateReading.Of(update, clock.GetUtcNow()), null)
                : (null, null, "NoUpdate");
        }
        // A hostile or future payload throws more than JsonException: a date out of range, a missing part.
        catch (Exception fault)
        {
            return (null, null, fault.GetType().Name);
        }
    }

    async Task SetAsideAsync(ReadOnlyMemory<byte> json, string fault, CancellationToken stop)
    {
        await aside.KeepUnreadAsync(TelegramChannel.Word, json, fault, stop);
        log.LogError("Problem {Problem}: an update of {Bytes} bytes is not readable and was set aside: {Fault}", ProblemIds.Unread, json.Length, fault);
    }
}
