using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>One HTTP/1.1 connection that stays open and never waits: bytes in, until a whole message is there.</summary>
sealed class Wire(Socket socket)
{
    byte[] bytes = new byte[8 * 1024];
    int from, to;

    public Socket Socket => socket;

    /// <summary>Takes what has come; false when the other side hung up.</summary>
    public bool Receive()
    {
        if (to == bytes.Length)
            MakeRoom();
        var count = socket.Receive(bytes.AsSpan(to), SocketFlags.None, out var fault);
        to += Math.Max(0, count);
        return count > 0 || fault == SocketError.WouldBlock;
    }

    /// <summary>The next whole message, valid until the next Receive.</summary>
    public bool TryTake(out ReadOnlySpan<byte> head, out ReadOnlySpan<byte> body)
    {
        head = [];
        body = [];
        var all = bytes.AsSpan(from, to - from);
        var headLength = all.IndexOf("\r\n\r\n"u8) + 4;
        if (headLength < 4)
            return false;
        head = all[..headLength];
        var rest = all[headLength..];
        var taken = Find(head, "content-length: "u8) is { } length ? Counted(rest, length, out body)
            : Find(head, "transfer-encoding: "u8) is not null ? Chunked(rest, out body) : 0;
        if (taken < 0)
            return false;
        from += headLength + taken;
        if (from == to)
            (from, to) = (0, 0);
        return true;
    }

    public void Send(ReadOnlySpan<byte> message)
    {
        while (message.Length > 0)
        {
            var sent = socket.Send(message, SocketFlags.None, out var fault);
            if (fault is not (SocketError.Success or SocketError.WouldBlock))
                return; // hung up: the reading side tells
            message = message[Math.Max(0, sent)..];
        }
    }

    void MakeRoom()
    {
        var old = bytes.AsSpan(from, to - from);
        if (from == 0)
            bytes = new byte[bytes.Length * 2];
        old.CopyTo(bytes);
        (from, to) = (0, old.Length);
    }

    // A header's value as a number; null when it is not there, 0 when it is no number.
    static int? Find(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        for (var line = head.IndexOf((byte)'\n') + 1; line > 0 && line + name.Length <= head.Length;)
        {
            if (IsSame(head.Slice(line, name.Length), name))
                return Utf8Parser.TryParse(head[(line + name.Length)..], out int number, out _) ? number : 0;
            var next = head[line..].IndexOf((byte)'\n') + 1;
            line = next == 0 ? 0 : line + next;
        }
        return null;
    }

    static bool IsSame(ReadOnlySpan<byte> written, ReadOnlySpan<byte> lower)
    {
        for (var at = 0; at < lower.Length; at++)
            if ((written[at] is >= (byte)'A' and <= (byte)'Z' ? written[at] | 0x20 : written[at]) != lower[at])
                return false;
        return true;
    }

    static int Counted(Span<byte> rest, int length, out ReadOnlySpan<byte> body)
    {
        body = rest.Length >= length ? rest[..length] : [];
        return rest.Length >= length ? length : -1;
    }

    // The chunks are moved together only once all are there.
    static int Chunked(Span<byte> rest, out ReadOnlySpan<byte> body)
    {
        body = [];
        if (rest.Length < 5 || rest.LastIndexOf("0\r\n\r\n"u8) < 0)
            return -1;
        var whole = new List<byte>(rest.Length);
        for (var at = 0; ;)
        {
            var line = rest[at..].IndexOf("\r\n"u8);
            if (line < 0 || !int.TryParse(rest.Slice(at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size) || at + line + 2 + size + 2 > rest.Length)
                return -1;
            at += line + 2;
            whole.AddRange(rest.Slice(at, size));
            at += size + 2;
            if (size > 0)
                continue;
            body = whole.ToArray();
            return at;
        }
    }
}
