using System.Globalization;
using System.Net;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>What an answer of Twilio means for a message, by its codes (twilio.com/docs/api/errors).</summary>
static class TwilioDelivery
{
    static readonly TimeSpan UnsaidPause = TimeSpan.FromSeconds(5);

    static readonly TwilioAnswer Refused = new(HttpStatusCode.BadRequest, null, null);

    /// <summary>What kind of failure a code is that comes by a report.</summary>
    public static FailureClass Class(int code) => FailureClasses.Of(Of(code, Refused));

    public static Delivery Of(TwilioAnswer answer) => answer switch
    {
        { IsGood: true } => answer.Sid.Length > 0 ? new Sent(answer.Sid) : new Unknown("The answer is not readable."),
        { Status: null, IsKnownUnsent: true } => new Failed(answer.Fault, IsPermanent: false),
        { Status: null } => new Unknown(answer.Fault),
        // Twilio has failed, and perhaps behind the sending: there is no key by which a second request would count once.
        { Status: >= HttpStatusCode.InternalServerError } => new Unknown(answer.Code > 0 ? $"HTTP {(int)answer.Status.Value}, {answer.Code}" : $"HTTP {(int)answer.Status.Value}"),
        { Code: > 0 } => Of(answer.Code, answer),
        _ => OfStatus(answer.Status.Value, $"HTTP {(int)answer.Status.Value}", answer),
    };

    static Delivery Of(int code, TwilioAnswer answer)
    {
        var reason = code.ToString(CultureInfo.InvariantCulture);
        return code switch
        {
            63016 => new WindowClosed(reason),
            20429 or 63018 or 14107 => Later(answer),
            // Nobody can be reached there: no number, a landline, nobody's any more, not on WhatsApp.
            21211 or 21217 or 21265 or 21614 or 63003 or 63024 or 30005 or 30006 => new Failed(reason, IsPermanent: true) { IsAddress = true },
            // She wants nothing of ours.
            21610 or 30004 => new Blocked(reason),
            // The text, or Meta does not want it.
            21617 or 30007 or 63032 or 63049 => new Failed(reason, IsPermanent: true),
            // A template: not there, not approved, paused, its variables wrong; or a country or a kind of number that our account or sender may not write to.
            // It does not mend itself for this message, and says nothing of the next.
            21408 or 21612 or 21655 or 21656 or 63013 or 63027 or 63028 or 63040 or 63041 or 63042 or 92006 or 92007 => new Failed(reason, IsPermanent: true) { IsOurs = true },
            // The account, its rights, its money, our sender.
            20003 or 20404 or 20005 or 21212 or 21603 or 21606 or 21659 or 21660 or 21703 or 63007 or 63051 or 90010 => new Failed(reason, IsPermanent: false) { IsOurs = true },
            30001 or 30002 or 30003 or 30008 or 63012 => new Failed(reason, IsPermanent: false),
            _ => OfStatus(answer.Status.GetValueOrDefault(), reason, answer),
        };
    }

    static Delivery OfStatus(HttpStatusCode status, string reason, TwilioAnswer answer) => (int)status switch
    {
        429 => Later(answer),
        401 or 403 or 404 => new Failed(reason, IsPermanent: false) { IsOurs = true },
        >= 300 and < 400 => new Failed(reason, IsPermanent: false),
        _ => new Failed(reason, IsPermanent: true),
    };

    // The account, or our sender, and not this person.
    static Throttled Later(TwilioAnswer answer) => new(answer.RetryAfter is { } said && said > TimeSpan.Zero ? said : UnsaidPause) { IsForAll = true };
}
