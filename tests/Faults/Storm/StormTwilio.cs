using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>SMS, and WhatsApp too when it is asked to, by Twilio in the storm: contents, the list of what it took, statuses to the address that each message names.</summary>
sealed class StormTwilio(EventClock clock, Chronicle chronicle, StormPost post, StormStatuses statuses) : StormProvider(clock, chronicle), IStormEntrance
{
    const string WhatsApp = "whatsapp:", Form = "application/x-www-form-urlencoded";

    static readonly TimeSpan Window = TimeSpan.FromHours(24);

    readonly Dictionary<string, JsonObject> contents = [];
    readonly List<JsonObject> taken = [];
    readonly Dictionary<string, DateTimeOffset> heard = [];
    int last;

    public Func<HttpContext, Task> Messages { get; set; } = static _ => Task.CompletedTask;

    public Func<HttpContext, Task> Statuses { get; set; } = static _ => Task.CompletedTask;

    public void Say(Address from, Said said, Arrival? about)
    {
        var isWhatsApp = from.Channel == "whatsapp";
        var (id, prefix) = (NewId("SM"), isWhatsApp ? WhatsApp : "");
        var words = said.Kind == SaidKind.Enter ? $"start {said.Words}" : said.Words;
        List<KeyValuePair<string, string>> fields =
        [
            new("MessageSid", id), new("AccountSid", FakeTwilio.Account), new("From", prefix + from.Value), new("To", prefix + (isWhatsApp ? FakeTwilio.Number : FakeTwilio.SmsNumber)), new("NumMedia", "0"),
        ];
        if (said.Kind == SaidKind.Choice && about?.WhatsApp is { } under)
        {
            var option = under.Options.First(one => one.Payload == said.Words);
            fields.AddRange(under.Opener.Length > 0 ? [new("ListId", option.Payload), new("ListTitle", option.Title)] : [new("ButtonPayload", option.Payload), new("ButtonText", option.Title)]);
            words = option.Title;
        }

        fields.Add(new("Body", words));
        heard[prefix + from.Value] = Clock.GetUtcNow();
        post.Send(TimeSpan.Zero, () => AskAsync(Messages, "/twilio/messages", fields), () => Chronicle.Acknowledged(from, id, said.Words));
    }

    protected override Address? Recipient(HttpRequestMessage request, string body) => request.Method == HttpMethod.Post && request.RequestUri!.Segments[^1] == "Messages.json"
        ? Of(Read(body)["To"].ToString()) : null;

    protected override HttpResponseMessage Aside(HttpRequestMessage request, string body)
    {
        if (request.RequestUri!.Segments[^1] == "Messages.json")
            return Answer(200, FakeTwilioAnswer.Messages(taken, QueryHelpers.ParseQuery(request.RequestUri.Query)["To"].ToString()));
        if (request.Method == HttpMethod.Get)
            return Answer(200, FakeTwilioAnswer.Contents("https://content.twilio.com", contents, 0, 10_000));
        var sid = NewId("HX");
        contents[sid] = JsonNode.Parse(body)!.AsObject();
        return Answer(201, FakeTwilioAnswer.Content(sid, contents[sid]));
    }

    protected override HttpResponseMessage Take(Address to, HttpRequestMessage request, string body)
    {
        var form = Read(body);
        if (FakeTwilioRules.Refusal(form, contents) is > 0 and var code)
            return Wrong(400, code);
        var isTemplate = form["ContentSid"] == FakeTwilio.Approved;
        if (to.Channel == "whatsapp" && !isTemplate && !(Clock.GetUtcNow() - heard.GetValueOrDefault(form["To"].ToString()) < Window))
        {
            Chronicle.Tally.Count("window closed");
            return Wrong(400, 63016);
        }

        var message = FakeTwilioMessage.Of(NewId("SM"), form, contents);
        var answer = FakeTwilioAnswer.Message(message, form, Clock.GetUtcNow());
        taken.Add(answer);
        Arrive(to, new Arrival(message.Id, message.Text, message.Options, isTemplate) { WhatsApp = message, IsReported = true });
        // Where the message itself says, to the letter: what stands behind the question mark comes back.
        var target = form["StatusCallback"].ToString()[FakeTwilio.PublicUrl.Length..];
        statuses.Of(status => AskAsync(Statuses, target, [new("MessageSid", message.Id), new("MessageStatus", status), new("To", message.To), new("AccountSid", FakeTwilio.Account)]));
        return Answer(201, answer.DeepClone());
    }

    protected override HttpResponseMessage Refuse(Fate fate) => fate switch
    {
        Fate.Error => Wrong(503, 20503),
        _ => Wrong(429, 20429, 2),
    };

    static HttpResponseMessage Wrong(int status, int code, int? retryAfter = null) =>
        Answer(status, new JsonObject { ["code"] = code, ["message"] = "Said by the fake", ["status"] = status }, retryAfter);

    static Address Of(string to) => to.StartsWith(WhatsApp, StringComparison.Ordinal) ? new Address("whatsapp", to[WhatsApp.Length..]) : new Address("sms", to);

    static FormCollection Read(string body) => new(QueryHelpers.ParseQuery(body));

    static async Task<int> AskAsync(Func<HttpContext, Task> door, string target, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await StormPost.AskAsync(door, target, Form, Encoding.UTF8.GetBytes(await form.ReadAsStringAsync()), ("X-Twilio-Signature", FakeTwilio.Signature(FakeTwilio.PublicUrl + target, fields)));
    }

    string NewId(string kind) => $"{kind}{++last:x32}";
}
