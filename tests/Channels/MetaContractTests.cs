using System.Text.Json.Nodes;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

/// <summary>What Meta publishes, held against our reading, and against the fake by which we test.</summary>
public sealed class MetaContractTests(ITestOutputHelper output)
{
    static readonly FakeWhatsAppOption Yes = new("Yego", "Byose", "q:1:0");
    static readonly FakeWhatsAppMessage Asked = new("wamid.A", "250788000001", "interactive", "Q", "", [Yes], []);

    [Fact]
    public async Task Every_post_of_Metas_examples_is_taken()
    {
        if (Shared.IsAbsent(output))
            return;
        await using var host = await MetaHost.StartAsync();
        foreach (var (_, post) in FakeMetaSpecification.Found!.Examples)
            Assert.Equal(200, await host.Meta.PostAsync(post!.ToJsonString()));
        Assert.Empty(host.Aside.All);
    }

    [Theory]
    [InlineData("Text Message", "Text Does it come in another color?")]
    [InlineData("Text Message with Context (Product Inquiry)", "Text Is this still available?")]
    [InlineData("Text Message from Click to WhatsApp Ad", "Text Hello! Can I get more info on this?")]
    [InlineData("Reaction Message", "")]
    [InlineData("Image Message", "Photo Taj Mahal 1003383421387256")]
    [InlineData("Location Message", "Location 37.442215 -122.161659 0 0")]
    [InlineData("Contact Sharing Message", "Contact")]
    [InlineData("Unsupported Message", "Other")]
    [InlineData("Button Message", "Text Unsubscribe")]
    [InlineData("Interactive List Reply Message", "Choice priority_express")]
    [InlineData("Interactive Button Reply Message", "Choice cancel-button")]
    [InlineData("Order Message", "Other")]
    [InlineData("System Message", "")]
    [InlineData("Group Create Message", "")]
    [InlineData("Group Settings Update", "")]
    [InlineData("Group Remove Participants", "")]
    public void Every_example_means_what_it_says(string name, string said)
    {
        if (Shared.IsAbsent(output))
            return;
        var posted = MetaReadingTests.Of(FakeMetaSpecification.Found!.Examples[name]!);
        Assert.Equal(said, string.Join(";", posted.Said.Select(each =>
            string.Join(' ', new[] { $"{each.Said.Kind}", each.Said.Words, each.Said.Place, each.Said.File?.Reference }.Where(part => !string.IsNullOrEmpty(part))))));
        Assert.All(posted.Said, each => Assert.Equal("+16505551234", each.From.Value));
    }

    [Fact]
    public void Posts_of_the_fake_have_no_part_that_Metas_examples_lack()
    {
        if (Shared.IsAbsent(output))
            return;
        var known = FakeMetaSpecification.Found!.Examples.SelectMany(example => FakeMetaSpecification.Shape(example.Value)).ToHashSet();
        var post = FakeMetaPeople.Post(FakeMetaPeople.Messages(
            FakeMetaPeople.Said("250788000001", "x"), FakeMetaPeople.Pressed("250788000001", Asked, Yes with { Description = "" }),
            FakeMetaPeople.Pressed("250788000001", Asked with { Opener = "Open" }, Yes)));
        Assert.DoesNotContain(FakeMetaSpecification.Shape(post), part => !known.Contains(part));
    }

    [Fact]
    public async Task Reports_and_answers_of_the_fake_obey_the_specification()
    {
        if (Shared.IsAbsent(output))
            return;
        var specification = FakeMetaSpecification.Found!;
        foreach (var status in new[] { "sent", "delivered", "read", "failed" })
            Assert.Empty(await specification.CheckAsync("Statuses", FakeMetaPeople.Status("wamid.A", "250788000001", status, status == "failed" ? 131026 : null)));
        Assert.Empty(await specification.CheckAsync("MessageResponsePayload", FakeMetaSpecification.Taken(Asked)));
    }

    [Fact]
    public async Task The_specification_refuses_what_it_forbids()
    {
        if (Shared.IsAbsent(output))
            return;
        await using var host = await MetaHost.StartAsync();
        await host.SendAsync(new Outbound("Ibihe?", [new Button("Yego", "q:1:0"), new Button("Oya", "q:1:1")]));
        var good = (await host.NextAsync()).Body;
        Assert.Empty(await FakeMetaSpecification.Found!.CheckAsync(good));
        Assert.NotEmpty(await WrongAsync(good, body => body.Remove("to")));
        Assert.NotEmpty(await WrongAsync(good, body => body["unheard_of"] = 1));
        Assert.NotEmpty(await WrongAsync(good, body => Reply(body)["title"] = new string('x', 21)));
        Assert.NotEmpty(await WrongAsync(good, body => Reply(body).Remove("id")));
        Assert.NotEmpty(await WrongAsync(good, body => body["interactive"]!["body"]!["text"] = new string('x', 1025)));
    }

    static JsonObject Reply(JsonObject body) => body["interactive"]!["action"]!["buttons"]![0]!["reply"]!.AsObject();

    static Task<IReadOnlyList<string>> WrongAsync(JsonObject good, Action<JsonObject> spoil)
    {
        var wrong = good.DeepClone().AsObject();
        spoil(wrong);
        return FakeMetaSpecification.Found!.CheckAsync(wrong);
    }
}
