using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

public sealed class TwilioSignatureTests(ITestOutputHelper output)
{
    const string Token = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void The_example_of_Twilios_documentation_is_signed()
    {
        var fields = Fields(("CallSid", "CA1234567890ABCDE"), ("Caller", "+14158675309"), ("Digits", "1234"), ("From", "+14158675309"), ("To", "+18005551212"));
        Assert.True(new TwilioSignature("12345").IsOf("https://mycompany.com/myapp.php?foo=1&bar=2", fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        Assert.False(new TwilioSignature("12346").IsOf("https://mycompany.com/myapp.php?foo=1&bar=2", fields, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Fact]
    public void A_port_that_goes_without_saying_may_be_said_or_not()
    {
        var signature = new TwilioSignature("12345");
        var fields = Fields(("A", "1"));
#pragma warning disable CA5350 // Twilio's choice.
        var said = Convert.ToBase64String(System.Security.Cryptography.HMACSHA1.HashData("12345"u8, "https://bot.example.rw:443/twilio/messagesA1"u8));
#pragma warning restore CA5350
        Assert.True(signature.IsOf("https://bot.example.rw/twilio/messages", fields, said));
        Assert.True(signature.IsOf("https://bot.example.rw:443/twilio/messages", fields, said));
        Assert.False(signature.IsOf("https://bot.example.rw:8443/twilio/messages", fields, said));
    }

    [Fact]
    public void A_body_that_is_no_form_is_signed_by_its_hash()
    {
        var signature = new TwilioSignature(Token);
        const string url = "https://bot.example.rw/hook?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        Assert.True(signature.IsOf(url, "{}"u8, "JRSdBSiIgTsIt3/ukp06q63j/Js="));
        Assert.False(signature.IsOf(url, "{ }"u8, "JRSdBSiIgTsIt3/ukp06q63j/Js="));
    }

    [Fact]
    public void Every_form_that_Twilios_own_library_signed_is_signed()
    {
        foreach (var one in Vectors("twilio-signature.json"))
            Assert.True(
                new TwilioSignature((string)one["authToken"]!).IsOf((string)one["url"]!, Fields(one["params"]!.AsObject()), (string)one["signature"]!), (string?)one["id"]);
    }

    [Fact]
    public void Every_body_that_Twilios_own_library_signed_is_signed_and_no_other()
    {
        foreach (var one in Vectors("twilio-signature-json-body.json"))
            Assert.True((bool)one["must"]! == new TwilioSignature((string)one["authToken"]!).IsOf(
                (string)one["url"]!, Encoding.UTF8.GetBytes((string)one["body"]!), (string)one["signature"]!), (string?)one["id"]);
    }

    List<JsonObject> Vectors(string file)
    {
        if (FakeTelegramSpecification.SharedFolder() is { } shared)
            return [.. JsonNode.Parse(File.ReadAllText(Path.Combine(shared, "vectors", file)))!.AsArray().Select(one => one!.AsObject())];
        output.WriteLine($"not checked: ../shared is absent, so is {file}.");
        return [];
    }

    static Dictionary<string, StringValues> Fields(JsonObject written) => written.ToDictionary(
        field => field.Key, field => field.Value is JsonArray several ? new StringValues([.. several.Select(one => (string?)one)]) : new StringValues((string?)field.Value), StringComparer.Ordinal);

    static Dictionary<string, StringValues> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => new StringValues(field.Value), StringComparer.Ordinal);
}
