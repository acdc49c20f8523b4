using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>What an update of Telegram says to us; null when it is not for us.</summary>
static class UpdateReading
{
    public static readonly IReadOnlyList<UpdateType> Wanted =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>Telegram began in 2013: an earlier date is none.</summary>
    const int FirstYear = 2013;

    public static Inbound? Of(Update update, DateTimeOffset now) => update switch
    {
        { Message: { } message } => Message(update.Id, message, now),
        { CallbackQuery: { Data: { } payload } query } => Press(update.Id, query, payload, now),
        { MyChatMember: { } change } => Membership(update.Id, change, now),
        { EditedMessage: { } edited } => Edit(update.Id, edited, now),
        _ => null,
    };

    static Inbound? Message(int id, Message message, DateTimeOffset now) =>
        IsOfPerson(message) && Said(message) is { } said ? Dated(id, message, said, message.Date, now) : null;

    // Without a date nothing that the person sees was changed; without words it is a place that moves on.
    static Inbound? Edit(int id, Message message, DateTimeOffset now) =>
        IsOfPerson(message) && message.EditDate is { } date && (message.Text ?? message.Caption) is { } words
            ? Dated(id, message, new Said(SaidKind.Edited, Clean(words)) { Message = Name(message) }, date, now)
            : null;

    static bool IsOfPerson(Message message) => message.Chat.Type == ChatType.Private && message.From is not { IsBot: true };

    static Inbound Dated(int id, Message message, Said said, DateTime date, DateTimeOffset now) =>
        From(message.Chat.Id, id, said, Moment(date, now)) with { IsDated = date.Year >= FirstYear };

    static string Name(Message message) => FormattableString.Invariant($"{message.Id}");

    static Said? Said(Message message) => message.Type switch
    {
        MessageType.Text => Words(message),
        MessageType.Voice or MessageType.Audio or MessageType.VideoNote => Kind(SaidKind.Voice, message),
        MessageType.Photo or MessageType.Video or MessageType.LivePhoto => Kind(SaidKind.Photo, message),
        MessageType.Sticker or MessageType.Animation => Kind(SaidKind.Sticker, message),
        MessageType.Location or MessageType.Venue => Kind(SaidKind.Location, message) with { Place = Place(message.Location ?? message.Venue?.Location) },
        MessageType.Contact => Kind(SaidKind.Contact, message) with { Number = OwnNumber(message) },
        MessageType.Document => Kind(SaidKind.Document, message),
        MessageType.Poll or MessageType.Dice or MessageType.Game or MessageType.Story or MessageType.PaidMedia
            or MessageType.Checklist or MessageType.RichMessage or MessageType.Unknown => Kind(SaidKind.Other, message),
        // What Telegram itself reports in a chat (a pinned message, a new background) nobody said.
        _ => null,
    };

    static Said Kind(SaidKind kind, Message message) => new(kind, Clean(message.Caption ?? "")) { File = File(message) };

    /// <summary>The file as Telegram names it; fetched only when a question wants it.</summary>
    static SentFile? File(Message message) => message switch
    {
        { Photo: [.., { } largest] } => Held(largest.FileId, "image/jpeg"),
        { Video: { } video } => Held(video.FileId, video.MimeType ?? "video/mp4"),
        { VideoNote: { } note } => Held(note.FileId, "video/mp4"),
        { Voice: { } voice } => Held(voice.FileId, voice.MimeType ?? "audio/ogg"),
        { Audio: { } audio } => Held(audio.FileId, audio.MimeType ?? "audio/mpeg"),
        { Document: { } document, Animation: null } => Held(document.FileId, document.MimeType ?? ""),
        _ => null,
    };

    static SentFile? Held(string? reference, string type) => string.IsNullOrEmpty(reference) ? null : new("", Clean(type), Clean(reference));

    // Telegram tells no altitude; accuracy only of some phones.
    static string? Place(Location? place) => place is null || !(Math.Abs(place.Latitude) <= 90 && Math.Abs(place.Longitude) <= 180) ? null
        : FormattableString.Invariant($"{place.Latitude:0.######} {place.Longitude:0.######} 0 {place.HorizontalAccuracy ?? 0:0.#}");

    /// <summary>The number of the sender's own contact; of anybody else's it proves nothing.</summary>
    static string? OwnNumber(Message message) =>
        message is { Contact: { UserId: { } owner, PhoneNumber: { Length: > 0 } number }, From.Id: var sender } && owner == sender
            ? "+" + string.Concat(number.Where(char.IsAsciiDigit)) : null;

    static Said Words(Message message)
    {
        var words = Clean(message.Text ?? "");
        var command = words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return command.Length > 0 && command[0].Split('@')[0].Equals("/start", StringComparison.OrdinalIgnoreCase)
            ? Core.Conversations.Said.Enter(command.Length > 1 ? command[1].Trim() : "")
            : Core.Conversations.Said.Text(words) with { Message = Name(message) };
    }

    static Inbound? Press(int id, CallbackQuery query, string payload, DateTimeOffset now) =>
        query.Message is { Chat.Type: not ChatType.Private } || query.From.IsBot
            ? null
            : From(query.Message?.Chat.Id ?? query.From.Id, id, Core.Conversations.Said.Choice(Clean(payload)), now);

    static Inbound? Membership(int id, ChatMemberUpdated change, DateTimeOffset now)
    {
        if (change.Chat.Type != ChatType.Private)
            return null;
        return change.NewChatMember.Status switch
        {
            ChatMemberStatus.Kicked => From(change.Chat.Id, id, new Said(SaidKind.Blocked, ""), Moment(change.Date, now)),
            ChatMemberStatus.Member => From(change.Chat.Id, id, new Said(SaidKind.Unblocked, ""), Moment(change.Date, now)),
            _ => null,
        };
    }

    static Inbound From(long chat, int update, Said said, DateTimeOffset at) =>
        new(new Address(TelegramChannel.Word, FormattableString.Invariant($"{chat}")), FormattableString.Invariant($"{update}"), said, at);

    // Not every store takes U+0000, and it means nothing to anybody.
    static string Clean(string words) => words.Replace("\0", "", StringComparison.Ordinal);

    static DateTimeOffset Moment(DateTime date, DateTimeOffset now) =>
        date.Year < FirstYear ? now : new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc));
}
