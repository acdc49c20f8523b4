namespace RbcBot.Bot.Storage.Disks;

/// <summary>A folder as a database wants it: what was written is safe only once it was flushed.</summary>
interface IDisk
{
    /// <summary>Bytes that may still be written.</summary>
    long FreeBytes { get; }

    /// <summary>Names of the files there are, in no order.</summary>
    IReadOnlyList<string> Names();

    /// <summary>Opens a file for reading and writing; makes it when it is not there.</summary>
    IDiskFile Open(string name);

    void Delete(string name);

    /// <summary>Gives the file another name; a file of that name is replaced.</summary>
    void Rename(string from, string to);

    /// <summary>Makes sure that files made, renamed and deleted stay so.</summary>
    void FlushNames();
}

/// <summary>An open file of a disk.</summary>
interface IDiskFile : IDisposable
{
    long Length { get; }

    /// <summary>Fills the buffer from the position on; fewer bytes only at the file's end.</summary>
    int Read(Span<byte> buffer, long position);

    void Write(ReadOnlySpan<byte> bytes, long position);

    void SetLength(long length);

    /// <summary>On return what was written is on the disk. After a failure nobody knows what is.</summary>
    void Flush();
}
