namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Where a part lies in its archive, however the program that wrote it spells that.</summary>
static class PartPath
{
    /// <summary>Slashes forward, none in front, no "." and "..".</summary>
    internal static string Of(string path)
    {
        if (!path.Contains('\\') && !path.StartsWith('/') && !path.Contains("./", StringComparison.Ordinal))
        {
            return path;
        }
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }

    /// <summary>A relationship's target, seen from the folder of the part that names it.</summary>
    internal static string Within(string folder, string target) => Of(target.StartsWith('/') || target.StartsWith('\\') ? target : folder + target);
}
