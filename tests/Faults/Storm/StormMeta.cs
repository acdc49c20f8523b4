using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>WhatsApp by Meta in the storm: the window, templates, statuses that carry what we gave along.</summary>
sealed class StormMeta(EventClock clock, Chronicle chronicle, StormPost post, StormStatuses statuses) : StormProvider(clock, chronicle), IStormEntrance
{
    const string Along = "biz_opaque_callback_data";

    static readonly TimeSpan Window = TimeSpan.FromHours(24);

    readonly Dictionary<string, DateTimeOffset> heard = [];
    int last;

    public Func<HttpContext, Task> Door { get; set; } = static _ => Task.CompletedTask;

    public void Say(Address from, Said said, Arrival? about)
    {
        var person = from.Value.TrimStart('+');
        var id = $"wamid.IN{++last:000000}";
        var words = said.Kind == SaidKind.Enter ? $"start {said.Words}" : said.Words;
        var message = said.Kind == SaidKind.Choice && about?.WhatsApp is { } under
            ? FakeMetaPeople.Pressed(person, under, under.Options.First(option => option.Payload == said.Words))
            : FakeMetaPeople.Said(person, words);
        (message["id"], message["timestamp"]) = (id, Now());
        heard[from.Value] = Clock.GetUtcNow();
        var body = Encoding.UTF8.GetBytes(FakeMetaPeople.Post(FakeMetaPeople.Messages(message)).ToJsonString());
        post.Send(TimeSpan.Zero, () => AskAsync(body), () => Chronicle.Acknowledged(from, id, said.Words));
    }

    protected override Address? Recipient(HttpRequestMessage request, string body) => request.RequestUri!.Segments[^1] == "messages"
        ? new Address("whatsapp", (string)JsonNode.Parse(body)!["to"]!) : null;

    protected override HttpResponseMessage Aside(HttpRequestMessage request, string body) => Answer(400, FakeMetaSpecification.Refused(new FakeMetaFault(400, 100)));

    protected override HttpResponseMessage Take(Address to, HttpRequestMessage request, string body)
    {
        var asked = JsonNode.Parse(body)!.AsObject();
        var isTemplate = (string)asked["type"]! == "template";
        if (!isTemplate && !(Clock.GetUtcNow() - heard.GetValueOrDefault(to.Value) < Window))
        {
            Chronicle.Tally.Count("window closed");
            return Answer(400, FakeMetaSpecification.Refused(FakeMetaFault.WindowClosed));
        }

        var message = FakeWhatsAppMessage.Of($"wamid.OUT{++last:000000}", asked);
        var along = (string?)asked[Along];
        Arrive(to, new Arrival(message.Id, message.Text, message.Options, isTemplate) { WhatsApp = message, IsReported = along is not null });
        statuses.Of(status => TellAsync(message.Id, to.Value.TrimStart('+'), status, along));
        return Answer(200, FakeMetaSpecification.Taken(message));
    }

    protected override HttpResponseMessage Refuse(Fate fate) => fate switch
    {
        Fate.Error => Answer(500, FakeMetaSpecification.Refused(FakeMetaFault.ServerError)),
        Fate.TooFast => Answer(400, FakeMetaSpecification.Refused(FakeMetaFault.Of(131056))),
        _ => Answer(429, FakeMetaSpecification.Refused(FakeMetaFault.Of(130429, 429)), 5),
    };

    Task<int> TellAsync(string id, string person, string status, string? along)
    {
        var said = FakeMetaPeople.Status(id, person, status);
        said["timestamp"] = Now();
        if (along is not null)
            said[Along] = along;
        return AskAsync(Encoding.UTF8.GetBytes(FakeMetaPeople.Post(FakeMetaPeople.Statuses(said)).ToJsonString()));
    }

    Task<int> AskAsync(byte[] body) => StormPost.AskAsync(
        Door, "/meta/webhook", "application/json", body, ("X-Hub-Signature-256", FakeMeta.Signature(Encoding.UTF8.GetString(body))));

    string Now() => Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
