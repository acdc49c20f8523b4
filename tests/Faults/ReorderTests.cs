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
    public void Second_taps_that_come_up_to_20_messages_later_change_no_answer()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}, {Rounds} rounds");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var (talk, tapped) = Talked(random);
            Assert.Equal(tapped, talk.Sessions[0].Answers.Select(answer => answer.Value));
        }
    }

    // Every question is tapped twice, the second time on the other button; that tap is under way for a while.
    (Conversation Talk, List<string> Tapped) Talked(Random random)
    {
        var (talk, update) = (Agreed(out _), 100);
        var tapped = new List<string>();
        var late = new List<(int Due, Inbound Tap)>();
        for (var number = 0; number < Questions; number++)
        {
            var option = random.Next(2);
            tapped.Add(option == 0 ? "a" : "b");
            late.Add((number + random.Next(Window), Press(talk, update++, 1 - option)));
            talk = Take(talk, Press(talk, update++, option));
            talk = late.Where(one => one.Due == number).Select(one => one.Tap).Aggregate(talk, Take);
        }

        return (late.Where(one => one.Due >= Questions).Select(one => one.Tap).Aggregate(talk, Take), tapped);
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
