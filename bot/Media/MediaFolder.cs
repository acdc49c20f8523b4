using System.Security.Cryptography;
using System.Text.RegularExpressions;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Media;

/// <summary>The files that people sent, sealed, in a folder beside the store: named by conversation and content, so that keeping the same again changes nothing.</summary>
sealed partial class MediaFolder : IMedia, IDisposable
{
    /// <summary>Letters of a name that tell the conversation, and the content.</summary>
    const int OfAddress = 12, OfContent = 24;

    readonly MediaOptions options;
    readonly Vault vault;
    readonly string folder;
    readonly SemaphoreSlim one = new(1);
    long bytes;

    public MediaFolder(StorageOptions storage, MediaOptions options, Vault vault)
    {
        (this.options, this.vault) = (options, vault);
        folder = Path.Combine(storage.Path, "media");
        Directory.CreateDirectory(folder);
        foreach (var name in Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name => Form().IsMatch(name)).ToList())
            SealOld(name);
        bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
    }

    public MediaOptions Options => options;

    public void Dispose() => one.Dispose();

    /// <summary>Keeps the bytes, on disk on return; the file says why it could not be kept, when it could not.</summary>
    public async Task<SentFile> KeepAsync(Address from, ReadOnlyMemory<byte> file, string said, CancellationToken stop)
    {
        if (file.Length > options.BytesEach)
            return Refused("talk.sent.large");
        if (MediaKinds.Ending(file.Span[..Math.Min(file.Length, MediaKinds.Head)], said) is not { } ending)
            return Refused("talk.sent.type");
        var name = $"{Prefix(from)}-{Convert.ToHexStringLower(SHA256.HashData(file.Span))[..OfContent]}.{ending}";
        await one.WaitAsync(stop);
        try
        {
            return File.Exists(PathOf(name)) ? Kept(name)
                : bytes + file.Length > options.BytesInAll || Directory.EnumerateFiles(folder, $"{Prefix(from)}-*").Count() >= options.FilesEach ? Refused("chat.file-many")
                : await WriteAsync(name, file, stop);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The file of the name, when the conversation sent it; null otherwise.</summary>
    public SentFile? Of(Address from, string name) =>
        Form().IsMatch(name) && (IsOf(Prefix(from), name) || IsOf(OldPrefix(from), name)) && File.Exists(PathOf(name)) ? Kept(name) : null;

    public KeptFile? Open(string name) => Form().IsMatch(name) && File.Exists(PathOf(name))
        ? new(new MemoryStream(vault.Open(Place(name), File.ReadAllBytes(PathOf(name))), writable: false), TypeOf(name))
        : null;

    /// <summary>Deletes the files of these names, and all that came from the address.</summary>
    /// <param name="from">Null when others write from there too.</param>
    public async Task EraseAsync(IReadOnlyList<string> names, Address? from, CancellationToken stop)
    {
        await one.WaitAsync(stop);
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => names.Contains(file.Name) || (from is not null && (IsOf(Prefix(from), file.Name) || IsOf(OldPrefix(from), file.Name)))).ToList())
            {
                bytes -= file.Length;
                file.Delete();
            }
        }
        finally
        {
            one.Release();
        }
    }

    async Task<SentFile> WriteAsync(string name, ReadOnlyMemory<byte> file, CancellationToken stop)
    {
        await WriteSealedAsync(name, vault.Seal(Place(name), file.Span), stop);
        bytes += file.Length;
        return Kept(name);
    }

    async Task WriteSealedAsync(string name, byte[] file, CancellationToken stop)
    {
        // Whole under another name first: after a power cut there is no half file under the name that a message gives.
        var unfinished = PathOf(name) + ".new";
        await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await stream.WriteAsync(file, stop);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, PathOf(name), overwrite: true);
    }

    // From before anything was sealed. No kind of file that is kept begins as a sealed one does.
    void SealOld(string name)
    {
        using (var file = File.OpenRead(PathOf(name)))
            if (Vault.IsSealed(file.ReadByte()))
                return;
        var unfinished = PathOf(name) + ".new";
        File.WriteAllBytes(unfinished, vault.Seal(Place(name), File.ReadAllBytes(PathOf(name))));
        File.Move(unfinished, PathOf(name), overwrite: true);
    }

    static string Place(string name) => $"media/{name}";

    static bool IsOf(string prefix, string name) => name.StartsWith(prefix + "-", StringComparison.Ordinal);

    static SentFile Kept(string name) => new(name, TypeOf(name));

    static SentFile Refused(string why) => new("", "", Fault: why);

    // The address's own key, letters that are safe in a file's name.
    string Prefix(Address from) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(vault.KeyOf(from))))[..OfAddress];

    // As files were named before anything was sealed: who knows an address can tell.
    static string OldPrefix(Address from) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(from.ToString())))[..OfAddress];

    static string TypeOf(string name) => MediaKinds.Type(name[(name.LastIndexOf('.') + 1)..]) ?? "application/octet-stream";

    string PathOf(string name) => Path.Combine(folder, name);

    [GeneratedRegex(@"\A[0-9a-f]{12}-[0-9a-f]{24}\.[a-z0-9]{3,4}\z")]
    private static partial Regex Form();
}
