using System.Text;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Tests.Core.Forms;

namespace RbcBot.Tests.Given;

/// <summary>Small files as authors make them, one of each kind that is read, and what damage does to them; the same seed makes the same file.</summary>
static class AuthorFiles
{
    const string Styles = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy\\-mm\\-dd'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>";

    const string Csv = """
        survey
        ,type,name,label::English (en),relevant,calculation
        ,select_one yn,a,"Do you, now?",,
        ,integer,b,"How
        many?",${a} = 'y',
        ,calculate,c,,,${b} + 1
        choices
        ,list_name,name,label::English (en)
        ,yn,y,Yes
        ,yn,n,No
        settings
        ,form_id,default_language
        ,small,English (en)
        """;

    const string Markdown = """
        # A small form
        | survey  |               |      |                 |            |
        |         | type          | name | label           | constraint |
        |---------|---------------|------|-----------------|------------|
        |         | select_one yn | a    | A \| or not?    |            |
        |         | text          | b    | Why?            | string-length(.) < 9 | # a remark
        | choices |               |      |                 |            |
        |         | list_name     | name | label           |            |
        |         | yn            | y    | Yes             |            |
        """;

    const string Typed = """
        <worksheet><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c><c r="C1" t="inlineStr"><is><t>label</t></is></c><c r="D1" t="inlineStr"><is><t>default</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>date</t></is></c><c r="B2" t="inlineStr"><is><t>a</t></is></c><c r="C2"><v>3.0</v></c><c r="D2" s="1"><v>46037</v></c></row>
        <row r="3"><c r="A3" t="str"><f>"te"&amp;"xt"</f><v>text</v></c><c r="B3" t="inlineStr"><is><r><t>b</t></r></is></c><c r="C3" t="b"><v>1</v></c></row>
        </sheetData><mergeCells><mergeCell ref="C1:D1"/></mergeCells></worksheet>
        """;

    static readonly byte[] Simple = Xlsx.Of(
        ("survey", "type|name|label|relevant|constraint\nselect_one yn|a|Yes or no?\nbegin_group|g|Group|${a} = 'y'\ninteger|b|How many ${a}?||. > 0 and . < 10\nend_group\nnote|n|Thank you"),
        ("choices", "list_name|name|label\nyn|y|Yes\nyn|n|No"),
        ("settings", "form_title|form_id\nSmall|small"));

    static readonly (string Name, byte[] Bytes)[] Whole =
    [
        ("simple.xlsx", Simple),
        ("typed.xlsx", Xlsx.Of([("survey", Typed)], Styles)),
        ("form.csv", Encoding.UTF8.GetBytes(Csv)),
        ("form.md", Encoding.UTF8.GetBytes(Markdown)),
        ("bundle.zip", FormBundle.Of("simple.xlsx", Simple, new Dictionary<string, byte[]> { ["places.csv"] = "name,label\nx,X"u8.ToArray(), ["a.png"] = [1, 2, 3] })),
        ("places.csv", "name;label\nx;\"X; and\"\n"u8.ToArray()),
        ("places.xml", "<root><item><name>x</name><label>X</label></item></root>"u8.ToArray()),
        ("places.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":"x","geometry":{"type":"Point","coordinates":[30.06,-1.95]},"properties":{"title":"X"}}]}"""u8.ToArray()),
    ];

    public static IReadOnlyList<(string Name, byte[] Bytes)> All => Whole;

    /// <summary>One of the files, damaged.</summary>
    public static (string Name, byte[] Bytes) Damaged(int seed)
    {
        var chance = new Random(seed);
        var (name, bytes) = Whole[chance.Next(Whole.Length)];
        return (name, Damage.Of(bytes, chance));
    }
}
