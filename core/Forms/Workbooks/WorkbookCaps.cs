namespace RbcBot.Core.Forms.Workbooks;

/// <summary>How much an author's file may hold: far above the largest public form we know, far below what would hurt the machine.</summary>
static class WorkbookCaps
{
    /// <summary>Bytes of one workbook; the largest public form we know has 0.4 MB.</summary>
    internal const int FileBytes = 10_000_000;

    /// <summary>Bytes of a form written as text, and of one attached list.</summary>
    internal const int TextBytes = 5_000_000;

    /// <summary>Bytes of all parts unpacked, a part that is read twice counting twice.</summary>
    internal const long UnpackedBytes = 50_000_000;

    /// <summary>Files in one archive.</summary>
    internal const int Entries = 2_000;

    internal const int Sheets = 200;

    /// <summary>The last row of a sheet in any spreadsheet program.</summary>
    internal const int Rows = 1_048_576;

    /// <summary>Cells that hold something, over all sheets.</summary>
    internal const int Cells = 200_000;

    /// <summary>The last column that may hold something.</summary>
    internal const int Columns = 500;

    /// <summary>Characters of one cell: what Excel takes.</summary>
    internal const int TextLength = 32_767;

    /// <summary>Characters of all cells, and again of all shared texts.</summary>
    internal const int TextTotal = 10_000_000;

    /// <summary>Cell formats: what Excel takes.</summary>
    internal const int Formats = 65_536;

    /// <summary>Number formats that a workbook defines itself; Excel takes 250.</summary>
    internal const int NumberFormats = 2_000;

    /// <summary>Elements inside one another; a sheet has 8.</summary>
    internal const int Depth = 64;

    /// <summary>Different names of elements and attributes in one part.</summary>
    internal const int Names = 5_000;

    /// <summary>Bytes of one tag with the text that follows it: a full cell with each character escaped.</summary>
    internal const int MarkupRun = 300_000;

    /// <summary>Characters of one attribute that we read.</summary>
    internal const int AttributeLength = 1_024;

    /// <summary>Rows of one attached list.</summary>
    internal const int ListRows = 100_000;

    /// <summary>Files in a bundle, the form among them.</summary>
    internal const int BundleFiles = 200;

    /// <summary>Bytes of one attachment.</summary>
    internal const int AttachmentBytes = 5_000_000;

    /// <summary>Bytes of a whole bundle, packed and unpacked.</summary>
    internal const int BundleBytes = 30_000_000;
}
