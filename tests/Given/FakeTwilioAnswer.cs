using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Tests.Given;

/// <summary>What the fake Twilio answers, in the form of its specification.</summary>
static class FakeTwilioAnswer
{
    public static JsonObject Message(FakeWhatsAppMessage message, IFormCollection form, DateTimeOffset at) => new()
    {
        ["sid"] = message.Id,
        ["account_sid"] = FakeTwilio.Account,
        ["status"] = "queued",
        ["direction"] = "outbound-api",
        ["to"] = message.To,
        ["from"] = form["From"].ToString(),
        ["body"] = message.Text,
        ["date_created"] = at.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000",
        ["num_segments"] = "1",
        ["num_media"] = "0",
        ["api_version"] = "2010-04-01",
    };

    /// <summary>Those to a person, the newest first.</summary>
    public static JsonObject Messages(IReadOnlyList<JsonObject> all, string to) => new()
    {
        ["page"] = 0,
        ["page_size"] = 20,
        ["messages"] = new JsonArray([.. all.Reverse().Where(message => (string?)message["to"] == to).Select(message => message.DeepClone())]),
    };

    public static JsonObject Content(string sid, JsonObject made) => new()
    {
        ["sid"] = sid,
        ["account_sid"] = FakeTwilio.Account,
        ["friendly_name"] = (string?)made["friendly_name"],
        ["language"] = (string?)made["language"] ?? "en",
        ["types"] = made["types"]!.DeepClone(),
    };

    public static JsonObject Contents(string server, IReadOnlyDictionary<string, JsonObject> all, int page, int size) => new()
    {
        ["contents"] = new JsonArray([.. all.Skip(page * size).Take(size).Select(content => Content(content.Key, content.Value))]),
        ["meta"] = (page + 1) * size < all.Count
            ? new JsonObject { ["key"] = "contents", ["page"] = page, ["next_page_url"] = $"{server}/v1/Content?PageSize={size}&page={page + 1}" }
            : new JsonObject { ["key"] = "contents", ["page"] = page },
    };
}
