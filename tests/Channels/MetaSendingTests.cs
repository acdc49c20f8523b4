using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

public sealed class MetaSendingTests : IAsyncLifetime
{
    static readonly Outbound Hello = new("Muraho");

    MetaHost host = null!; // set before every test

    public async Task InitializeAsync() => host = await MetaHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_text_goes_as_it_is_and_its_id_comes_back()
    {
        var sent = Assert.IsType<Sent>(await host.SendAsync(new Outbound("*a_b* <b> \"é\" 👍")));
        var message = await host.NextAsync();
        Assert.Equal((sent.ChannelMessageId, "text", "*a_b* <b> \"é\" 👍"), (message.Id, message.Kind, message.Text));
    }

    [Fact]
    public async Task Three_short_choices_are_buttons()
    {
        await host.SendAsync(Question("Yego", "Oya", "Simbizi"));
        var message = await host.NextAsync();
        Assert.Equal("", message.Opener);
        Assert.Equal(["Yego", "Oya", "Simbizi"], message.Options.Select(option => option.Title));
    }

    [Fact]
    public async Task More_choices_are_a_list_that_is_opened()
    {
        await host.SendAsync(Question("Musanze", "Burera", "Gakenke", "Rulindo", "Gicumbi") with { Language = Language.Rw });
        var message = await host.NextAsync();
        Assert.Equal((Text.Of(Language.Rw, "channel.open"), 5), (message.Opener, message.Options.Count));
    }

    [Fact]
    public async Task What_no_list_holds_is_written_with_numbers()
    {
        await host.SendAsync(Question([.. Enumerable.Range(1, 12).Select(number => $"Akarere {number}")]));
        var message = await host.NextAsync();
        Assert.Equal(("text", 0), (message.Kind, message.Options.Count));
        Assert.Contains("12. Akarere 12", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_comes_in_parts_with_the_buttons_under_the_last()
    {
        await host.SendAsync(Question("Yego", "Oya") with { Text = string.Join("\n\n", Enumerable.Repeat(new string('a', 1500), 4)) });
        List<FakeWhatsAppMessage> parts = [];
        do
            parts.Add(await host.NextAsync());
        while (parts[^1].Options.Count == 0);
        Assert.Equal(6000, parts.Sum(part => part.Text.Count(letter => letter == 'a')));
        Assert.InRange(parts.Count, 2, 4);
    }

    [Fact]
    public async Task Who_hides_her_number_is_sent_to_by_her_id()
    {
        Assert.IsType<Sent>(await host.SendAsync(Hello, "RW.13491208655302741918"));
        var body = (await host.Meta.NextAsync("RW.13491208655302741918")).Body;
        Assert.Equal((true, "individual"), (body["to"] is null, (string?)body["recipient_type"]));
    }

    [Fact]
    public async Task A_template_goes_in_the_persons_language_with_its_values_on_one_line()
    {
        await host.SendAsync(Reminder("Isomo 3", " a\n\n b\t "));
        Assert.Equal("[reminder rw_RW: Isomo 3, a b]", (await host.NextAsync()).Text);
    }

    [Fact]
    public async Task A_template_that_is_not_approved_in_her_language_goes_in_English_and_then_at_once()
    {
        host.Meta.FailNext("messages", FakeMetaFault.NoTemplate);
        await host.SendAsync(Reminder("1"));
        await host.SendAsync(Reminder("2"));
        Assert.Equal(["[reminder en: 1]", "[reminder en: 2]"], [(await host.NextAsync()).Text, (await host.NextAsync()).Text]);
        Assert.Equal(3, host.Meta.Calls.Count);
    }

    [Fact]
    public async Task A_template_in_no_language_is_ours_to_mend()
    {
        host.Meta.FailNext("messages", FakeMetaFault.NoTemplate, FakeMetaFault.NoTemplate, FakeMetaFault.NoTemplate);
        Assert.Equal((true, true), Assert.IsType<Failed>(await host.SendAsync(Reminder("1"))) is var failed ? (failed.IsPermanent, failed.IsOurs) : default);
    }

    [Fact]
    public async Task Trying_again_goes_on_after_the_parts_that_went_out()
    {
        var message = Hello with { Text = new string('a', 4000) + "\n\n" + new string('b', 4000) };
        host.Meta.FailNext("messages", FakeMetaFault.SlowBy(TimeSpan.Zero), FakeMetaFault.ServerError);
        Assert.IsType<Failed>(await host.SendAsync(message));
        Assert.IsType<Sent>(await host.SendAsync(message));
        Assert.Equal("ab", string.Concat([(await host.NextAsync()).Text[0], (await host.NextAsync()).Text[0]]));
    }

    [Fact]
    public async Task Too_fast_rests_the_person_and_not_the_thread()
    {
        host.Meta.FailNext("messages", FakeMetaFault.Of(131056));
        Assert.Equal(new Throttled(TimeSpan.FromSeconds(6)), await host.SendAsync(Hello));
        Assert.IsType<Throttled>(await host.SendAsync(Hello));
        Assert.Single(host.Meta.Calls);
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_request_leaves_us_not_knowing()
    {
        host.Meta.FailNext("messages", FakeMetaFault.Reset);
        Assert.IsType<Unknown>(await host.SendAsync(Hello));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_us_not_knowing()
    {
        await using var hasty = await MetaHost.StartAsync(timeoutSeconds: 1);
        hasty.Meta.FailNext("messages", FakeMetaFault.SlowBy(TimeSpan.FromSeconds(30)));
        Assert.IsType<Unknown>(await hasty.SendAsync(Hello));
    }

    [Fact]
    public async Task A_gateway_page_leaves_us_not_knowing()
    {
        host.Meta.FailNext("messages", FakeMetaFault.BadGateway);
        Assert.IsType<Unknown>(await host.SendAsync(Hello));
    }

    [Fact]
    public async Task Our_name_of_the_message_goes_along_with_what_makes_it_whole()
    {
        Assert.IsType<Sent>(await host.SendAsync(Hello with { Text = new string('a', 4000) + "\n\n" + new string('b', 4000) }));
        Assert.Equal([null, "a-b_c.0000000007"], host.Meta.Calls.Select(call => (string?)call.Body["biz_opaque_callback_data"]));
    }

    [Fact]
    public async Task A_server_that_is_not_there_passes()
    {
        await host.Meta.DisposeAsync();
        Assert.False(Assert.IsType<Failed>(await host.SendAsync(Hello)).IsPermanent);
    }

    static Outbound Question(params string[] labels) => new("Ibihe?", [.. labels.Select((label, index) => new Button(label, $"q:1:{index}"))]);

    static Outbound Reminder(params string[] values) => Hello with { Language = Language.Rw, Template = new TemplateUse("reminder", values) };
}
