using System.Globalization;
using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Demo;

/// <summary>A simulated person at her phone: reads what came, answers, slips, pauses, or puts the phone away.</summary>
sealed class DemoTalk(DemoPerson person, DemoChat chat, DemoReading reading, Random chance)
{
    /// <summary>Nobody sits longer than this many steps.</summary>
    const int MostSteps = 200;

    /// <summary>Who looks into the menu so often and finds nothing puts the phone away.</summary>
    const int MostLooks = 3;

    int looks;

    /// <summary>Plays one sitting from what the bot says next until it is finished, paused or left.</summary>
    /// <param name="stays">Steps after which the person leaves; null when she stays to the end.</param>
    public async Task SitAsync(double training, int? stays, CancellationToken stop)
    {
        var answers = new DemoAnswers(person, chance, training);
        string? before = null;
        looks = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            var events = await chat.NextAsync(stop);
            if (events.Count == 0 || events.Any(reading.IsEnd) || looks == MostLooks)
                return;
            if (step == stays)
            {
                await LeaveAsync(stop);
                return;
            }

            var last = events[^1];
            var isRepeated = before is not null && last.Text.Contains(before, StringComparison.Ordinal);
            before = reading.Question(last.Text)?.Labels.GetValueOrDefault(Languages.Code(person.Language));
            await AnswerAsync(last, answers, isRepeated, stop);
        }
    }

    async Task LeaveAsync(CancellationToken stop)
    {
        if (chance.NextDouble() < 0.5)
            return;
        await chat.SayAsync(person.Language switch { Language.Rw => "akaruhuko", _ => "pause" }, stop);
        await chat.NextAsync(stop);
    }

    Task AnswerAsync(DemoEvent last, DemoAnswers answers, bool isRepeated, CancellationToken stop)
    {
        if (last.Choice("l:" + Languages.Code(person.Language)) is { } language)
            return chat.PressAsync(language, stop);
        if (reading.Question(last.Text) is { } question)
            return GiveAsync(last, question, answers.To(question), isRepeated, stop);
        if (reading.Quiz(last.Text) is { } quiz)
            return QuizAsync(last, quiz, stop);
        var on = last.Choice("c:yes") ?? last.Offered.FirstOrDefault(choice => choice.Role != "command");
        looks += on is null ? 1 : 0;
        return on is null ? chat.SayAsync("menu", stop) : chat.PressAsync(on, stop);
    }

    Task GiveAsync(DemoEvent last, Question question, string? value, bool isRepeated, CancellationToken stop)
    {
        var isSlip = !isRepeated && chance.NextDouble() > person.Care;
        if (value is null)
            return last.Choice("c:skip") is { } skip ? chat.PressAsync(skip, stop) : chat.SayAsync("ok", stop);
        if (question.Type == QuestionType.SelectOne)
            return isSlip ? chat.SayAsync(Slip(question, value), stop) : PressAsync(last, question, value, stop);
        if (question.Type == QuestionType.SelectMultiple)
            return chat.SayAsync(Numbers(last, question, value), stop);
        if (question.Type == QuestionType.Acknowledge)
            return chat.PressAsync(last.Offered[0], stop);
        return chat.SayAsync(isSlip && question.Type == QuestionType.Integer ? "hafi " + value : isRepeated && question.Type == QuestionType.Integer ? "3" : value, stop);
    }

    Task PressAsync(DemoEvent last, Question question, string value, CancellationToken stop)
    {
        var label = Label(question, value);
        var choice = last.Offered.FirstOrDefault(offered => offered.Label == label) ?? last.Offered.First(offered => offered.Role != "command");
        return chat.PressAsync(choice, stop);
    }

    Task QuizAsync(DemoEvent last, QuizQuestion quiz, CancellationToken stop)
    {
        var option = chance.NextDouble() < person.Skill + 0.25 ? quiz.Options.First(other => other.IsRight) : quiz.Options[chance.Next(quiz.Options.Count)];
        var label = option.Label.In(person.Language);
        return chat.PressAsync(last.Offered.FirstOrDefault(offered => offered.Label == label) ?? last.Offered[0], stop);
    }

    /// <summary>A label written in haste: two letters swapped, or its beginning only.</summary>
    string Slip(Question question, string value)
    {
        var label = Label(question, value);
        return label.Length < 5 ? label.ToUpperInvariant()
            : chance.NextDouble() < 0.5 ? label[..4]
            : label[..1] + label[2] + label[1] + label[3..];
    }

    /// <summary>Several answers by their numbers, as people write them.</summary>
    static string Numbers(DemoEvent last, Question question, string value)
    {
        var names = value.Split(' ');
        var offered = last.Offered.Where(choice => choice.Role != "command").Select(choice => choice.Label).ToList();
        var numbers = question.Choices.Where(choice => names.Contains(choice.Name))
            .Select(choice => offered.FindIndex(label => choice.Labels.Values.Contains(label)) + 1).Where(number => number > 0).Order();
        return string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    string Label(Question question, string value) =>
        question.Choices.FirstOrDefault(choice => choice.Name == value)?.Label(Languages.Code(person.Language)) ?? value;
}
