using System.Text;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Core.Forms;

public sealed class AttachedListTests
{
    [Fact]
    public void Csv_list_has_its_columns_and_its_lines()
    {
        var (rows, findings) = Read("centres.csv", "\uFEFFname;label;beds\n\nb1;\"Butaro\nhospital\";12\nk2;Kirehe\n");

        Assert.Empty(findings);
        Assert.Equal([(3, "b1", "Butaro\nhospital", "12"), (5, "k2", "Kirehe", "")], rows!.Select(row => (row.Number, row["name"], row["label"], row["beds"])));
    }

    [Fact]
    public void Xml_list_has_an_item_in_each_row()
    {
        var (rows, _) = Read("centres.xml", "<?xml version='1.0'?>\n<root>\n<item><name>b1</name><label>Butaro &amp; more</label></item>\n<item><name>k2</name><beds/></item></root>");

        Assert.Equal([(3, "b1", "Butaro & more"), (4, "k2", "")], rows!.Select(row => (row.Number, row["name"], row["label"])));
    }

    [Fact]
    public void Geojson_list_writes_places_as_forms_do()
    {
        var (rows, _) = Read("centres.geojson", """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[30.06,-1.95]},"properties":{"title":"Kigali","beds":12,"open":true,"none":null}},
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[30,-2],[31,-1.5]]},"properties":{"id":"road"}}]}
            """);

        Assert.Equal(("7", "Kigali", "12", "true", "", "-1.95 30.06 0 0"), (rows![0]["id"], rows[0]["title"], rows[0]["beds"], rows[0]["open"], rows[0]["none"], rows[0]["geometry"]));
        Assert.Equal(("road", "-2 30 0 0; -1.5 31 0 0"), (rows[1]["id"], rows[1]["geometry"]));
    }

    [Theory]
    [InlineData("a.csv", "", "list-empty", null)]
    [InlineData("a.csv", "name,label,name\n", "list-header-twice", 1)]
    [InlineData("a.csv", "name\0", "list-broken", null)]
    [InlineData("a.txt", "name,label", "list-kind", null)]
    [InlineData("a.xml", "<!DOCTYPE root [<!ENTITY x 'y'>]><root><item><name>&x;</name></item></root>", "list-broken", null)]
    [InlineData("a.xml", "<root><row/></root>", "list-broken", 1)]
    [InlineData("a.xml", "<root>\n<item><name>a</item></root>", "list-broken", 2)]
    [InlineData("a.xml", "<root/>", "list-empty", null)]
    [InlineData("a.geojson", "{", "list-broken", 1)]
    [InlineData("a.geojson", "[]", "list-broken", null)]
    [InlineData("a.geojson", """{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[-1.95,300]}}]}""", "list-geometry", 1)]
    public void List_that_cannot_be_read_is_refused_with_its_row(string name, string text, string code, int? row)
    {
        var (rows, findings) = Read(name, text);

        Assert.Null(rows);
        Assert.Equal((code, name, row), (Assert.Single(findings).Code, findings[0].Sheet, findings[0].Row));
    }

    [Fact]
    public void Value_under_no_header_is_told() =>
        Assert.Equal(("list-left-over", 2), (Read("a.csv", "name,label\nx,Musanze, north\n").Findings[0].Code, Read("a.csv", "name,label\nx,Musanze, north\n").Findings[0].Row));

    [Fact]
    public void List_beyond_the_cap_is_refused_at_little_cost()
    {
        var file = Encoding.UTF8.GetBytes("name,label\n" + new StringBuilder().Insert(0, "a,b\n", 100_001));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var code = Assert.Single(AttachedList.Read("a.csv", file).Findings).Code;

        Assert.Equal("list-too-long", code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    static AttachedList Read(string name, string text) => AttachedList.Read(name, Encoding.UTF8.GetBytes(text));
}
