using System.Globalization;

namespace RbcBot.Bot.Storage;

/// <summary>The right to write in a storage folder, held by one process until it ends, however it ends.</summary>
sealed class StorageLock : IDisposable
{
    const int Attempts = 5;
    static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(60);

    readonly FileStream held;

    StorageLock(FileStream held) => this.held = held;

    /// <exception cref="StorageInUseException">Another process holds it.</exception>
    public static StorageLock Take(string folder)
    {
        MakePrivate(folder);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var held = new StorageLock(new FileStream(LockFile(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                SayWho(folder);
                return held;
            }
            catch (IOException) when (IsHeld(folder))
            {
                if (attempt == Attempts)
                    throw new StorageInUseException(Path.GetFullPath(folder), Owner(folder));
                // A command that looks whether the folder is in use holds it for a moment itself.
                Thread.Sleep(BetweenAttempts);
            }
        }
    }

    /// <summary>Whether a process owns the folder right now: what a command asks before it opens the store itself.</summary>
    public static bool IsHeld(string folder)
    {
        if (!File.Exists(LockFile(folder)))
            return false;
        try
        {
            using var probe = new FileStream(LockFile(folder), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>What people said is nobody else's business: a folder that we make is open to this user alone.</summary>
    static void MakePrivate(string folder)
    {
        if (Directory.Exists(folder) || OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => held.Dispose();

    // Only for the message to who comes second: a full disk must not keep us from starting.
    static void SayWho(string folder)
    {
        try
        {
            File.WriteAllText(OwnerFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // The message will lack the number.
        }
    }

    static string Owner(string folder) => File.Exists(OwnerFile(folder)) ? File.ReadAllText(OwnerFile(folder)) : "";

    static string LockFile(string folder) => Path.Combine(folder, "rbcbot.lock");

    static string OwnerFile(string folder) => Path.Combine(folder, "rbcbot.owner");
}
