using System.Runtime.InteropServices;

namespace RbcBot.Bot.Storage.Disks;

/// <summary>A folder of this machine.</summary>
sealed partial class FolderDisk(string folder) : IDisk
{
    public long FreeBytes => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;

    public IReadOnlyList<string> Names() => [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))];

    public IDiskFile Open(string name) =>
        new FolderFile(File.OpenHandle(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));

    public void Delete(string name) => File.Delete(Path.Combine(folder, name));

    public void Rename(string from, string to) => File.Move(Path.Combine(folder, from), Path.Combine(folder, to), overwrite: true);

    public void FlushNames()
    {
        // Windows keeps names by itself; elsewhere the folder is flushed like a file, which .NET has no call for.
        if (OperatingSystem.IsWindows())
            return;
        var handle = OpenFolder(folder, 0);
        if (handle < 0)
            throw new IOException($"{folder} could not be opened ({Marshal.GetLastPInvokeErrorMessage()}).");
        try
        {
            if (Sync(handle) != 0)
                throw new IOException($"{folder} could not be flushed ({Marshal.GetLastPInvokeErrorMessage()}).");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    static extern int OpenFolder(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    static extern int Close(int handle);
}
