using System.Text;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms;

/// <summary>Forms written as CSV and as Markdown.</summary>
public sealed class TextFormTests
{
    static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // part of the runtime

    [Theory]
    [InlineData("form.csv")]
    [InlineData("form.md")]
    public void Text_that_names_its_sheets_is_a_form(string name)
    {
        var (form, findings) = FormReading.Of(AuthorFiles.All.Single(file => file.Name == name).Bytes, name);

        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Refusal);
        Assert.Equal(["/data/a", "/data/b"], form!.Questions.Take(2).Select(question => question.Path));
    }

    [Fact]
    public void Rows_of_a_csv_have_the_line_where_they_begin()
    {
        var survey = Read("\nsurvey,,\n,type,name\n,text,\"two\nlines\"\n\n,note,b\nchoices,list_name,name\n,yn,y\n").Workbook!.Find("survey")!;

        Assert.Equal([3, 4, 7], survey.Rows.Select(row => row.Number));
        Assert.Equal("two\nlines", survey.Table().Rows[0]["name"]);
    }

    [Fact]
    public void Header_may_stand_beside_the_sheet_name()
    {
        var choices = Read("survey\n,type\nchoices,list_name,name\n,yn,y").Workbook!.Find("choices")!.Table();

        Assert.Equal((3, 4, "y"), (choices.HeaderRow, choices.Rows[0].Number, choices.Rows[0]["name"]));
    }

    [Theory]
    [InlineData("survey;;\n;type;name\n;note;a, b")]
    [InlineData("survey\t\t\n\ttype\tname\n\tnote\ta, b")]
    [InlineData("sep=;\nsurvey\n;type;name\n;note;a, b")]
    [InlineData("\"survey\"\r\n,\"type\",\"name\"\r\n,\"note\",\"a, b\"")]
    [InlineData(" Survey \r,type,name\r,note,\"a, b\"")]
    public void Separator_is_found(string text) => Assert.Equal("a, b", Read(text).Workbook!.Find("survey")!.Table().Rows[0]["name"]);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16BE", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_are_read_in_the_encoding_they_were_saved_in(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-16" => Encoding.Unicode,
            "utf-16BE" => Encoding.BigEndianUnicode,
            "windows-1252" => Western,
            _ => Encoding.UTF8,
        };

        var (workbook, findings) = Workbook.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("survey\n,type,label\n,note,Être prêt")], "form.csv");

        Assert.Equal("Être prêt", workbook!.Find("survey")!.Table().Rows[0]["label"]);
        Assert.Equal(name == "windows-1252" ? ["text-encoding"] : [], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Markdown_keeps_its_lines_and_its_escaped_bars()
    {
        const string text = "# Title\r\n| survey | | | # why\r\n| | type | name |\r\n|---|:---|---|\r\nprose\r\n| | note | a \\| b |\r\n|  | text | # 2 |\r\n";

        var table = Read(text, "form.md").Workbook!.Find("survey")!.Table();

        Assert.Equal([(6, "a | b"), (7, "# 2")], table.Rows.Select(row => (row.Number, row["name"])));
    }

    [Fact]
    public void Text_without_sheet_names_is_told_how_to_name_them() =>
        Assert.Contains("survey in the first column", Assert.Single(Read("type,name,label\nnote,a,A").Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void Sheet_that_begins_twice_is_refused_with_its_line() =>
        Assert.Equal(("sheet-twice", 3), (Read("survey,type,name\nchoices\nsurvey,note,a").Findings[0].Code, Read("survey,type,name\nchoices\nsurvey,note,a").Findings[0].Row));

    [Theory]
    [InlineData("%PDF-1.7", "workbook-pdf")]
    [InlineData("{\\rtf1 survey", "workbook-word")]
    [InlineData("<?xml version='1.0'?><h:html xmlns='http://www.w3.org/2002/xforms'>", "workbook-xform")]
    [InlineData("\uFEFF <html><table>survey", "workbook-markup")]
    [InlineData("{\"survey\":[]}", "workbook-json")]
    [InlineData("\u0089PNG\0\0", "workbook-none")]
    public void Other_file_is_named_for_what_it_is(string start, string code) =>
        Assert.Equal(code, Assert.Single(Read(start, "form.xlsx").Findings).Code);

    static WorkbookReading Read(string text, string name = "form.csv") => Workbook.Read(Encoding.UTF8.GetBytes(text), name);
}
