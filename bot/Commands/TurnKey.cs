using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Commands;

/// <summary>The command key turn: the store's key under another master key, while nobody has the store.</summary>
static class TurnKey
{
    public static int Run(StorageOptions options, string? to)
    {
        if (to is null)
            return Refuse("Say which file has the new key, or shall get it: key turn --to FILE.", 2);
        var after = options with { Key = "", KeyFile = Path.GetFullPath(to) };
        if (MasterKey.Find(options) is not { } old)
            return Refuse("There is no master key to turn: set Storage:Key or Storage:KeyFile.", 1);
        var name = options.IsPostgres ? InDatabase(options, old, after) : InFolder(options, old, after);
        if (name is null)
            return Refuse("Nothing is sealed here yet: start the bot once.", 1);
        Console.WriteLine($"The store opens with key {name} now. Set Storage__KeyFile={after.KeyFile} (and no Storage__Key), and keep a copy of it elsewhere.");
        return 0;
    }

    static string? InFolder(StorageOptions options, MasterKey old, StorageOptions after)
    {
        using var owned = StorageLock.Take(options.Path);
        var keys = new KeyFolder(options.Path);
        return keys.Find() is { } root ? Turned(root, old, after, keys.Put) : null;
    }

    static string? InDatabase(StorageOptions options, MasterKey old, StorageOptions after)
    {
        string? name = null;
        SealedDatabase.Turn(options.Connection, (root, put) => name = Turned(root, old, after, put));
        return name;
    }

    // The wrapped key is opened before a new one is made: a wrong old key leaves no file behind.
    static string Turned(WrappedRoot root, MasterKey old, StorageOptions after, Action<WrappedRoot> put)
    {
        root.Check(old);
        var turned = root.Under(old, MasterKey.Find(after) ?? MasterKey.Make(after));
        put(turned);
        return turned.Master;
    }

    static int Refuse(string why, int exitCode)
    {
        Console.Error.WriteLine(why);
        return exitCode;
    }
}
