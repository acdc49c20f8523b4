using System.Globalization;
using System.Net;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>What an answer of the Graph API means for a message, by the codes of the Cloud API.</summary>
static class MetaDelivery
{
    static readonly TimeSpan UnsaidPause = TimeSpan.FromSeconds(5);

    /// <summary>One message every six seconds is what a person may always be sent.</summary>
    static readonly TimeSpan PersonPause = TimeSpan.FromSeconds(6);

    /// <summary>Too many people have blocked or reported us: that does not pass in seconds.</summary>
    static readonly TimeSpan SpamPause = TimeSpan.FromMinutes(10);

    static readonly MetaAnswer Refused = new(HttpStatusCode.BadRequest, null, null);

    public static Delivery Of(MetaAnswer answer) => answer switch
    {
        { IsGood: true } => Id(answer) is { Length: > 0 } id ? new Sent(id) : new Unknown("The answer is not readable."),
        { Error: { } error } when Code(error) is > 0 and var code => Of(code, answer, Reason(code, error)),
        { Status: null, IsKnownUnsent: true } => new Failed(answer.Fault, IsPermanent: false),
        { Status: null } => new Unknown(answer.Fault),
        _ => OfStatus(answer.Status.Value, answer),
    };

    /// <summary>What kind of failure a code is that comes by a report.</summary>
    public static FailureClass Class(int code) => FailureClasses.Of(Of(code, Refused, ""));

    /// <summary>The code of what went wrong; 0 when the answer has none.</summary>
    public static int Code(MetaAnswer answer) => answer.Error is { } error ? Code(error) : 0;

    /// <summary>The code of one error; 0 when it has none.</summary>
    public static int Code(JsonPart error) => int.TryParse(error.Text("code"), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : 0;

    static Delivery Of(int code, MetaAnswer answer, string reason) => code switch
    {
        131047 => new WindowClosed(reason),
        4 or 80007 or 130429 or 133016 => new Throttled(Pause(answer, UnsaidPause)) { IsForAll = true },
        131056 => new Throttled(Pause(answer, PersonPause)),
        131048 => new Throttled(Pause(answer, SpamPause)),
        // She cannot get it: no WhatsApp, old terms, not among the people whom a test number may write to.
        131026 or 131030 => new Failed(reason, IsPermanent: true) { IsAddress = true },
        // The template: not there, paused, its variables wrong.
        >= 132000 and < 133000 => Ours(reason, isPermanent: true),
        // The token, its rights, the account, its payment, the number.
        3 or 10 or 190 or (>= 200 and < 300) or 368 or 131005 or 131031 or 131042 or 131045 or 133010 => Ours(reason, isPermanent: false),
        // The number's id, when it is not there for us.
        100 when answer.Error?.Text("error_subcode") == "33" => Ours(reason, isPermanent: false),
        1 or 2 or 131000 or 131016 or 131057 or 133004 => new Failed(reason, IsPermanent: false),
        _ when answer.Status == HttpStatusCode.TooManyRequests => new Throttled(Pause(answer, UnsaidPause)),
        _ => new Failed(reason, IsPermanent: (int)answer.Status.GetValueOrDefault() < 500),
    };

    static Delivery OfStatus(HttpStatusCode status, MetaAnswer answer) => (int)status switch
    {
        429 => new Throttled(Pause(answer, UnsaidPause)) { IsForAll = true },
        401 or 403 or 404 => Ours($"HTTP {(int)status}", isPermanent: false),
        // Not Meta itself but what stands before it, which does not know what Meta has done; only of one that lets nothing through it is clear.
        >= 500 and not 503 => new Unknown($"HTTP {(int)status}"),
        503 or (>= 300 and < 400) => new Failed($"HTTP {(int)status}", IsPermanent: false),
        _ => new Failed($"HTTP {(int)status}", IsPermanent: true),
    };

    static Failed Ours(string reason, bool isPermanent) => new(reason, isPermanent) { IsOurs = true };

    static string Id(MetaAnswer answer) => answer.Whole?.Items("messages").FirstOrDefault() is { IsObject: true } message ? message.Text("id") : "";

    // The title of the code, not the details: these may repeat what was written.
    static string Reason(int code, JsonPart error) => string.Create(CultureInfo.InvariantCulture, $"{code} {error.Text("message")}").Trim();

    static TimeSpan Pause(MetaAnswer answer, TimeSpan unsaid) => answer.RetryAfter is { } said && said > TimeSpan.Zero ? said : unsaid;
}
