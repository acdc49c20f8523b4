using System.Text.Json;

namespace RbcBot.Bot.Storage.Sealing;

/// <summary>The wrapped root key of a storage folder: a file that goes along with backups.</summary>
sealed class KeyFolder(string folder)
{
    const string Name = "vault.json";

    string File => Path.Combine(folder, "keys", Name);

    /// <summary>Null when nothing was ever sealed here.</summary>
    public WrappedRoot? Find() => System.IO.File.Exists(File)
        ? JsonSerializer.Deserialize<WrappedRoot>(System.IO.File.ReadAllBytes(File)) ?? throw new InvalidDataException($"{File} is empty.")
        : null;

    /// <summary>Whole or not at all, whenever the power is cut.</summary>
    public void Put(WrappedRoot root)
    {
        var keys = Path.GetDirectoryName(File) ?? folder;
        Directory.CreateDirectory(keys);
        var disk = new Disks.FolderDisk(keys);
        using (var file = disk.Open(Name + "-new"))
        {
            file.SetLength(0);
            file.Write(JsonSerializer.SerializeToUtf8Bytes(root), 0);
            file.Flush();
        }
        disk.Rename(Name + "-new", Name);
        disk.FlushNames();
    }
}
