using RbcBot.Core.Content;

namespace RbcBot.Bot;

/// <summary>The content that authors own, read from its folder.</summary>
static class ContentFolder
{
    /// <summary>Reads modules and helplines; a relative path is looked for in the working folder, then beside the programme.</summary>
    public static Library Read(string path) => LibraryReading.Of(
        Directory.EnumerateFiles(Find(path), "*.xlsx", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('~') && Path.GetFileName(Path.GetDirectoryName(file)) != "forms")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))));

    /// <summary>The bytes of a form that ships with the product.</summary>
    public static byte[] Form(string path, string name) =>
        File.ReadAllBytes(Path.Combine(Find(path), "forms", name));

    /// <summary>All forms that ship with the product.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Forms(string path) =>
        Directory.EnumerateFiles(Path.Combine(Find(path), "forms"), "*.xlsx").Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));

    static string Find(string path) =>
        new[] { path, Path.Combine(AppContext.BaseDirectory, path) }.FirstOrDefault(Directory.Exists)
            ?? throw new SettingException($"Content:Path is \"{path}\"; there is no such folder, neither here nor beside the programme.");
}
