namespace RbcBot.Bot.Storage;

/// <summary>Where everything is kept.</summary>
/// <param name="Path">A folder; made when it is not there. Default: data, in the working folder.</param>
sealed record StorageOptions(string Path = "data")
{
    /// <summary>The options of the settings, checked.</summary>
    public static StorageOptions Of(IConfiguration settings)
    {
        var path = settings["Storage:Path"] ?? new StorageOptions().Path;
        return path.Trim().Length > 0 ? new(path) : throw new SettingException("Storage:Path is empty: name a folder.");
    }
}
