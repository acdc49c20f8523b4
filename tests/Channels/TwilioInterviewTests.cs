using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Channels;

/// <summary>The beginning of guide B over WhatsApp by Twilio against the whole bot, every request of ours held against Twilio's specifications.</summary>
public sealed class TwilioInterviewTests(ITestOutputHelper output)
{
    const string Code = "GUIDEB";
    const Language Fr = Language.Fr;

    readonly Interviewee person = new(ShortGuide.Form, Fr);

    [Fact]
    public async Task An_interview_over_WhatsApp_by_Twilio_ends_in_the_export()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var bot = await LiveBot.StartAsync([.. TwilioHost.Settings(twilio.BaseUrl).Select(setting => $"--{setting.Key}={setting.Value}")]);
        twilio.BotUrl = bot.Url;
        await bot.OpenRoundAsync(ShortGuide.File, ShortGuide.Name, Code);

        var keza = new WhatsAppPerson(twilio, TwilioHost.Keza, person, Fr);
        await keza.SayAsync($"start {Code}");
        await keza.PressAsync(Text.Of(Fr, "language.name"));
        await keza.PressAsync(Text.Of(Fr, "talk.agree"));
        await keza.AnswerAsync();
        await keza.PressAsync(Text.Of(Fr, "talk.submit"));

        Approved.Match(keza.Transcript, "tests/Dialogues/whatsapp-twilio-fr.txt");
        Assert.Equal(person.Given, Answers.Of(Answers.OfWorkbook(await bot.ExportAsync(Code, "xlsx")), person));
        if (FakeTwilioSpecification.Found is null)
            output.WriteLine("not checked: ../shared is absent, our requests were not held against the specifications.");
        Assert.Empty(twilio.Violations);
    }

    [Fact]
    public async Task An_interview_by_SMS_is_written_in_numbers_and_words()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        await using var bot = await LiveBot.StartAsync([.. TwilioHost.Settings(twilio.BaseUrl).Select(setting => $"--{setting.Key}={setting.Value}")]);
        twilio.BotUrl = bot.Url;
        await bot.OpenRoundAsync(ShortGuide.File, ShortGuide.Name, Code);

        var keza = new SmsPerson(twilio, TwilioHost.Keza, person, Fr);
        await keza.SayAsync($"start {Code}");
        await keza.ChooseAsync(Text.Of(Fr, "language.name"));
        await keza.ChooseAsync(Text.Of(Fr, "talk.agree"));
        await keza.AnswerAsync();
        await keza.ChooseAsync(Text.Of(Fr, "talk.submit"));

        Approved.Match(keza.Transcript, "tests/Dialogues/sms-twilio-fr.txt");
        Assert.Equal(person.Given, Answers.Of(Answers.OfWorkbook(await bot.ExportAsync(Code, "xlsx")), person));
        Assert.Empty(twilio.Violations);
    }
}
