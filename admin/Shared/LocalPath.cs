namespace RbcBot.Admin.Shared;

/// <summary>Where a page may send somebody on to: only within the console.</summary>
static class LocalPath
{
    const string Home = "/console";

    static readonly Uri Somewhere = new("https://console.invalid/console");

    /// <summary>The wanted path when it is one of the console's, else the console's first page.</summary>
    public static string Of(string? wanted) =>
        wanted is not null && IsOurs(wanted) ? wanted : Home;

    // Printable ASCII only, as it stands in a header; no dots that lead out of the console, written as they are or encoded.
    static bool IsOurs(string path) =>
        (path == Home || path.StartsWith(Home + "/", StringComparison.Ordinal) || path.StartsWith(Home + "?", StringComparison.Ordinal))
        && path.All(letter => letter is > ' ' and <= '~' and not '\\')
        && !path.Contains("//", StringComparison.Ordinal)
        && Uri.TryCreate(Somewhere, path, out var whole)
        && whole.Authority == Somewhere.Authority
        && (whole.AbsolutePath == Home || whole.AbsolutePath.StartsWith(Home + "/", StringComparison.Ordinal));
}
