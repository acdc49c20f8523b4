namespace RbcBot.Bot.Media;

/// <summary>How much of what people send is kept; the section Media of the settings.</summary>
/// <param name="MegabytesEach">Greatest file, in megabytes, from 1 to 20. Default: 10, a photo of a good phone; Telegram gives bots no more than 20.</param>
/// <param name="FilesEach">Most files of one conversation, from 1. Default: 60, more than any form of ours asks.</param>
/// <param name="GigabytesInAll">Most that all files take together, from 1. Default: 5, a small server's disk.</param>
sealed record MediaOptions(int MegabytesEach = 10, int FilesEach = 60, int GigabytesInAll = 5)
{
    const int Greatest = 20;

    public long BytesEach => MegabytesEach * 1024L * 1024;

    public long BytesInAll => GigabytesInAll * 1024L * 1024 * 1024;

    /// <summary>The options of the settings, checked.</summary>
    public static MediaOptions Of(IConfiguration settings)
    {
        var options = settings.GetSection("Media").Get<MediaOptions>() ?? new MediaOptions();
        if (options.MegabytesEach is < 1 or > Greatest)
            throw new SettingException($"Media:MegabytesEach must be 1 to {Greatest}.");
        if (options.FilesEach < 1 || options.GigabytesInAll < 1)
            throw new SettingException("Media:FilesEach and Media:GigabytesInAll must be 1 or more.");
        return options;
    }
}
