using System.IO.Compression;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Core.Forms;

public sealed class FormBundleTests
{
    static readonly byte[] Book = Xlsx.Of(("survey", "type|name|label\ntext|a|A"));

    static readonly byte[] Text = "survey\n,type,name,label\n,text,a,A"u8.ToArray();

    [Fact]
    public void Form_without_attachments_is_its_own_bundle() => Assert.Same(Book, FormBundle.Of("form.xlsx", Book, new Dictionary<string, byte[]>()));

    [Fact]
    public void Same_files_make_the_same_bytes_in_any_order()
    {
        byte[] one = FormBundle.Of("form.xlsx", Book, new Dictionary<string, byte[]> { ["a.png"] = [1], ["b.csv"] = [2] });
        byte[] other = FormBundle.Of("form.xlsx", Book, new Dictionary<string, byte[]> { ["b.csv"] = [2], ["a.png"] = [1] });

        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData("form.xlsx")]
    [InlineData("form.csv")]
    public void Form_and_its_attachments_come_out_as_they_went_in(string name)
    {
        var attachments = new Dictionary<string, byte[]> { ["Photo.png"] = [1, 2], ["villages.csv"] = "name,label\nsurvey,S"u8.ToArray() };

        var (workbook, _) = Workbook.Read(FormBundle.Of(name, name == "form.csv" ? Text : Book, attachments), "bundle.zip");

        Assert.NotNull(workbook!.Find("survey"));
        Assert.Equal(attachments.OrderBy(each => each.Key, StringComparer.Ordinal), workbook.Attachments.OrderBy(each => each.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Archive_with_a_media_folder_is_read_and_what_systems_leave_in_it_is_not()
    {
        var file = Zip(("my form/form.xlsx", Book), ("my form/form-media/A.jpg", [1]), ("__MACOSX/my form/._form.xlsx", [0]), ("my form/~$form.xlsx", [0]), (".DS_Store", [0]));

        Assert.Equal(["A.jpg"], Workbook.Read(file, "form.zip").Workbook!.Attachments.Keys);
        Assert.NotNull(FormReading.Of(file, "form.zip").Form);
    }

    public static TheoryData<string> Refused => ["bundle-no-form", "bundle-forms", "bundle-name", "bundle-name-twice", "bundle-too-many", "workbook-old", "workbook-opendocument", "workbook-word", "workbook-binary", "workbook-numbers"];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Archive_that_is_no_bundle_is_refused_for_what_it_is(string code)
    {
        var file = code switch
        {
            "bundle-no-form" => Zip(("a.csv", "name,label"u8.ToArray())),
            "bundle-forms" => Zip(("a.xlsx", Book), ("b.csv", Text)),
            "bundle-name" => Zip(("form.xlsx", Book), ("../a.csv", [1])),
            "bundle-name-twice" => Zip(("form.xlsx", Book), ("a/x.csv", [1]), ("b/X.csv", [1])),
            "bundle-too-many" => Zip([("form.xlsx", Book), .. Enumerable.Range(0, 200).Select(index => ($"{index}.png", new byte[1]))]),
            "workbook-old" => Zip(("form.xls", [0xD0, 0xCF, 0x11, 0xE0, 0, 0]), ("a.png", [1])),
            "workbook-opendocument" => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()), ("content.xml", [])),
            "workbook-word" => Zip(("_rels/.rels", []), ("word/document.xml", [])),
            "workbook-binary" => Zip(("_rels/.rels", []), ("xl/workbook.bin", [])),
            _ => Zip(("Index/Document.iwa", [])),
        };

        var (workbook, findings) = Workbook.Read(file, "form.zip");

        Assert.Null(workbook);
        Assert.Equal(code, Assert.Single(findings).Code);
    }

    static byte[] Zip(params (string Path, byte[] Bytes)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var stream = archive.CreateEntry(path).Open();
                stream.Write(bytes);
            }
        }
        return file.ToArray();
    }
}
