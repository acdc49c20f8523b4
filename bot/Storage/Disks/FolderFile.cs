using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RbcBot.Bot.Storage.Disks;

/// <summary>A file of this machine.</summary>
sealed class FolderFile(SafeFileHandle handle) : IDiskFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(Span<byte> buffer, long position)
    {
        var read = 0;
        while (read < buffer.Length && RandomAccess.Read(handle, buffer[read..], position + read) is > 0 and var some)
            read += some;
        return read;
    }

    public void Write(ReadOnlySpan<byte> bytes, long position) => RandomAccess.Write(handle, bytes, position);

    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    // .NET's own call is fsync, which also writes down when the file was changed last: four times the wait (decision 24).
    public void Flush()
    {
        if (!OperatingSystem.IsLinux())
            RandomAccess.FlushToDisk(handle);
        else if (Sync(handle) != 0)
            throw new IOException($"The disk did not take it ({Marshal.GetLastPInvokeErrorMessage()}).");
    }

    public void Dispose() => handle.Dispose();

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    static extern int Sync(SafeFileHandle file);
}
