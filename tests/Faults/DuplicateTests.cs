using System.Net;
using System.Text.Json.Nodes;
using RbcBot.Core.People;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults;

/// <summary>F3: what comes again changes nothing, is answered once, and its channel always hears 200.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task Ten_times_one_after_the_other_is_once()
    {
        await using var host = await FaultHost.StartAsync();
        var update = UpdateOf.Text(1, 7, "Muraho");
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time < 10; time++)
            answers.Add(await host.PostAsync(update));
        await OnceAsync(host, answers);
    }

    [Fact]
    public async Task Sixteen_at_once_is_once()
    {
        await using var host = await FaultHost.StartAsync();
        var update = UpdateOf.Text(1, 7, "Muraho").ToJsonString();
        await OnceAsync(host, await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => host.PostAsync(JsonNode.Parse(update)!.AsObject()))));
    }

    [Fact]
    public async Task Eight_days_later_is_once()
    {
        await using var host = await FaultHost.StartAsync();
        var update = UpdateOf.Text(1, 7, "Muraho");
        var first = await host.PostAsync(update);
        await host.Telegram.CalledAsync("sendMessage");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(8));
        await OnceAsync(host, [first, await host.PostAsync(update)]);
    }

    [Fact]
    public async Task A_web_message_ten_times_at_once_is_once()
    {
        await using var host = await FaultHost.StartAsync();
        var phone = new Given.WebPhone(host.Http, "duplicate-phone");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => phone.PostAsync(new { id = "1", text = "Muraho" }, default)));
        await host.HandledAsync();
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer));
        Assert.Single(await host.Get<IOutbox>().AfterAsync(new Address("web", "duplicate-phone"), 0, default));
    }

    static async Task OnceAsync(FaultHost host, IReadOnlyList<HttpStatusCode> answers)
    {
        await host.PostAsync(UpdateOf.Text(2, 7, "after"));
        await host.UntilAsync(() => host.Telegram.State.Messages(7).Any(message => message.Text == "after"), "the message after the duplicates");
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(["Muraho", "after"], host.Decided.Select(inbound => inbound.Said.Words));
        Assert.Equal(["Muraho", "after"], host.Telegram.State.Messages(7).Select(message => message.Text));
    }
}
