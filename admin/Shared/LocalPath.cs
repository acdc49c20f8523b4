namespace RbcBot.Admin.Shared;

/// <summary>Where a page may send somebody on to: only within the console.</summary>
static class LocalPath
{
    const string Home = "/console";

    /// <summary>The wanted path when it is one of the console's, else the console's first page.</summary>
    public static string Of(string? wanted) =>
        wanted is not null && IsOurs(wanted) ? wanted : Home;

    static bool IsOurs(string path) =>
        (path == Home || path.StartsWith(Home + "/", StringComparison.Ordinal) || path.StartsWith(Home + "?", StringComparison.Ordinal))
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains("//", StringComparison.Ordinal)
        && !path.Any(char.IsControl);
}
