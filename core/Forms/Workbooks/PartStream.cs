namespace RbcBot.Core.Forms.Workbooks;

/// <summary>The bytes of one part as they are unpacked: counted against the budget, and refused when one tag or text runs on without end.</summary>
sealed class PartStream(Stream inner, CellBudget budget) : Stream
{
    int run, opened, closed;
    bool inSection;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        budget.Unpack(read);
        for (ReadOnlySpan<byte> rest = buffer.AsSpan(offset, read); rest.Length > 0; rest = rest[1..])
        {
            rest = inSection || opened > 0 ? rest : ToTag(rest);
            See(rest[0]);
        }
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    static ReadOnlySpan<byte> SectionStart => "<![CDATA["u8;

    /// <summary>From the next "&lt;" on, or the last byte when there is none: most bytes need no closer look.</summary>
    ReadOnlySpan<byte> ToTag(ReadOnlySpan<byte> rest)
    {
        var skipped = rest.IndexOf((byte)'<') is >= 0 and var tag ? tag : rest.Length - 1;
        run += skipped;
        return rest[skipped..];
    }

    /// <summary>A tag begins at each "&lt;", but not in a CDATA section; zeros are skipped, so that two-byte letters count alike.</summary>
    void See(byte letter)
    {
        if (++run > WorkbookCaps.MarkupRun)
        {
            throw CellBudget.TextTooLong("", null);
        }
        if (inSection)
        {
            inSection = letter == 0 || !(letter == '>' && closed >= 2);
            closed = letter == ']' ? closed + 1 : letter == 0 ? closed : 0;
        }
        else if (letter == '<')
        {
            (run, opened) = (0, 1);
        }
        else if (opened > 0 && letter != 0)
        {
            opened = letter == SectionStart[opened] ? opened + 1 : 0;
            (inSection, opened) = opened == SectionStart.Length ? (true, 0) : (false, opened);
        }
    }
}
