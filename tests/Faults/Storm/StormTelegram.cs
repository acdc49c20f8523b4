using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Faults.Simulation;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>Telegram in the storm: sends and edits, people who block the bot, updates to the webhook.</summary>
sealed class StormTelegram(EventClock clock, Chronicle chronicle, StormPost post) : StormProvider(clock, chronicle), IStormEntrance
{
    readonly Dictionary<long, FakeTelegramMessage> messages = [];
    int last;
    int updates;

    public HashSet<string> Blocked { get; } = [];

    /// <summary>The bot's webhook.</summary>
    public Func<HttpContext, Task> Door { get; set; } = static _ => Task.CompletedTask;

    public void Say(Address from, Said said, Arrival? about)
    {
        var (update, at) = (++updates, Clock.GetUtcNow());
        if (said.Kind is SaidKind.Blocked or SaidKind.Unblocked && !(said.Kind == SaidKind.Blocked ? Blocked.Add(from.Value) : Blocked.Remove(from.Value)))
            return;
        var bytes = said.Kind switch
        {
            SaidKind.Choice => TelegramLetter.Press(update, from.Value, said.Words, at),
            SaidKind.Blocked or SaidKind.Unblocked => TelegramLetter.Membership(update, from.Value, said.Kind == SaidKind.Blocked, at),
            SaidKind.Enter => TelegramLetter.Text(update, from.Value, $"/start {said.Words}", at),
            _ => TelegramLetter.Text(update, from.Value, said.Words, at),
        };
        var key = update.ToString(CultureInfo.InvariantCulture);
        post.Send(
            TimeSpan.Zero,
            () => StormPost.AskAsync(Door, "/telegram/webhook", "application/json", bytes, ("X-Telegram-Bot-Api-Secret-Token", StormBot.Secret)),
            () => Chronicle.Acknowledged(from, key, said.Words));
    }

    protected override Address? Recipient(HttpRequestMessage request, string body) =>
        Method(request) is "sendMessage" or "editMessageReplyMarkup" ? new Address("telegram", ((long)JsonNode.Parse(body)!["chat_id"]!).ToString(CultureInfo.InvariantCulture)) : null;

    protected override HttpResponseMessage Aside(HttpRequestMessage request, string body) => Answer(200, new JsonObject { ["ok"] = true, ["result"] = true });

    protected override HttpResponseMessage Take(Address to, HttpRequestMessage request, string body)
    {
        if (Blocked.Contains(to.Value))
            return Wrong(403, "Forbidden: bot was blocked by the user");
        var asked = JsonNode.Parse(body)!.AsObject();
        var chat = (long)asked["chat_id"]!;
        var (id, text) = Method(request) == "sendMessage" ? (++last, (string)asked["text"]!) : ((int)asked["message_id"]!, messages[(int)asked["message_id"]!].Text);
        var message = messages[id] = new FakeTelegramMessage(id, chat, text, FakeTelegramMessage.RowsOf(asked["reply_markup"]), IsEdited: id != last);
        Arrive(to, new Arrival($"{id}", text, [.. message.Rows.SelectMany(row => row).Select(button => new FakeWhatsAppOption(button.Label, "", button.Payload))], IsTemplate: false));
        return Answer(200, new JsonObject { ["ok"] = true, ["result"] = FakeTelegramPeople.Message(id, chat, FakeTelegramMethods.Bot(), text) });
    }

    protected override HttpResponseMessage Refuse(Fate fate) => fate == Fate.Error
        ? Answer(502, JsonValue.Create("Bad Gateway"))
        : Wrong(429, "Too Many Requests: retry after 4", 4);

    static HttpResponseMessage Wrong(int status, string description, int? retryAfter = null)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = status, ["description"] = description };
        if (retryAfter is not null)
            answer["parameters"] = new JsonObject { ["retry_after"] = retryAfter };
        return Answer(status, answer);
    }

    static string Method(HttpRequestMessage request) => request.RequestUri!.Segments[^1];
}

/// <summary>A way by which people of the storm speak to the bot.</summary>
interface IStormEntrance
{
    /// <summary>Somebody says something.</summary>
    /// <param name="about">The message whose button she presses; null when she presses none.</param>
    void Say(Address from, Said said, Arrival? about);
}
