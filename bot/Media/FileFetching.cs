using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Media;

/// <summary>Brings the file of a message from its channel before the turn is decided, if the question that stands open wants it; nothing else is ever kept.</summary>
/// <remarks>The inbound waits in the inbox until its turn is committed, so after a crash the file is fetched again under the same name.</remarks>
sealed class FileFetching(IEnumerable<IChannel> channels, MediaFolder media, ICatalogues catalogues, TimeProvider clock, ILogger<FileFetching> log)
{
    const int Tries = 3;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The inbound with its file kept, or with the reason why not; the same inbound when it has none to fetch.</summary>
    public async Task<Inbound> FetchAsync(Conversation conversation, Inbound inbound, CancellationToken stop)
    {
        if (inbound.Said.File is not { Name.Length: 0, Fault: null, Reference.Length: > 0 } file || !SentAnswers.Fit(conversation, catalogues.Current, inbound.Said))
            return inbound;
        var kept = await TryAsync(inbound, file, stop);
        return inbound with { Said = inbound.Said with { File = kept.Fault is null ? kept : file with { Fault = kept.Fault } } };
    }

    async Task<SentFile> TryAsync(Inbound inbound, SentFile file, CancellationToken stop)
    {
        // A provider brings what came by a line on which we do not answer, such as SMS without a sender.
        if (channels.FirstOrDefault(one => one.Name == inbound.From.Channel) is not { } channel)
            return file with { Fault = "talk.sent.lost" };
        for (var tries = 1; ; tries++)
        {
            var (bytes, isOver, isLarge) = await channel.FetchAsync(file.Reference, media.Options.BytesEach, stop);
            if (bytes is { } found)
                return await media.KeepAsync(inbound.From, found, file.Type, stop);
            if (isOver || tries == Tries)
            {
                log.LogWarning("A file of {Inbound} could not be fetched", inbound.ExternalId);
                return file with { Fault = isLarge ? "talk.sent.large" : "talk.sent.lost" };
            }

            await Task.Delay(Pause * tries, clock, stop);
        }
    }
}
