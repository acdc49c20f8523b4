using System.Text.Json.Nodes;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

/// <summary>The beginning of guide B over Telegram against the whole bot, every request of ours held against the official specification.</summary>
public sealed class TelegramInterviewTests(ITestOutputHelper output)
{
    const string Code = "GUIDEB";
    const long Chat = 7;
    const Language Rw = Language.Rw;

    readonly Interviewee person = new(ShortGuide.Form, Rw);

    [Fact]
    public Task An_interview_by_long_polling_ends_in_the_export() => InterviewAsync("http://127.0.0.1:0", "", slips: true);

    [Fact]
    public Task An_interview_by_webhook_ends_in_the_export()
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        return InterviewAsync(url, url, slips: false);
    }

    async Task InterviewAsync(string url, string publicUrl, bool slips)
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using (var bot = await LiveBot.StartAsync($"--Urls={url}", $"--Telegram:Token={FakeTelegram.Token}",
            $"--Telegram:BaseUrl={telegram.BaseUrl}", $"--Telegram:PublicUrl={publicUrl}", $"--Telegram:WebhookSecret={TelegramHost.Secret}"))
        {
            await bot.OpenRoundAsync(ShortGuide.File, ShortGuide.Name, Code);
            await TalkAsync(telegram, new TelegramPerson(telegram, Chat, person, Rw), slips);
            Assert.Equal(person.Given, Answers.Of(Answers.OfWorkbook(await bot.ExportAsync(Code, "xlsx")), person));
        }

        Assert.Equal(publicUrl.Length > 0, telegram.State.Webhook is not null);
        if (!telegram.HasSpecification)
            output.WriteLine("not checked: ../shared is absent, our requests were not held against the specification.");
        Assert.Empty(telegram.Violations);
    }

    static async Task TalkAsync(FakeTelegram telegram, TelegramPerson amina, bool slips)
    {
        await amina.SayAsync($"/start {Code}");
        await amina.PressAsync(Text.Of(Rw, "language.name"));
        await amina.PressAsync(Text.Of(Rw, "talk.agree"));
        await amina.AnswerAsync(until: "b5");
        if (slips)
            await SlipsAsync(telegram, amina);
        await amina.AnswerAsync();

        Assert.Contains(Text.Of(Rw, "talk.review"), amina.Asked.Text, StringComparison.Ordinal);
        telegram.Presses(Chat, Text.Of(Rw, "talk.submit"));
        Assert.Contains(Text.Of(Rw, "interview.thanks"), (await telegram.NextAsync(Chat)).Text, StringComparison.Ordinal);
    }

    /// <summary>A refused number, a step back, a sticker, a voice note and a button of before: each gets a sentence, and the question again.</summary>
    static async Task SlipsAsync(FakeTelegram telegram, TelegramPerson amina)
    {
        await amina.SayAsync("99");
        Assert.Contains("hagati ya 0 na 50", amina.Asked.Text, StringComparison.Ordinal);
        await amina.SayAsync("6");
        await amina.SayAsync("subira inyuma");
        Assert.Contains(Text.Of(Rw, "talk.back.earlier", ("answer", "6")), amina.Asked.Text, StringComparison.Ordinal);

        telegram.Happens(FakeTelegramPeople.Sent(Chat, "sticker", Sticker()));
        await amina.ReadAsync();
        Assert.Contains(Text.Of(Rw, "talk.media.sticker"), amina.Read);
        telegram.Happens(FakeTelegramPeople.Sent(Chat, "voice", new JsonObject { ["file_id"] = "v", ["file_unique_id"] = "v", ["duration"] = 3 }));
        await amina.ReadAsync();
        Assert.Contains(Text.Of(Rw, "talk.media.voice"), amina.Read);
        await amina.PressAsync("Musanze");
        Assert.StartsWith(Text.Of(Rw, "talk.button.old"), amina.Asked.Text, StringComparison.Ordinal);
    }

    static JsonObject Sticker() => new()
    {
        ["file_id"] = "s",
        ["file_unique_id"] = "s",
        ["type"] = "regular",
        ["width"] = 512,
        ["height"] = 512,
        ["is_animated"] = false,
        ["is_video"] = false,
    };
}
