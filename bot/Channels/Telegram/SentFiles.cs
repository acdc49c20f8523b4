using RbcBot.Core.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Fetches files that people sent: Telegram keeps them and gives out a way to each for an hour.</summary>
static class SentFiles
{
    public static async Task<Fetched> FetchAsync(BotApi api, string reference, long most, CancellationToken stop)
    {
        try
        {
            var file = await api.Quick.GetFile(reference, stop);
            if (file.FileSize > most)
                return new Fetched(null, IsOver: true, IsLarge: true);
            if (file.FilePath is null)
                return new Fetched(null, IsOver: false, IsLarge: false);
            using var kept = new Capped(most);
            await api.Quick.DownloadFile(file.FilePath, kept, stop);
            return new Fetched(kept.ToArray(), IsOver: true, IsLarge: false);
        }
        catch (FileTooLargeException)
        {
            return new Fetched(null, IsOver: true, IsLarge: true);
        }
        // 400: the reference is wrong, or the file is over what Telegram gives to bots.
        catch (ApiRequestException fault) when (fault.ErrorCode == 400)
        {
            return new Fetched(null, IsOver: true, fault.Message.Contains("too big", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception fault) when (fault is RequestException or HttpRequestException or IOException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return new Fetched(null, IsOver: false, IsLarge: false);
        }
    }

    // What a server says about a size is not believed.
    sealed class Capped(long most) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Check(count);
            base.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Check(buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }

        void Check(int more)
        {
            if (Length + more > most)
                throw new FileTooLargeException();
        }
    }
}

/// <summary>A file is larger than we take.</summary>
sealed class FileTooLargeException() : Exception("The file is larger than we take.");
