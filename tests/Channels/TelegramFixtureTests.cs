using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Inbox;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

public sealed class TelegramFixtureTests(ITestOutputHelper output)
{
    readonly InMemoryInbox inbox = new();

    [Fact]
    public async Task Every_update_that_others_collected_is_taken_without_an_exception()
    {
        if (Shared.IsAbsent(output))
            return;
        foreach (var each in Cases("updates.json"))
            await TakeAsync(each!["update"]!.ToJsonString());
        Assert.NotEmpty(inbox.Taken);
    }

    [Fact]
    public async Task Every_expected_text_chat_and_payload_is_read()
    {
        if (Shared.IsAbsent(output))
            return;
        foreach (var each in Cases("updates.json"))
        {
            var before = inbox.Taken.Count;
            await TakeAsync(each!["update"]!.ToJsonString());
            var taken = inbox.Taken.Skip(before).Select(inbound => (Chat: inbound.From.Value, inbound.Said.Words)).FirstOrDefault();
            if (each["expect"]!["userId"] is { } user)
                Assert.Equal(user.ToString(), taken.Chat);
            if (((each["expect"]!["edited"] is null ? each["expect"]!["text"] : null) ?? each["expect"]!["data"] ?? each["expect"]!["args"]) is { } words)
                Assert.Equal((string)words!, taken.Words);
        }
    }

    [Fact]
    public async Task Every_malformed_body_is_passed_over()
    {
        if (Shared.IsAbsent(output))
            return;
        foreach (var each in Cases("malformed.json"))
            await TakeAsync((string)each!["body"]!);
    }

    [Fact]
    public async Task Updates_of_the_fake_obey_the_specification()
    {
        if (Shared.IsAbsent(output))
            return;
        var specification = FakeTelegramSpecification.Found!;
        foreach (var update in new[] { FakeTelegramPeople.Said(7, "x"), FakeTelegramPeople.BecameMember(7, "member", "kicked"), FakeTelegramPeople.Pressed(new FakeTelegramMessage(5, 7, "Q", [], false), "q:1:0") })
        {
            update["update_id"] = 1;
            Assert.Empty(await specification.CheckUpdateAsync(update));
        }
    }

    [Fact]
    public async Task The_specification_refuses_what_it_forbids()
    {
        if (Shared.IsAbsent(output))
            return;
        var specification = FakeTelegramSpecification.Found!;
        Assert.NotEmpty(await specification.CheckAsync("sendMessage", new JsonObject { ["chat_id"] = 7, ["text"] = new string('x', 4097) }));
        Assert.NotEmpty(await specification.CheckAsync("sendMessage", new JsonObject { ["chat_id"] = 7, ["text"] = "x", ["unheard_of"] = 1 }));
    }

    static JsonArray Cases(string file) => JsonNode.Parse(File.ReadAllText(
        Path.Combine(FakeTelegramSpecification.SharedFolder()!, "fixtures", "telegram", file)))!.AsArray();

    Task TakeAsync(string update) => new Updates(
        new Intake(inbox, new Floods(new InboxOptions(MessagesPerMinute: 1000), TimeProvider.System), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance)),
        new InMemoryAside(), new CallbackAnswers(), TimeProvider.System, NullLogger<Updates>.Instance)
        .TakeAsync(Encoding.UTF8.GetBytes(update), CancellationToken.None);
}
