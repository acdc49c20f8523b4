namespace RbcBot.Admin.Rounds.Exports;

/// <summary>What ODK and Kobo head a column with: the path without the form's own root.</summary>
static class Heading
{
    public static string Of(string path)
    {
        var root = path.IndexOf('/', Math.Min(1, path.Length));
        return root > 0 && root + 1 < path.Length ? path[(root + 1)..] : path.TrimStart('/');
    }

    /// <summary>The heading with something put into its last name: work/_place_latitude.</summary>
    public static string Beside(string heading, string suffix)
    {
        var last = heading.LastIndexOf('/') + 1;
        return heading[..last] + "_" + heading[last..] + suffix;
    }
}
