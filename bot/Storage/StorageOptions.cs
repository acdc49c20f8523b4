namespace RbcBot.Bot.Storage;

/// <summary>Where everything is kept.</summary>
/// <param name="Path">A folder; made when it is not there. Default: data, beside the programme's working folder.</param>
sealed record StorageOptions(string Path = "data")
{
    /// <summary>The options of the section, checked.</summary>
    public static StorageOptions Of(IConfigurationSection section)
    {
        var path = section["Path"] ?? new StorageOptions().Path;
        return path.Trim().Length > 0 ? new(path) : throw new InvalidOperationException("Storage:Path is empty: name a folder.");
    }
}
