using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace RbcBot.Admin.Auditing;

/// <summary>What something was done to, as the audit trail may keep it: ids, and nothing that somebody wrote.</summary>
static class NotedObject
{
    const int LongestId = 100;
    const int FewestOfPhone = 7, MostOfPhone = 15; // E.164 has 15 at most

    const string Other = "…";

    static readonly string[] Fields = ["id", "code"];

    /// <summary>The ids in the address; null when there is none.</summary>
    public static string? Of(RouteValueDictionary address) =>
        Joined(address.Where(one => one.Key != "path").Select(one => one.Value as string));

    /// <summary>The ids in the address, else those in its query or in the form that was sent.</summary>
    public static async Task<string?> OfAsync(HttpRequest request)
    {
        if (Of(request.RouteValues) is { } address)
            return address;
        if (!request.HasFormContentType)
            return Joined([request.Query["show"]]);
        var form = await request.ReadFormAsync();
        return Joined(Fields.Select(field => form[field].ToString()));
    }

    static string? Joined(IEnumerable<string?> ids) =>
        string.Join('/', ids.OfType<string>().Where(id => id.Length > 0).Select(Safe)) is { Length: > 0 } joined ? joined : null;

    // A phone number or words in the place of an id were written by somebody: they are left out.
    static string Safe(string id) =>
        id.Length <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':') && !IsPhone(id) ? id : Other;

    static bool IsPhone(string id) =>
        id.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '.') && id.Count(char.IsAsciiDigit) is >= FewestOfPhone and <= MostOfPhone;
}
