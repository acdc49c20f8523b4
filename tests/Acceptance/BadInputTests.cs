using System.Net;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Acceptance;

/// <summary>What people and their phones send by mistake, to the real bot: each gets a sentence that helps, and the interview goes on.</summary>
public sealed class BadInputTests(RunningBot running) : IClassFixture<RunningBot>
{
    [Theory]
    [InlineData("rw", Language.Rw)]
    [InlineData("fr", Language.Fr)]
    [InlineData("en", Language.En)]
    public async Task A_text_of_20_MB_is_refused_with_a_sentence_and_harms_nothing(string code, Language language)
    {
        var phone = await running.AtFirstQuestionAsync(code);
        var answer = await running.PostAsync(phone.Session, $$"""{"id":"big","text":"{{new string('x', 20_000_000)}}"}""", language: code);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, Text.Of(language, "chat.too-long")), answer);
        await GoesOnAsync(phone);
    }

    [Fact]
    public async Task A_text_of_300_kB_is_refused_with_a_sentence()
    {
        var phone = await running.AtFirstQuestionAsync("fr");
        var (status, sentence) = await running.PostAsync(phone.Session, $$"""{"id":"big","text":"{{new string('é', 150_000)}}"}""", language: "fr");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, Text.Of(Language.Fr, "chat.too-long")), (status, sentence));
        await GoesOnAsync(phone);
    }

    [Fact]
    public async Task A_text_of_20_000_characters_is_told_to_be_shorter()
    {
        var phone = await running.AtFirstQuestionAsync("fr");
        await phone.SayAsync("Musanze");
        await phone.SayAsync(new string('é', 20_000));
        Assert.Contains("2/58 · ", phone.Last.Text);
        Assert.True(phone.Last.Text.Length < 1000 && phone.Last.Text.IndexOf("2/58", StringComparison.Ordinal) > 20, phone.Last.Text);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("q:x:99")]
    [InlineData("")]
    [InlineData("q:1:0:0")]
    public async Task An_unknown_button_says_so_and_asks_again(string payload)
    {
        var phone = await running.AtFirstQuestionAsync("rw");
        await phone.PressAsync(payload);
        Assert.Contains(Text.Of(Language.Rw, "talk.button.old"), phone.Last.Text);
        await GoesOnAsync(phone);
    }

    [Fact]
    public async Task A_stale_button_changes_no_answer()
    {
        var phone = await running.AtFirstQuestionAsync("rw");
        var stale = phone.Last.Answers[0];
        await phone.PressAsync(stale.Payload);
        await phone.PressAsync(stale.Payload);
        Assert.Contains(Text.Of(Language.Rw, "talk.button.old"), phone.Last.Text);
        Assert.Contains("2/58 · ", phone.Last.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("\u200b")]
    public async Task An_empty_message_asks_again(string words)
    {
        var phone = await running.AtFirstQuestionAsync("fr");
        await phone.SayAsync(words);
        Assert.Contains("1/58 · ", phone.Last.Text);
        Assert.False(phone.Last.Text.StartsWith("1/58", StringComparison.Ordinal), phone.Last.Text);
    }

    [Fact]
    public async Task Ten_messages_at_once_are_all_answered_in_order()
    {
        var phone = await running.AtFirstQuestionAsync("en");
        var before = phone.Last.N;
        foreach (var words in (string[])["Musanze", "CS Muhoza", "3", "1", "1", "7", "no", "no", "12", "1"])
            Assert.Equal(HttpStatusCode.Accepted, await phone.PostAsync(new { id = phone.NextId(), text = words }, default));
        while (phone.Last.N < before + 10)
            Assert.NotEmpty(await phone.LookAsync(wait: 20, default));
        Assert.Equal(Enumerable.Range(2, 10), phone.Seen.Where(bubble => bubble.N > before).Select(Place));
    }

    [Fact]
    public async Task Ten_messages_in_the_same_moment_all_get_an_answer()
    {
        var phone = await running.AtFirstQuestionAsync("en");
        var before = phone.Last.N;
        var statuses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => phone.PostAsync(new { id = phone.NextId(), text = "zzzz" }, default)));
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Accepted, status));
        while (phone.Last.N < before + 10)
            Assert.NotEmpty(await phone.LookAsync(wait: 20, default));
        Assert.All(phone.Seen.Where(bubble => bubble.N > before), bubble => Assert.Equal(1, Place(bubble)));
    }

    [Fact]
    public async Task The_same_id_twice_has_one_effect()
    {
        var phone = await running.AtFirstQuestionAsync("en");
        foreach (var words in (string[])["Musanze", "Burera"])
            Assert.Equal(HttpStatusCode.Accepted, await phone.PostAsync(new { id = "twice", text = words }, default));
        await phone.LookAsync(wait: 20, default);
        await phone.SayAsync("back");
        Assert.Contains("Musanze", phone.Last.Text);
    }

    [Fact]
    public async Task An_unknown_code_is_named_and_the_interview_goes_on()
    {
        var phone = await running.AtFirstQuestionAsync("fr");
        await phone.EnterAsync("NO-SUCH");
        Assert.Contains(phone.Seen, bubble => bubble.Text.Contains(Text.Of(Language.Fr, "talk.round.unknown", ("code", "NO-SUCH")), StringComparison.Ordinal));
        await GoesOnAsync(phone);
    }

    static int Place(Bubble bubble) => int.Parse(bubble.Text[..bubble.Text.IndexOf("/58 · ", StringComparison.Ordinal)].Split('\n', ' ')[^1]);

    async Task GoesOnAsync(WebPhone phone)
    {
        await phone.SayAsync("Musanze");
        Assert.Contains("2/58 · ", phone.Last.Text);
        Assert.Empty(running.Bot.Troubles);
    }
}
