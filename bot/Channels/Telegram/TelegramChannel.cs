using System.Globalization;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.ReplyMarkups;
using Telegram.Bot.Types;
using Telegram.Bot;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Telegram as a channel: plain text, inline keyboards, pictures and sounds of forms, and a key that shares a place.</summary>
sealed class TelegramChannel(BotApi api, Pace pace, ICatalogues catalogues) : IChannel
{
    public const string Word = "telegram";

    /// <summary>Greatest picture that Telegram takes, in bytes.</summary>
    const int GreatestMedia = 10 * 1024 * 1024;

    readonly MessageParts parts = new();
    readonly KeptFiles files = new(api.Quick);

    public string Name => Word;

    public bool IsFetched => false;

    public async Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
    {
        var (to, message) = (sending.To, sending.Message);
        if (!long.TryParse(to.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            return new Failed($"{to} is no chat of Telegram", IsPermanent: true);
        return message.Redraws && int.TryParse(earlier, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await RedrawAsync(to.Value, chat, id, message, stop)
            : await SayAsync(to.Value, chat, message, stop);
    }

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => SentFiles.FetchAsync(api, reference, most, stop);

    async Task<Delivery> RedrawAsync(string name, long chat, int earlier, Outbound message, CancellationToken stop)
    {
        var delivery = await TryAsync(name, message.Precedence, async () =>
        {
            await api.Quick.EditMessageReplyMarkup(chat, earlier, Keyboard.Of(Shown(message)[^1].Rows), cancellationToken: stop);
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

    Task<Delivery> SayAsync(string name, long chat, Outbound message, CancellationToken stop) =>
        parts.SendAsync(name, message.Text, Parts(name, chat, message, stop));

    List<MessagePart> Parts(string name, long chat, Outbound message, CancellationToken stop)
    {
        var shown = Shown(message);
        return
        [
            .. message.Media.Where(Has).Select(media => Part(() => ShowAsync(chat, media, stop), isText: false)),
            .. shown.Select((part, index) => Part(() => WriteAsync(chat, message, part, index == shown.Count - 1, stop), isText: true)),
            .. message is { Sharing: Sharing.Location, SharingLabel.Length: > 0 }
                ? [Part(() => WriteByLibraryAsync(chat, $"📍 {message.SharingLabel}", SharingKeyboard.Location(message.SharingLabel), stop), isText: false)]
                : Array.Empty<MessagePart>(),
        ];

        MessagePart Part(Func<Task<string>> send, bool isText) => new(() => TryAsync(name, message.Precedence, send, stop), isText);
    }

    // Only channels with few buttons add words of their own, so that here the language does not matter.
    static IReadOnlyList<ChannelMessage> Shown(Outbound message) => Rendering.Of(message, Capabilities.Telegram, Language.En);

    async Task<string> WriteAsync(long chat, Outbound message, ChannelMessage part, bool isLast, CancellationToken stop) =>
        isLast && message.Sharing == Sharing.Over && message.Buttons.Count == 0
            ? await WriteByLibraryAsync(chat, part.Text, new ReplyKeyboardRemove(), stop)
            : Id(await api.Messages.SendAsync(MessageRequest.Of(chat, part.Text, isLast ? part.Rows : []), stop));

    async Task<string> WriteByLibraryAsync(long chat, string text, ReplyMarkup markup, CancellationToken stop) => Id((await api.Quick.SendMessage(
        chat, text, replyMarkup: markup, linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true }, cancellationToken: stop)).MessageId);

    bool Has(OutboundMedia media) => Bytes(media) is { Length: <= GreatestMedia };

    byte[]? Bytes(OutboundMedia media) =>
        catalogues.Current.Forms.GetValueOrDefault(media.FormVersion)?.Attachments.GetValueOrDefault(media.File);

    async Task<string> ShowAsync(long chat, OutboundMedia media, CancellationToken stop) =>
        Id(await files.SendAsync(chat, media, Bytes(media) ?? [], stop));

    Task<Delivery> TryAsync(string name, Precedence precedence, Func<Task<string>> send, CancellationToken stop) =>
        pace.SendAsync(name, () => HandOverAsync(send), stop, precedence);

    static async Task<Delivery> HandOverAsync(Func<Task<string>> send)
    {
        try
        {
            return new Sent(await send());
        }
        catch (RequestException fault)
        {
            return DeliveryReading.Of(fault);
        }
    }

    static string Id(int message) => message.ToString(CultureInfo.InvariantCulture);
}
