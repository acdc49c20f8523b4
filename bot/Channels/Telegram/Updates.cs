using System.Text.Json;
using RbcBot.Core.Conversations;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Takes one update, from the webhook or from the poll, into the inbox.</summary>
sealed class Updates(IInbox inbox, CallbackAnswers answers, TimeProvider clock, ILogger<Updates> log)
{
    /// <summary>The update is durable on return, or not for us. Throws only what the inbox throws.</summary>
    public async Task TakeAsync(ReadOnlyMemory<byte> json, CancellationToken stop)
    {
        var (query, inbound) = Read(json);
        if (inbound is not null)
            await inbox.AcceptAsync(inbound, stop);
        if (query is not null)
            answers.Add(query);
    }

    (string? Query, Inbound? Inbound) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var update = JsonSerializer.Deserialize<Update>(json.Span, JsonBotAPI.Options);
            return update is null ? (null, null) : (update.CallbackQuery?.Id, UpdateReading.Of(update, clock.GetUtcNow()));
        }
        // A hostile or future payload throws more than JsonException: a date out of range, a missing part. It is not ours, and Telegram must not send it again.
        catch (Exception fault)
        {
            log.LogWarning("An update of {Bytes} bytes is not readable: {Fault}", json.Length, fault.GetType().Name);
            return (null, null);
        }
    }
}
