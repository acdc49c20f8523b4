using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

/// <summary>The beginning of guide B over WhatsApp against the whole bot, every request of ours held against Meta's specification.</summary>
public sealed class MetaInterviewTests(ITestOutputHelper output)
{
    const string Code = "GUIDEB";
    const Language Rw = Language.Rw;

    readonly Interviewee person = new(ShortGuide.Form, Rw);

    [Fact]
    public async Task An_interview_over_WhatsApp_ends_in_the_export()
    {
        await using var meta = await FakeMeta.StartAsync();
        await using var bot = await LiveBot.StartAsync([.. MetaHost.Settings(meta.BaseUrl).Select(setting => $"--{setting.Key}={setting.Value}")]);
        meta.Webhook = new Uri(bot.Url + "/meta/webhook");
        await bot.OpenRoundAsync(ShortGuide.File, ShortGuide.Name, Code);

        var keza = new WhatsAppPerson(new MetaWorld(meta), MetaHost.Keza, person, Rw);
        await TalkAsync(keza);

        Approved.Match(keza.Transcript, "tests/Dialogues/whatsapp-meta-rw.txt");
        Assert.Equal(person.Given, Answers.Of(Answers.OfWorkbook(await bot.ExportAsync(Code, "xlsx")), person));
        if (FakeMetaSpecification.Found is null)
            output.WriteLine("not checked: ../shared is absent, our requests were not held against the specification.");
        Assert.Empty(meta.Violations);
    }

    /// <summary>With a refused number, a step back and an old button in the middle.</summary>
    static async Task TalkAsync(WhatsAppPerson keza)
    {
        await keza.SayAsync($"start {Code}");
        await keza.PressAsync(Text.Of(Rw, "language.name"));
        await keza.PressAsync(Text.Of(Rw, "talk.agree"));
        await keza.AnswerAsync(until: "b5");
        await keza.SayAsync("99");
        await keza.SayAsync("6");
        await keza.SayAsync("subira inyuma");
        await keza.AnswerAsync();
        await keza.PressAsync(Text.Of(Rw, "talk.submit"));
    }
}
