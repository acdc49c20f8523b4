using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>Linux's epoll by hand: one thread for many sockets, so that the phones take little of the machine they measure.</summary>
sealed partial class Poll : IDisposable
{
    const int Add = 1;
    const uint Readable = 1;
    const int MostAtOnce = 512;

    // Packed on x86-64 only.
    static readonly int Size = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    static readonly int KeyAt = Size - 8;

    readonly byte[] events = new byte[MostAtOnce * Size];
    readonly int handle = epoll_create1(0);

    public void Watch(Socket socket, int key)
    {
        var wanted = new byte[Size];
        MemoryMarshal.Write(wanted, Readable);
        MemoryMarshal.Write(wanted.AsSpan(KeyAt), (long)key);
        if (epoll_ctl(handle, Add, (int)socket.Handle, wanted) != 0)
            throw new InvalidOperationException("epoll does not take the socket.");
    }

    /// <summary>Waits until a socket has something, at most so long; tells how many have.</summary>
    public int Wait(TimeSpan longest)
    {
        long[] time = [longest.Ticks / TimeSpan.TicksPerSecond, longest.Ticks % TimeSpan.TicksPerSecond * 100];
        return Math.Max(0, epoll_pwait2(handle, events, MostAtOnce, time, 0));
    }

    public int Key(int index) => (int)MemoryMarshal.Read<long>(events.AsSpan(index * Size + KeyAt));

    public void Dispose() => _ = close(handle);

    [DllImport("libc")]
    static extern int epoll_create1(int flags);

    [DllImport("libc")]
    static extern int epoll_ctl(int handle, int what, int socket, byte[] wanted);

    [DllImport("libc")]
    static extern int epoll_pwait2(int handle, byte[] events, int most, long[] time, nint signals);

    [DllImport("libc")]
    static extern int close(int handle);
}
