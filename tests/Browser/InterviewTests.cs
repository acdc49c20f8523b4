using RbcBot.Core.Texts;
using RbcBot.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace RbcBot.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class InterviewTests(Chromium chromium)
{
    const string Code = "GUIDEB";
    const Language Rw = Language.Rw;

    /// <summary>The place of a question in the list that is reviewed at the end.</summary>
    const string FacilityInReview = "2";

    [BrowserFact]
    public async Task A_health_worker_answers_guide_B_in_Kinyarwanda_and_the_console_shows_it()
    {
        await using var bot = await LiveBot.StartAsync();
        await using var claire = await ConsoleVisitor.OpenAsync(chromium.Browser, bot.Url);
        await claire.BecomeAdministratorAsync(bot.FirstRunLink);
        await claire.OpenRoundAsync("guide-b.xlsx", Code);
        await Expect(claire.Page.GetByTestId("round-link")).ToHaveTextAsync($"{bot.Url}/chat?code={Code}");
        await Expect(claire.Page.GetByTestId("round-qr")).ToBeVisibleAsync();

        var amina = new Interviewee(Shipped.Form("guide-b.xlsx"), Rw);
        await using var phone = await Phone.OpenAsync(chromium.Browser, bot.Url, Code);
        await phone.BeginAsync(Rw);
        await AnswerToTheEndAsync(phone, amina);

        await SeenInTheConsoleAsync(claire, amina);
        await InTheFilesAsync(claire, amina);
        Assert.Empty(claire.Faults.Seen.Concat(phone.Faults.Seen));
    }

    /// <summary>With one refused answer, one step back, one pause and one correction at the end.</summary>
    static async Task AnswerToTheEndAsync(Phone phone, Interviewee amina)
    {
        await phone.AnswerAsync(amina, Rw, until: "b5");
        await phone.SayAsync("99");
        await phone.SeeAsync("hagati ya 0 na 50");
        await phone.SayAsync("imyaka 6");
        await phone.SeeAsync(Text.Of(Rw, "talk.echo", ("answer", "6")));
        await phone.PressAsync(Text.Of(Rw, "talk.command.back"));
        await phone.SeeAsync(Text.Of(Rw, "talk.back.earlier", ("answer", "6")));
        await phone.AnswerAsync(amina, Rw, until: "b12");

        await PauseAsync(phone);
        var review = await phone.AnswerAsync(amina, Rw);
        Assert.Contains(Text.Of(Rw, "talk.review"), review, StringComparison.Ordinal);

        await CorrectAsync(phone, amina);
        await phone.PressAsync(Text.Of(Rw, "talk.submit"));
        await phone.SeeAsync(Text.Of(Rw, "interview.thanks"));
    }

    static async Task PauseAsync(Phone phone)
    {
        var before = await phone.ReadAsync();
        await phone.SayAsync("akaruhuko");
        await phone.SeeAsync(Text.Of(Rw, "talk.paused"));
        await phone.ReopenAsync();
        await phone.SeeAsync(Text.Of(Rw, "talk.paused"));
        await phone.SayAsync("komeza");
        await phone.SeeAsync(before);
    }

    static async Task CorrectAsync(Phone phone, Interviewee amina)
    {
        await phone.PressAsync(Text.Of(Rw, "talk.correct"));
        await phone.SeeAsync(Text.Of(Rw, "talk.correct.which", ("most", amina.Given.Count)));
        await phone.SayAsync(FacilityInReview);
        await phone.SeeAsync(Text.Of(Rw, "talk.back.earlier", ("answer", amina.Given["b1_facility"])));
        amina.Given["b1_facility"] = "CS Muhoza";
        await phone.SayAsync("CS Muhoza");
        await phone.SeeAsync(Text.Of(Rw, "talk.review"));
    }

    static async Task SeenInTheConsoleAsync(ConsoleVisitor claire, Interviewee amina)
    {
        await claire.GoAsync($"/rounds/{Code}");
        await Expect(claire.Page.GetByTestId("submitted")).ToHaveTextAsync("1");
        await claire.PressAsync("answers");
        await Expect(claire.Page.GetByTestId("answers")).ToContainTextAsync("CS Muhoza");
        await claire.OpenFirstPersonAsync(Code);
        await Expect(claire.Page.GetByTestId("answer-list").Locator("dd")).ToHaveCountAsync(amina.Given.Count);
        await Expect(claire.Page.GetByTestId("answer-list")).ToContainTextAsync(amina.Given["b19"]);
    }

    static async Task InTheFilesAsync(ConsoleVisitor claire, Interviewee amina)
    {
        await claire.GoAsync($"/rounds/{Code}");
        Assert.Equal(amina.Given, Answers.Of(Answers.OfCsv(await claire.DownloadAsync("export-csv")), amina));
        Assert.Equal(amina.Given, Answers.Of(Answers.OfWorkbook(await claire.DownloadAsync("export-xlsx")), amina));
    }
}
