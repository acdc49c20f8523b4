using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Channels.AfricasTalking;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Channels;

public sealed class UssdScreensTests
{
    readonly FakeTimeProvider clock = new();
    readonly UssdScreens screens;

    public UssdScreensTests() => screens = new UssdScreens(clock);

    [Fact]
    public void A_session_ends_when_nothing_is_asked() => Assert.Equal("END Thank you.", screens.Show("s", "1", [new Outbound("Thank you.")]));

    [Fact]
    public void A_session_goes_on_while_something_can_be_chosen() =>
        Assert.Equal("CON Far?\n\nyes: Yes\nno: No", screens.Show("s", "1", [Question("Far?")]));

    [Fact]
    public void Every_word_of_a_long_text_is_on_some_page_and_no_page_is_too_long()
    {
        var text = string.Join(' ', Enumerable.Range(100, 150));
        List<string> pages = [screens.Show("s", "1", [Question(text) with { Language = Language.En }])];
        for (var way = "1*0"; screens.Of("s").IsMore(way); way += "*0")
            pages.Add(screens.Show("s", way, screens.Of("s")));
        Assert.All(pages, page => Assert.InRange(page.Length, 5, 182));
        Assert.All(Enumerable.Range(100, 150), number => Assert.Contains(pages, page => page.Contains($"{number}", StringComparison.Ordinal)));
        Assert.All(pages.SkipLast(1), page => Assert.EndsWith("\n0. More", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Nought_is_an_answer_when_there_is_no_further_page()
    {
        screens.Show("s", "1", [Question("How many?")]);
        Assert.False(screens.Of("s").IsMore("1*0"));
    }

    [Fact]
    public void An_answer_before_the_last_page_is_an_answer()
    {
        screens.Show("s", "1", [Question(new string('x', 400))]);
        Assert.Equal((true, false), (screens.Of("s").IsMore("1*0"), screens.Of("s").IsMore("1*2")));
    }

    [Fact]
    public void A_letter_under_the_text_means_its_button()
    {
        screens.Show("s", "1", [new Outbound("?", [new Button("Take it back", "m:withdraw", ButtonRole.Command)])]);
        Assert.Equal(("m:withdraw", null), (screens.Of("s").PayloadOf("a"), screens.Of("s").PayloadOf("b")));
    }

    [Fact]
    public void A_session_is_forgotten_after_five_minutes()
    {
        screens.Show("s", "1", [Question("Far?")]);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(UssdScreen.Empty, screens.Of("s"));
    }

    [Fact]
    public void Nothing_in_time_is_said_in_every_language_on_one_screen() => Assert.InRange(screens.Show("s", "1", []).Length, 100, 182);

    static Outbound Question(string text) => new(text, [new Button("Yes", "c:yes"), new Button("No", "c:no")]);
}
