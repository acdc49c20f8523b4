using System.IO.Compression;
using System.Text;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Given;

/// <summary>Files that no honest program writes, or that are far larger than they look, each with the code of its refusal.</summary>
static class HostileFiles
{
    public static readonly IReadOnlyDictionary<string, (string Code, Func<byte[]> File)> Workbooks = new Dictionary<string, (string, Func<byte[]>)>
    {
        ["rows that are all filled"] = ("workbook-too-many-cells", () => Sheet(250_000, row => $"<row r='{row + 1}'><c><v>1</v></c></row>")),
        ["rows without end"] = ("workbook-too-many-rows", () => Sheet(3, _ => "<row r='2147483647'><c><v>1</v></c></row>")),
        ["rows beyond any number"] = ("workbook-too-many-cells", () => Sheet(300_000, _ => "<row r='99999999999999999999'><c><v>1</v></c></row>")),
        ["16,384 columns in each row"] = ("workbook-too-many-columns", () => Sheet(50, _ => $"<row>{Repeated("<c><v>1</v></c>", 16_384)}</row>")),
        ["50 MB of shared texts"] = ("workbook-too-large", () => Shared(1_600, _ => $"<si><t>{new string('x', 30_000)}</t></si>")),
        ["more shared texts than cells"] = ("workbook-too-many-cells", () => Shared(250_000, _ => "<si><t>x</t></si>")),
        ["one shared text of 45 MB"] = ("workbook-text-too-long", () => Shared(45, index => (index == 0 ? "<si><t>" : "") + new string('x', 1_000_000))),
        ["one long text in each of many cells"] = ("workbook-too-large", () => Of(
            ("xl/sharedStrings.xml", Part("sst", 1, _ => $"<si><t> {new string('x', 32_000)} </t></si>")), ("xl/sheet0.xml", Part("worksheet", 190_000, _ => "<row><c t='s'><v>0</v></c></row>")))),
        ["more cell formats than Excel takes"] = ("workbook-too-many-formats", () => Styles("cellXfs", 100_000, _ => "<xf numFmtId='14'/>")),
        ["number formats that never close"] = ("workbook-too-many-formats", () => Styles("numFmts", 40_000, index => $"<numFmt numFmtId='{index}' formatCode='{new string('[', 1_000)}'/>")),
        ["elements in one another"] = ("workbook-broken", () => Sheet(5_000_000, _ => "<a>")),
        ["names that never come twice"] = ("workbook-broken", () => Sheet(1_000_000, index => $"<a{index}/>")),
        ["one attribute of 40 MB"] = ("workbook-text-too-long", () => Sheet(40, index => (index == 0 ? "<row r='" : "") + new string('>', 1_000_000))),
        ["a million attributes"] = ("workbook-broken", () => Sheet(1_000_000, index => (index == 0 ? "<row" : "") + $" a{index}='1'")),
        ["one section of 40 MB"] = ("workbook-text-too-long", () => Sheet(40, index => (index == 0 ? "<row><c t='str'><v><![CDATA[" : "") + string.Concat(Enumerable.Repeat("<a>", 330_000)))),
        ["the same part as 200 sheets"] = ("workbook-broken", () => Of([("xl/sheet0.xml", Part("worksheet", 100_000, _ => "<row r='1'/>"))], sheets: 200)),
        ["ten thousand sheets"] = ("workbook-too-many-sheets", () => Of([("xl/sheet0.xml", Part("worksheet", 1, _ => ""))], sheets: 10_000)),
        ["a directory that lies"] = ("workbook-broken", () => Lying(Sheet(2_500_000, _ => "<row r='1' spans='1:1'/>"))),
        ["twenty thousand files"] = ("workbook-too-large", () => Of([.. Enumerable.Range(0, 20_000).Select(index => ($"xl/{index}", Part("a", 0, _ => "")))])),
        ["a workbook of 52 MB"] = ("workbook-too-large", () => Sheet(52, _ => new string(' ', 1_000_000))),
        ["an entity that grows"] = ("workbook-broken", () => Of(("xl/sheet0.xml", writer => writer.Write("<!DOCTYPE a [<!ENTITY b 'cccc'><!ENTITY d '&b;&b;&b;&b;'>]><worksheet>&d;</worksheet>")))),
        ["archives in archives"] = ("bundle-no-form", () => Zip(("a.zip", Bytes(Zip(("b.zip", Bytes(new byte[4_000_000]))))))),
        ["a bundle with a form of 52 MB"] = ("workbook-too-large", () => Zip(("form.xlsx", Bytes(Sheet(52, _ => new string(' ', 1_000_000)))))),
        ["a bundle of 40 MB"] = ("bundle-too-large", () => Zip(("form.csv", Bytes("survey\n,type\n"u8.ToArray())), ("a.png", Bytes(new byte[40_000_000])))),
        ["a bundle in a bundle"] = ("workbook-broken", () => Zip(("form.xlsx", Bytes(FormBundle.Of("form.csv", "survey\n"u8.ToArray(), new Dictionary<string, byte[]> { ["a.png"] = [1] }))))),
        ["a csv of one row of commas"] = ("workbook-text-too-long", () => Text("survey\n" + new string(',', 4_900_000))),
        ["a csv with an open quotation mark"] = ("workbook-text-too-long", () => Text("survey\n,type,\"name\"\n,\"text,name\n" + Repeated("x\n", 1_000_000))),
        ["a csv of 250,000 rows"] = ("workbook-too-many-cells", () => Text("survey\n" + Repeated(",a\n", 250_000))),
        ["a csv of blank lines"] = ("workbook-none", () => Text(new string('\n', 4_900_000))),
        ["a csv of 9 MB"] = ("workbook-too-large", () => Text("survey\n" + new string('a', 9_000_000))),
        ["a table of bars"] = ("workbook-too-many-columns", () => Text("| survey |\n" + new string('|', 500_000) + "\n|" + Repeated(" x |", 500_000))),
    };

    static byte[] Sheet(int times, Func<int, string> piece) => Of(("xl/sheet0.xml", Part("worksheet", times, piece)));

    static byte[] Shared(int times, Func<int, string> piece) => Of(("xl/sharedStrings.xml", Part("sst", times, piece)));

    static byte[] Styles(string group, int times, Func<int, string> piece) => Of(("xl/styles.xml", Part($"styleSheet><{group}", times, piece)));

    static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    static Action<StreamWriter> Part(string root, int times, Func<int, string> piece) => writer =>
    {
        writer.Write($"<{root}>");
        for (var index = 0; index < times; index++)
        {
            writer.Write(piece(index));
        }
        writer.Write(string.Concat(root.Split("><").Reverse().Select(name => $"</{name}>")));
    };

    static Action<StreamWriter> Bytes(byte[] bytes) => writer => writer.BaseStream.Write(bytes);

    static byte[] Of(params (string Path, Action<StreamWriter> Write)[] parts) => Of(parts, sheets: 1);

    static byte[] Of((string Path, Action<StreamWriter> Write)[] parts, int sheets) => Zip(
    [
        ("xl/workbook.xml", writer => writer.Write($"<workbook xmlns:r='x/relationships'>{string.Concat(Enumerable.Range(0, sheets).Select(index => $"<sheet name='s{index}' r:id='r'/>"))}</workbook>")),
        ("xl/_rels/workbook.xml.rels", writer => writer.Write("<r><Relationship Id='r' Type='x/worksheet' Target='sheet0.xml'/><Relationship Id='s' Type='x/styles' Target='styles.xml'/><Relationship Id='t' Type='x/sharedStrings' Target='sharedStrings.xml'/></r>")),
        .. parts,
    ]);

    static byte[] Zip(params (string Path, Action<StreamWriter> Write)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, write) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open());
                write(writer);
            }
        }
        return file.ToArray();
    }

    /// <summary>Says of every file in the archive that it unpacks to 100 bytes.</summary>
    static byte[] Lying(byte[] file)
    {
        for (var at = 0; file.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next; at += next + 4)
        {
            BitConverter.TryWriteBytes(file.AsSpan(at + next + 24), 100);
        }
        return file;
    }
}
