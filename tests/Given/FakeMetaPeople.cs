using System.Globalization;
using System.Text.Json.Nodes;

namespace RbcBot.Tests.Given;

/// <summary>The JSON of what people do on WhatsApp, as Meta posts it.</summary>
static class FakeMetaPeople
{
    static int last;

    /// <summary>A message; several may go into one post.</summary>
    /// <param name="person">Her number without a plus, or her id in the business's scope.</param>
    /// <param name="content">Of its kind; null for a kind without.</param>
    public static JsonObject Message(string person, string kind, JsonNode? content, string? id = null)
    {
        var message = new JsonObject { ["id"] = id ?? NewId(), ["timestamp"] = Now(), ["type"] = kind };
        message[person.Contains('.', StringComparison.Ordinal) ? "from_user_id" : "from"] = person;
        if (content is not null)
            message[kind] = content;
        return message;
    }

    public static JsonObject Said(string person, string text, string? id = null) => Message(person, "text", new JsonObject { ["body"] = text }, id);

    /// <summary>Presses a button or a row.</summary>
    public static JsonObject Pressed(string person, FakeWhatsAppMessage under, FakeWhatsAppOption option)
    {
        var kind = under.Opener.Length > 0 ? "list_reply" : "button_reply";
        var reply = new JsonObject { ["id"] = option.Payload, ["title"] = option.Title };
        if (option.Description.Length > 0)
            reply["description"] = option.Description;
        var message = Message(person, "interactive", new JsonObject { ["type"] = kind, [kind] = reply });
        message["context"] = new JsonObject { ["from"] = FakeMeta.Number, ["id"] = under.Id };
        return message;
    }

    /// <param name="ours">What the business gave along with the message; "" for nothing.</param>
    public static JsonObject Status(string message, string person, string status, int? code = null, string ours = "")
    {
        var said = new JsonObject { ["id"] = message, ["status"] = status, ["timestamp"] = Now(), ["recipient_id"] = person };
        if (ours.Length > 0)
            said["biz_opaque_callback_data"] = ours;
        if (code is not null)
            said["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = "Said by the fake", ["message"] = "Said by the fake" });
        return said;
    }

    /// <summary>One post: each group of messages and statuses a change of its own, each change an entry of its own.</summary>
    public static JsonObject Post(params JsonObject[] values) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray([.. values.Select(value => new JsonObject
        {
            ["id"] = "419561257915477",
            ["changes"] = new JsonArray(new JsonObject { ["value"] = value, ["field"] = "messages" }),
        })]),
    };

    public static JsonObject Messages(params JsonObject[] messages)
    {
        var value = Value();
        value["contacts"] = new JsonArray([.. messages.Select(message => Contact((string)(message["from"] ?? message["from_user_id"])!))]);
        value["messages"] = new JsonArray([.. messages]);
        return value;
    }

    public static JsonObject Statuses(params JsonObject[] statuses)
    {
        var value = Value();
        value["statuses"] = new JsonArray([.. statuses]);
        return value;
    }

    public static string NewId() => string.Create(CultureInfo.InvariantCulture, $"wamid.FAKE{Interlocked.Increment(ref last):00000}");

    static JsonObject Value() => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = new JsonObject { ["display_phone_number"] = FakeMeta.Number, ["phone_number_id"] = FakeMeta.PhoneNumberId },
    };

    static JsonObject Contact(string person) => new()
    {
        ["profile"] = new JsonObject { ["name"] = "Keza" },
        [person.Contains('.', StringComparison.Ordinal) ? "user_id" : "wa_id"] = person,
    };

    static string Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
