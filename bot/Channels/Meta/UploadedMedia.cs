using System.Collections.Concurrent;
using System.Net.Http.Headers;
using RbcBot.Bot.Media;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>Pictures, sounds and films of forms as Meta has them: each is uploaded once and shown by its id from then on.</summary>
sealed class UploadedMedia(MetaLine line, ICatalogues catalogues, TimeProvider clock) : IDisposable
{
    /// <summary>Meta keeps what is uploaded for thirty days.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(25);

    /// <summary>What Meta takes, with the greatest size of it in megabytes.</summary>
    static readonly Dictionary<string, int> Megabytes = new()
    {
        ["image/jpeg"] = 5,
        ["image/png"] = 5,
        ["audio/aac"] = 16,
        ["audio/amr"] = 16,
        ["audio/mpeg"] = 16,
        ["audio/mp4"] = 16,
        ["audio/ogg"] = 16,
        ["video/mp4"] = 16,
        ["video/3gpp"] = 16,
    };

    readonly ConcurrentDictionary<(string Version, string File), (string Id, DateTimeOffset Until)> known = [];
    readonly SemaphoreSlim one = new(1);

    public void Dispose() => one.Dispose();

    /// <summary>The id, or else why there is none: a file that Meta does not take has permanently failed.</summary>
    public async Task<(string Id, Delivery? Fault)> IdAsync(OutboundMedia media, CancellationToken stop)
    {
        if (Known(media) is { } id)
            return (id, null);
        // One at a time: when a question with a picture goes to many, all of them want it at once.
        await one.WaitAsync(stop);
        try
        {
            return Known(media) is { } since ? (since, null) : await UploadAsync(media, stop);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Meta does not know the id any more.</summary>
    public void Forget(OutboundMedia media) => known.TryRemove((media.FormVersion, media.File), out _);

    string? Known(OutboundMedia media) =>
        known.TryGetValue((media.FormVersion, media.File), out var kept) && kept.Until > clock.GetUtcNow() ? kept.Id : null;

    async Task<(string Id, Delivery? Fault)> UploadAsync(OutboundMedia media, CancellationToken stop)
    {
        var bytes = catalogues.Current.Forms.GetValueOrDefault(media.FormVersion)?.Attachments.GetValueOrDefault(media.File) ?? [];
        if (Type(media, bytes) is not { } type)
            return ("", new Failed("WhatsApp takes no such file, or none so large.", IsPermanent: true));
        using var content = Form(media, bytes, type);
        var answer = await line.PostAsync("media", content, stop);
        if (answer.IsGood && answer.Whole?.Text("id") is { Length: > 0 } id)
        {
            known[(media.FormVersion, media.File)] = (id, clock.GetUtcNow() + Kept);
            return (id, null);
        }

        // Nothing has reached the person, whatever came of it.
        return ("", MetaDelivery.Of(answer) is (Throttled or Failed) and var fault ? fault : new Failed("The file was not uploaded.", IsPermanent: false));
    }

    static string? Type(OutboundMedia media, byte[] bytes) =>
        MediaKinds.Ending(bytes.AsSpan(0, Math.Min(bytes.Length, MediaKinds.Head)), $"{media.Kind.ToString().ToLowerInvariant()}/") is { } ending
        && MediaKinds.Type(ending) is { } type && Megabytes.TryGetValue(type, out var most) && bytes.Length <= most * 1024L * 1024 ? type : null;

    static MultipartFormDataContent Form(OutboundMedia media, byte[] bytes, string type)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { new StringContent(type), "type" },
            { file, "file", media.File },
        };
    }
}
