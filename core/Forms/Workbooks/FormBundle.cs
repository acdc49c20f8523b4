using System.IO.Compression;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>A form and the files that it needs, in one archive.</summary>
public static class FormBundle
{
    /// <summary>The earliest moment that an archive can write down, so that the same files make the same bytes.</summary>
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One file of a form and what came with it, the same bytes for the same files; a single file's own bytes. Which of them is the form shows when it is read.</summary>
    /// <param name="files">By file name; folders in it are left out.</param>
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> files)
    {
        if (files.Count == 1)
        {
            return files.Values.First();
        }
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                Write(archive, name, bytes);
            }
        }
        return file.ToArray();
    }

    /// <summary>The same of a form and its attachments.</summary>
    public static byte[] Of(string formName, byte[] form, IReadOnlyDictionary<string, byte[]> attachments) =>
        Of(new Dictionary<string, byte[]>(attachments) { [formName] = form });

    internal static WorkbookReading Read(ZipArchive archive, IReadOnlyList<string> files)
    {
        var bundled = BundledFiles.Of(archive);
        BundledFile[] forms = [.. bundled.Where(file => file.IsForm)];
        if (forms is not [var form])
        {
            throw forms.Length == 0 ? NoForm(files) : new("bundle-forms", "", null,
                $"The archive holds more than one form: {string.Join(", ", forms.Select(each => each.Name))}. Put one form and its files into each archive.");
        }
        var (workbook, findings) = WorkbookFile.ReadInBundle(form.Bytes, form.Name);
        var attachments = bundled.Where(file => file != form).OrderBy(file => file.Name, StringComparer.Ordinal).ToDictionary(file => file.Name, file => file.Bytes);
        return new(workbook! with { Attachments = attachments }, findings); // a form that cannot be read has thrown
    }

    static WorkbookRefusedException NoForm(IReadOnlyList<string> files) => new("bundle-no-form", "", null,
        $"The archive holds no form (.xlsx, .csv or .md with a survey sheet); it holds: {string.Join(", ", files.Take(10))}.");

    static void Write(ZipArchive archive, string name, byte[] bytes)
    {
        var entry = archive.CreateEntry(BundledFiles.BareName(name), CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
