using System.IO.Compression;
using System.Xml.Linq;
using RbcBot.Tests.Architecture;

namespace RbcBot.Tests.Core.Content;

/// <summary>A file of the content folder, as it is or with cells changed as an author might.</summary>
sealed record ContentFile(string Name, byte[] Bytes)
{
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static string Root => House.Root;

    public static ContentFile Of(string name) => new(name, File.ReadAllBytes(Path.Combine(Root, "content", name)));

    public static IEnumerable<ContentFile> All() =>
        Directory.EnumerateFiles(Path.Combine(Root, "content"), "*.xlsx", SearchOption.AllDirectories)
            .Select(path => Of(Path.GetRelativePath(Path.Combine(Root, "content"), path)));

    /// <summary>The file with another text in one cell; "" empties it.</summary>
    public ContentFile With(string sheet, string cell, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(Bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.GetEntry(Part(archive, sheet)) ?? throw new ArgumentException(sheet);
            var xml = Load(part);
            var found = xml.Descendants(Main + "c").Single(candidate => (string?)candidate.Attribute("r") == cell);
            found.SetAttributeValue("t", "inlineStr");
            found.ReplaceNodes(new XElement(Main + "is", new XElement(Main + "t", text)));
            using var written = part.Open();
            written.SetLength(0);
            xml.Save(written);
        }
        return this with { Bytes = stream.ToArray() };
    }

    static string Part(ZipArchive archive, string sheet)
    {
        var names = Load(archive.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").Select(element => (string?)element.Attribute("name")).ToList();
        return $"xl/worksheets/sheet{names.IndexOf(sheet) + 1}.xml";
    }

    static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
