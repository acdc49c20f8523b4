using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>What providers report later, against the whole bot: what was lost is found, and what failed is learnt from.</summary>
public sealed class ReportTests
{
    const string Keza = MetaHost.Keza;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_message_of_Meta_s_that_came_to_no_answer_is_what_its_report_says()
    {
        await using var meta = await FakeMeta.StartAsync();
        await using var bot = await MetaBotAsync(meta);
        meta.FailNext("messages", FakeMetaFault.Reset);
        await SayAsync(meta, "Muraho");
        Assert.Equal(SendState.Unknown, (await FirstAsync(bot, MetaHost.KezaAddress, SendState.Unknown)).State);
        await ReportAsync(meta, "wamid.LOST", "delivered", ours: (string?)meta.Calls[0].Body["biz_opaque_callback_data"] ?? "");
        Assert.Equal("wamid.LOST", (await FirstAsync(bot, MetaHost.KezaAddress, SendState.Delivered)).ChannelMessageId);
        Assert.Empty(await bot.Get<IDeliveries>().GivenUpCountsAsync(default));
    }

    [Fact]
    public async Task A_message_of_Twilio_s_that_came_to_no_answer_is_what_its_report_says()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var bot = await TwilioBotAsync(twilio);
        twilio.FailNext(new FakeTwilioFault(500, 20500));
        await twilio.TextAsync(TwilioHost.Keza, "Muraho");
        var address = new Address("sms", TwilioHost.Keza);
        Assert.Equal(SendState.Unknown, (await FirstAsync(bot, address, SendState.Unknown)).State);
        var callback = twilio.Sent.First()["StatusCallback"].ToString().Replace(FakeTwilio.PublicUrl, "", StringComparison.Ordinal);
        await twilio.HappensAsync(callback, [new("MessageSid", "SMlost"), new("MessageStatus", "sent"), new("To", TwilioHost.Keza)]);
        Assert.Equal("SMlost", (await FirstAsync(bot, address, SendState.Sent)).ChannelMessageId);
    }

    [Fact]
    public async Task A_bad_address_that_a_report_tells_of_is_not_written_to_first_until_its_person_writes()
    {
        await using var meta = await FakeMeta.StartAsync();
        await using var bot = await MetaBotAsync(meta);
        await SayAsync(meta, "Muraho");
        await ReportAsync(meta, (await meta.NextAsync(Keza)).Id, "failed", 131026);
        await UntilAsync(async () => (await TalkAsync(bot)).Reaches.Single().IsBad);
        await SayAsync(meta, "Muraho");
        await UntilAsync(async () => !(await TalkAsync(bot)).Reaches.Single().IsBad);
    }

    [Fact]
    public async Task A_paused_template_that_a_report_tells_of_is_an_operator_s_problem()
    {
        await using var meta = await FakeMeta.StartAsync();
        await using var bot = await MetaBotAsync(meta);
        await SayAsync(meta, "Muraho");
        await ReportAsync(meta, (await meta.NextAsync(Keza)).Id, "failed", 132015);
        await UntilAsync(() => Task.FromResult(bot.Get<IChannelHealth>().All.Any(channel => channel.Trouble.StartsWith("503.9", StringComparison.Ordinal))));
    }

    static async Task<LiveBot> MetaBotAsync(FakeMeta meta)
    {
        var bot = await LiveBot.StartAsync([.. MetaHost.Settings(meta.BaseUrl).Select(setting => $"--{setting.Key}={setting.Value}")]);
        meta.Webhook = new Uri(bot.Url + "/meta/webhook");
        return bot;
    }

    static async Task<LiveBot> TwilioBotAsync(FakeTwilio twilio)
    {
        var bot = await LiveBot.StartAsync([.. TwilioHost.Settings(twilio.BaseUrl).Select(setting => $"--{setting.Key}={setting.Value}")]);
        twilio.BotUrl = bot.Url;
        return bot;
    }

    static Task SayAsync(FakeMeta meta, string words) => meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Messages(FakeMetaPeople.Said(Keza, words))));

    static Task ReportAsync(FakeMeta meta, string id, string status, int? code = null, string ours = "") =>
        meta.HappensAsync(FakeMetaPeople.Post(FakeMetaPeople.Statuses(FakeMetaPeople.Status(id, Keza, status, code, ours))));

    static async Task<Conversation> TalkAsync(LiveBot bot) => Assert.Single(await bot.Get<IRecords>().ConversationsAsync(default));

    /// <summary>The first message to the address, once it stands there.</summary>
    static async Task<Sending> FirstAsync(LiveBot bot, Address to, SendState state)
    {
        IReadOnlyList<Sending> all = [];
        await UntilAsync(async () => (all = await bot.Get<IOutbox>().AfterAsync(to, 0, default)).Count > 0 && all[0].State == state);
        return all[0];
    }

    static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var over = new CancellationTokenSource(Patience);
        while (!await isSo())
            await Task.Delay(20, over.Token);
    }
}
