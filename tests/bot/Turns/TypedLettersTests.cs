using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Turns;

public sealed class TypedLettersTests
{
    static readonly Outbound Page = new("Which district?", [new Button("Musanze", "q:t:0") { Number = 1 }, new Button("More", "m:t:2", ButtonRole.Aid)]);

    readonly InMemoryOutbox outbox = new();

    [Theory]
    [InlineData("A")]
    [InlineData(" a. ")]
    public async Task A_letter_is_the_button_that_the_message_explains(string words) =>
        Assert.Equal(Said.Choice("m:t:2"), await ReadAsync("sms", words, Page, new Outbound("By the way")));

    [Theory]
    [InlineData("sms", "1")]
    [InlineData("sms", "B")]
    [InlineData("sms", "a word")]
    [InlineData("telegram", "A")]
    public async Task All_else_stays_as_it_came(string channel, string words) => Assert.Equal(Said.Text(words), await ReadAsync(channel, words, Page));

    [Fact]
    public async Task A_letter_of_a_question_before_is_none() =>
        Assert.Equal(Said.Text("A"), await ReadAsync("sms", "A", Page, new Outbound("Yes?", [new Button("Musanze", "q:u:0") { Number = 1 }])));

    async Task<Said> ReadAsync(string channel, string words, params Outbound[] before)
    {
        var from = new Address(channel, "+250788000001");
        foreach (var message in before)
            outbox.Say(from, message);
        return (await new TypedLetters(outbox).ReadAsync(new Inbound(from, "1", Said.Text(words), default), CancellationToken.None)).Said;
    }
}
