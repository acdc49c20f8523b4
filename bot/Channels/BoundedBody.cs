namespace RbcBot.Bot.Channels;

/// <summary>Reads the body of an answer up to a size; what a server says about its size is not believed.</summary>
static class BoundedBody
{
    const int BufferBytes = 64 * 1024;

    /// <param name="most">More bytes are not read.</param>
    public static async Task<Core.Conversations.Fetched> ReadAsync(HttpResponseMessage answer, long most, CancellationToken stop)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        using var kept = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (await body.ReadAsync(buffer, stop) is > 0 and var read)
        {
            if (kept.Length + read > most)
                return new(null, IsOver: true, IsLarge: true);
            kept.Write(buffer, 0, read);
        }
        return new(kept.ToArray(), IsOver: true, IsLarge: false);
    }
}
