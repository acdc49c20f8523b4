namespace RbcBot.Admin.SignIn;

/// <summary>A browser by names that its owner knows, from what it says of itself: enough to tell one session from another, and no more is kept.</summary>
static class BrowserName
{
    // In this order: most of them say that they are some of those behind them.
    static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>Such as Firefox, Windows; "" when nothing is known of it.</summary>
    public static string Of(string agent) => string.Join(", ", new[] { In(Browsers, agent), In(Systems, agent) }.OfType<string>());

    static string? In((string Mark, string Name)[] known, string agent) =>
        known.Where(one => agent.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
