using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Auditing;

/// <summary>Why somebody does what she does, as she says it: noted with the act.</summary>
sealed class NotedReason(string words)
{
    public static void Set(HttpContext http, string words) => http.Features.Set(new NotedReason(words));

    /// <summary>Null when none was asked for.</summary>
    public static string? Of(HttpContext http) => http.Features.Get<NotedReason>()?.Words;

    string Words => words;
}
