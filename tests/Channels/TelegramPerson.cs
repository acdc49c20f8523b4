using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>A health worker on Telegram: reads what comes, presses and writes.</summary>
sealed class TelegramPerson(FakeTelegram telegram, long chat, Interviewee person, Language language)
{
    /// <summary>The question that stands open, or whatever else has buttons.</summary>
    public FakeTelegramMessage Asked { get; private set; } = null!; // set by the first ReadAsync

    /// <summary>All that was said to her, in order.</summary>
    public List<string> Read { get; } = [];

    public async Task ReadAsync()
    {
        do
            Read.Add((Asked = await telegram.NextAsync(chat)).Text);
        while (Asked.IsEdited || !Asked.Labels.Any());
    }

    /// <summary>Writes, and reads until something with buttons is asked.</summary>
    public Task SayAsync(string words)
    {
        telegram.Says(chat, words);
        return ReadAsync();
    }

    public Task PressAsync(string label)
    {
        telegram.Presses(chat, label);
        return ReadAsync();
    }

    /// <summary>Ticks an option: the same message comes back with the tick.</summary>
    public async Task TickAsync(string label)
    {
        telegram.Presses(chat, label);
        FakeTelegramMessage edited;
        do
            edited = await telegram.NextAsync(chat);
        while (!edited.IsEdited || !edited.Labels.Contains($"✅ {label}"));
    }

    /// <summary>Answers what is asked until the question of the name, or until no question is left.</summary>
    public async Task AnswerAsync(string until = "")
    {
        var review = Text.Of(language, "talk.review");
        while (!Asked.Text.Contains(review, StringComparison.Ordinal) && person.Question(Asked.Text) is { } question && question.Name != until)
            await AnswerAsync(person.Answer(question));
    }

    async Task AnswerAsync((IReadOnlyList<string> Presses, string Words) answer)
    {
        if (answer.Words.Length > 0)
            await SayAsync(answer.Words);
        else if (answer.Presses is [var only])
            await PressAsync(only);
        else
        {
            foreach (var label in answer.Presses)
                await TickAsync(label);
            await PressAsync(Text.Of(language, "talk.command.done"));
        }
    }
}
