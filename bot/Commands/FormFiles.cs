using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Bot.Commands;

/// <summary>Takes a form from disk together with the files it names: beside it, or in a folder NAME-media as ODK keeps them.</summary>
static class FormFiles
{
    /// <summary>The form's bytes, or a bundle of it and what it names; nothing else is read. What comes as a bundle is whole as it is.</summary>
    public static byte[] Read(string file)
    {
        var (name, bytes) = (Path.GetFileName(file), File.ReadAllBytes(file));
        var found = new Dictionary<string, byte[]> { [name] = bytes };
        foreach (var wanted in IsBundle(name) ? [] : FormReading.Of(bytes, name).Missing.Where(wanted => wanted == Path.GetFileName(wanted)))
        {
            if (Places(file).Select(folder => Path.Combine(folder, wanted)).FirstOrDefault(File.Exists) is { } path)
            {
                found.TryAdd(wanted, File.ReadAllBytes(path));
            }
        }
        return FormBundle.Of(found);
    }

    static bool IsBundle(string name) => Path.GetExtension(name).Equals(".zip", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<string> Places(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".";
        return [folder, Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + "-media")];
    }
}
