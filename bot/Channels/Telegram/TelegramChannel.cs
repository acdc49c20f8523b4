using System.Collections.Concurrent;
using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Telegram as a channel: plain text and inline keyboards.</summary>
sealed class TelegramChannel(BotApi api, Pace pace) : IChannel
{
    public const string Word = "telegram";

    // Long texts of which some parts went out before a failure that passes: trying again goes on after them.
    readonly ConcurrentDictionary<string, (string Text, int Parts)> begun = [];

    public string Name => Word;

    public bool IsFetched => false;

    public async Task<Delivery> SendAsync(Address to, Outbound message, string? earlier, CancellationToken stop)
    {
        if (!long.TryParse(to.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return new Failed($"{to} is no chat of Telegram", IsPermanent: true);
        return message.Redraws && int.TryParse(earlier, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await RedrawAsync(to.Value, chat, id, message, stop)
            : await SayAsync(to.Value, chat, message, stop);
    }

    async Task<Delivery> RedrawAsync(string name, long chat, int earlier, Outbound message, CancellationToken stop)
    {
        var delivery = await TryAsync(name, async () =>
        {
            await api.Quick.EditMessageReplyMarkup(chat, earlier, Keyboard.Of(message.Buttons), cancellationToken: stop);
            return Id(earlier);
        }, stop);
        return delivery switch
        {
            Failed { IsPermanent: true } failed when failed.Reason.Contains("is not modified", StringComparison.OrdinalIgnoreCase) => new Sent(Id(earlier)),
            // The message is gone or too old to be edited.
            Failed { IsPermanent: true } => await SayAsync(name, chat, message, stop),
            _ => delivery,
        };
    }

    async Task<Delivery> SayAsync(string name, long chat, Outbound message, CancellationToken stop)
    {
        var parts = LongText.Parts(message.Text);
        var from = begun.TryRemove(name, out var before) && before.Text == message.Text ? before.Parts : 0;
        Delivery delivery = new Sent("");
        for (var part = from; part < parts.Count; part++)
        {
            delivery = await PartAsync(name, chat, parts[part], part == parts.Count - 1 ? Keyboard.Of(message.Buttons) : null, stop);
            if (delivery is Sent)
                continue;
            if (part > 0 && delivery is Throttled or Failed { IsPermanent: false })
                begun[name] = (message.Text, part);
            break;
        }
        return delivery;
    }

    Task<Delivery> PartAsync(string name, long chat, string text, InlineKeyboardMarkup? buttons, CancellationToken stop) => TryAsync(
        name,
        async () => Id((await api.Quick.SendMessage(
            chat, text, replyMarkup: buttons, linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true }, cancellationToken: stop)).MessageId),
        stop);

    async Task<Delivery> TryAsync(string name, Func<Task<string>> send, CancellationToken stop)
    {
        if (await pace.WaitAsync(name, stop) is var rest && rest > TimeSpan.Zero)
            return new Throttled(rest);
        try
        {
            return new Sent(await send());
        }
        catch (RequestException fault)
        {
            var delivery = DeliveryReading.Of(fault);
            if (delivery is Throttled throttled)
                pace.Pause(name, throttled.After);
            return delivery;
        }
    }

    static string Id(int message) => message.ToString(CultureInfo.InvariantCulture);
}
