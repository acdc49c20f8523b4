using System.Text.Json.Nodes;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>Buttons and lists as contents of Twilio, which refuses a value with a line break, a tab, many blanks or nothing in it.</summary>
public sealed class TwilioContentTests : IAsyncLifetime
{
    TwilioHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await TwilioHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("Muraho!\n\nIbihe?\n  a\tb", "Muraho!\n\nIbihe?\na b")]
    [InlineData("a\r\nb\u2028c          d", "a\nb\nc    d")]
    [InlineData("It's 50% {{1}} \"x\" \\ <b>", "It's 50% {{1}} \"x\" \\ <b>")]
    public async Task A_text_of_several_lines_arrives_line_by_line(string text, string arrived)
    {
        Assert.IsType<Sent>(await host.SendAsync(Question(text, "Yego", "Oya")));
        Assert.Equal(arrived, (await host.NextAsync()).Text);
    }

    [Fact]
    public async Task A_text_of_more_lines_than_there_are_variables_is_one_line()
    {
        Assert.IsType<Sent>(await host.SendAsync(Question(string.Join('\n', Enumerable.Range(1, 70)), "Yego")));
        Assert.StartsWith("1 2 3 ", (await host.NextAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_of_one_shape_share_a_content_and_others_do_not()
    {
        foreach (var text in new[] { "a\n\nb", "c\n\nd", "a\nb", "a" })
            await host.SendAsync(Question(text, "Yego"));
        Assert.Equal(3, host.Twilio.Contents.Count);
    }

    [Fact]
    public void Rows_without_a_second_line_have_no_variable_for_it()
    {
        var shape = ContentShape.Of(new ChannelMessage("Hehe?") { List = new("Fungura", [new("A", "Akarere", "q:1:0"), new("Menu", "", "c:menu")]) });
        Assert.Equal(["Hehe?", "Fungura", "A", "q:1:0", "Akarere", "Menu", "c:menu"], shape.Values);
        Assert.Matches("^rbcbot-list-picker-[0-9a-f]{12}$", shape.Name);
    }

    [Fact]
    public async Task Contents_that_were_made_before_the_start_are_found_again_on_every_page()
    {
        await host.SendAsync(Question("a", "Yego"));
        await host.SendAsync(Question("a\nb", "Yego"));
        await using var later = await TwilioHost.StartAsync();
        later.Twilio.Contents[FakeTwilio.Approved] = Content("a template of somebody's");
        foreach (var (sid, content) in host.Twilio.Contents)
            later.Twilio.Contents[sid] = content;
        later.Twilio.MostAPage = 1;
        await later.SendAsync(Question("c", "Oya"));
        await later.SendAsync(Question("c\nd", "Oya"));
        Assert.Equal(3, later.Twilio.Contents.Count);
    }

    [Fact]
    public async Task A_content_that_somebody_deleted_is_made_again()
    {
        await host.SendAsync(Question("a", "Yego"));
        host.Twilio.Contents.Clear();
        Assert.IsType<Sent>(await host.SendAsync(Question("b", "Oya")));
        Assert.Single(host.Twilio.Contents);
    }

    [Fact]
    public async Task A_content_that_was_not_made_has_sent_nothing()
    {
        host.Twilio.FailNext(new FakeTwilioFault(500, 20500));
        Assert.False(Assert.IsType<Failed>(await host.SendAsync(Question("a", "Yego"))).IsPermanent);
        Assert.IsType<Sent>(await host.SendAsync(Question("a", "Yego")));
    }

    [Fact]
    public async Task A_template_that_is_not_there_is_for_an_operator()
    {
        host.Twilio.FailNext(new FakeTwilioFault(400, 21655));
        Assert.True(Assert.IsType<Failed>(await host.SendAsync(Template("Isomo 3"))).IsOurs);
    }

    [Theory]
    [InlineData("Isomo\n3", "Isomo 3")]
    [InlineData("", "-")]
    public async Task What_is_put_into_a_template_is_one_line(string value, string arrived)
    {
        Assert.IsType<Sent>(await host.SendAsync(Template(value)));
        Assert.Equal($"[{FakeTwilio.Approved}: {arrived}]", (await host.NextAsync()).Text);
    }

    static Outbound Question(string text, params string[] labels) => new(text, [.. labels.Select((label, index) => new Button(label, $"q:1:{index}"))]);

    static Outbound Template(string value) => new Outbound("x") with { Template = new TemplateUse("reminder", [value]) };

    static JsonObject Content(string name) => new() { ["friendly_name"] = name, ["types"] = new JsonObject { ["twilio/text"] = new JsonObject { ["body"] = "x" } } };
}
