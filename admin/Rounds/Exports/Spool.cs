namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A file that goes with its handle: where the parts of an archive wait, since an archive takes one at a time.</summary>
public static class Spool
{
    const int BufferBytes = 65536;

    public static FileStream Open() =>
        new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.DeleteOnClose);
}
