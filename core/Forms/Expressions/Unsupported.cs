namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions that authors may know from elsewhere and that forms refuse by name.</summary>
static class Unsupported
{
    const string SurveyCto = "it is of the SurveyCTO dialect; use the functions of the XLSForm standard";
    const string Device = "there is no device to ask in a chat; leave it out";

    static readonly Dictionary<string, string> reasons = new()
    {
        ["property"] = Device,
        ["device-info"] = Device,
        ["phone-call-log"] = Device,
        ["plug-in-metadata"] = Device,
        ["version"] = "the form's version is kept with every answer",
    };

    static readonly HashSet<string> surveyCto =
    [
        "duration", "caseid", "calculate_here", "choice-label", "count-if", "sum-if", "min-if", "max-if", "rank-index",
        "rank-index-if", "rank-value", "index", "item-at", "item-index", "item-present", "de-duplicate", "format-number",
        "hash", "relevant", "empty", "linebreak", "short-geopoint", "geo-scatter", "distance-between", "join-if", "join-if-empty",
        "username", "phone-call-duration", "collect-is-phone-app", "once-only", "rank-at", "search",
    ];

    /// <summary>All of them with the reason.</summary>
    public static IEnumerable<(string Name, string Why)> Reasons =>
        reasons.Select(reason => (reason.Key, reason.Value)).Concat(surveyCto.Select(name => (name, SurveyCto)));

    /// <summary>Why the function is refused; null when nobody knows it.</summary>
    public static string? Why(string name) => reasons.GetValueOrDefault(name) ?? (surveyCto.Contains(name) ? SurveyCto : null);
}
