using System.Collections.Concurrent;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Pictures, sounds and films of forms: handed over once, then named by the id that Telegram gave them, which spares the bytes for everybody after the first.</summary>
/// <remarks>The ids are the bot's own and stay good; a start begins anew, for an upload costs little.</remarks>
sealed class KeptFiles(ITelegramBotClient line)
{
    readonly ConcurrentDictionary<(string Form, string File), string> ids = [];

    /// <summary>The number of the message.</summary>
    /// <exception cref="RequestException">What the Bot API says to the file itself.</exception>
    public async Task<int> SendAsync(long chat, OutboundMedia media, byte[] bytes, CancellationToken stop)
    {
        if (ids.TryGetValue((media.FormVersion, media.File), out var id))
            try
            {
                return (await SendAsync(chat, media, InputFile.FromFileId(id), stop)).Id;
            }
            // Another bot's id, after the token changed, or a file that Telegram lost.
            catch (ApiRequestException fault) when (fault.ErrorCode == 400)
            {
                ids.TryRemove((media.FormVersion, media.File), out _);
            }
        using var stream = new MemoryStream(bytes);
        var sent = await SendAsync(chat, media, InputFile.FromStream(stream, media.File), stop);
        if (IdIn(sent) is { Length: > 0 } fresh)
            ids[(media.FormVersion, media.File)] = fresh;
        return sent.Id;
    }

    Task<Message> SendAsync(long chat, OutboundMedia media, InputFile file, CancellationToken stop) => media.Kind switch
    {
        MediaKind.Image => line.SendPhoto(chat, file, media.Caption, cancellationToken: stop),
        MediaKind.Audio => line.SendAudio(chat, file, media.Caption, cancellationToken: stop),
        MediaKind.Video => line.SendVideo(chat, file, media.Caption, cancellationToken: stop),
        _ => throw new ArgumentOutOfRangeException(nameof(media)),
    };

    static string? IdIn(Message sent) => sent switch
    {
        { Photo: [.., { } largest] } => largest.FileId,
        { Audio: { } audio } => audio.FileId,
        { Video: { } video } => video.FileId,
        _ => null,
    };
}
