using System.Text.Json;

namespace RbcBot.Bot.Commands;

/// <summary>How a command finds the bot that owns the database: a file beside it that only the same user can read.</summary>
/// <param name="Url">Where the owner listens.</param>
/// <param name="Token">A secret made at each start; only who can read the file knows it.</param>
sealed record OwnerFile(string Url, string Token)
{
    public const string Header = "X-RbcBot-Owner";

    /// <summary>What to print, where the body is a file.</summary>
    public const string Says = "X-RbcBot-Says";

    public const string Route = "/desk";

    const string Name = "owner.json";

    /// <summary>The owner of the folder; null when none has written itself down.</summary>
    public static OwnerFile? Read(string folder) =>
        File.Exists(Path.Combine(folder, Name)) ? JsonSerializer.Deserialize<OwnerFile>(File.ReadAllText(Path.Combine(folder, Name))) : null;

    /// <summary>Writes the owner down, readable by this user alone.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, Name);
        File.Delete(path);
        using var file = PrivateFile.Create(path);
        JsonSerializer.Serialize(file, this);
    }

    public static void Remove(string folder) => File.Delete(Path.Combine(folder, Name));
}
