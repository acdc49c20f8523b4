using RbcBot.Bot.Turns;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Tests.Core.Forms;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F4: what comes out of order or a day late never becomes the answer to another question.</summary>
public sealed class ReorderTests(ITestOutputHelper output)
{
    const int Questions = 30, Window = 20;

    static readonly DateTimeOffset Began = new(2027, 3, 8, 8, 0, 0, TimeSpan.Zero);
    static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_REORDERS") ?? "40");

    readonly Form form = FormOf();

    [Fact]
    public void A_text_that_comes_a_day_late_is_told_and_not_taken_as_an_answer()
    {
        var talk = Agreed(out var update);
        var late = Text(update++, "late words", Began.AddDays(-1));
        var next = Take(Take(talk, Press(talk, update, 1)), Text(update + 1, "q2b", Began.AddMinutes(5)));
        var turn = Talk.Take(next, late, Catalogue, Flows.All, Began.AddMinutes(6));
        Assert.Contains("came late", turn.Replies[0].Text, StringComparison.Ordinal);
        Assert.Equal(next.Sessions[0].Answers, turn.Next.Sessions[0].Answers);
    }

    [Fact]
    public void A_late_text_that_says_stop_is_heard()
    {
        var talk = Agreed(out var update);
        Assert.True(Take(talk, Text(update, "stop", Began.AddDays(-1))).IsSilenced);
    }

    [Fact]
    public void Presses_shuffled_within_20_leave_only_right_answers_and_all_of_them_when_they_come_again()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}, {Rounds} rounds");
        var random = new Random(seed);
        var start = Agreed(out _);
        var (inOrder, log) = InOrder(start);
        for (var round = 0; round < Rounds; round++)
        {
            var shuffled = log.Index().OrderBy(one => one.Index + random.Next(Window)).Select(one => one.Item).ToList();
            var talk = shuffled.Aggregate(start, Take);
            Assert.All(talk.Sessions[0].Answers, answer => Assert.Contains(answer, inOrder));
            Assert.Equal(inOrder, log.Aggregate(start, Take).Sessions[0].Answers);
        }
    }

    (IReadOnlyList<GivenAnswer> Answers, List<Inbound> Log) InOrder(Conversation talk)
    {
        var log = new List<Inbound>();
        for (var number = 1; number <= Questions; number++)
        {
            log.Add(Press(talk, 100 + number, number % 2));
            talk = Take(talk, log[^1]);
        }

        Assert.Equal(Questions, talk.Sessions[0].Answers.Count);
        return (talk.Sessions[0].Answers, log);
    }

    Catalogue Catalogue => new(
        [new Round("R", RoundKind.Interview, form.Id, form.Version, "", "", IsOpen: true, Began)],
        new Dictionary<string, Form> { [form.Version] = form }, Library.Empty);

    Conversation Agreed(out int update)
    {
        update = 50;
        Inbound[] said = [Said(1, RbcBot.Core.Conversations.Said.Enter("R")), Said(2, RbcBot.Core.Conversations.Said.Choice("l:en")), Said(3, RbcBot.Core.Conversations.Said.Choice("c:yes"))];
        return said.Aggregate(Conversation.New(new PersonId("p"), new Address("telegram", "7")), Take);
    }

    Conversation Take(Conversation talk, Inbound inbound) => Talk.Take(talk, inbound, Catalogue, Flows.All, Began.AddMinutes(4)).Next;

    static Inbound Press(Conversation talk, int update, int option) =>
        Said(update, RbcBot.Core.Conversations.Said.Choice($"q:{talk.Sessions[0].Asked?.Token}:{option}"));

    static Inbound Said(int update, Said said) => new(new Address("telegram", "7"), $"{update}", said, Began) { IsDated = said.Kind == SaidKind.Enter };

    static Inbound Text(int update, string words, DateTimeOffset at) =>
        new(new Address("telegram", "7"), $"{update}", RbcBot.Core.Conversations.Said.Text(words), at) { IsDated = true };

    static Form FormOf()
    {
        var rows = string.Join("\n", Enumerable.Range(1, Questions).Select(number => $"select_one yn | q{number} | Question {number}?"));
        return FormReading.Of(Xlsx.Of(
            ("survey", $"type | name | label\n{rows}"),
            ("choices", $"list_name | name | label\nyn | a | First\nyn | b | q2b"),
            ("settings", "form_id\nreorder")), "reorder.xlsx").Form ?? throw new InvalidOperationException("The form of the test does not read.");
    }
}
