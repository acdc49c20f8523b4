using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;
using RbcBot.Core.Programme;
using RbcBot.Core.Reports;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;
using RbcBot.Tests.Core.Evaluation;
using static RbcBot.Tests.Stores.Sample;

namespace RbcBot.Tests.Stores;

/// <summary>What every store keeps to: all figures of the report, and all counts, are the same before people are erased and after.</summary>
public abstract partial class ErasedFiguresContract(IStorePlace place) : IDisposable
{
    const int People = 8;
    static readonly Form Test = Invented.Test(20);
    static readonly IReadOnlyDictionary<string, Form> Forms = ((Form[])[Test, Invented.Feedback, Invented.Guide]).ToDictionary(form => form.Version);

    static readonly Round[] Rounds =
    [
        Invented.Round("PRE", RoundKind.Test, Test, "pre"), Invented.Round("POST", RoundKind.Test, Test, "post"),
        Invented.Round("FB", RoundKind.Feedback, Invented.Feedback), Invented.Round("B", RoundKind.Interview, Invented.Guide),
    ];

    static readonly int[] Before = [8, 9, 10, 12, 7, 11, 9, 10], Rise = [4, 5, 3, 0, 7, 2, 5, 2];

    Ports Ports => place.Ports;

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Whoever_is_erased_the_figures_stay()
    {
        var people = await FillAsync();
        var (before, counts) = (await ReportsAsync(), await CountsAsync());
        Assert.Contains(before, line => line.Contains("results.epilepsy.post", StringComparison.Ordinal));
        for (var erased = 0; erased < People; erased += 3)
        {
            await EraseAsync(people[erased], erased);
            place.Reopen();
            Assert.Equal(before, await ReportsAsync());
            Assert.Equal(counts, await CountsAsync());
        }
        Assert.Null(await Ports.Records.ConversationAsync(people[0].Person, default));
        Assert.DoesNotContain(await Ports.Selections.ListAsync(default), run => run.Applicants.Any(one => one.Id == people[0].Person));
    }

    // By their moments: the one that was begun first was handed in last.
    [Fact]
    public async Task Of_two_tests_of_one_day_the_last_one_still_counts()
    {
        var hers = await Ports.TurnAsync(Text(Web, "1"), next => Turn(next with
        {
            Sessions = [Own(Invented.Tested("p", "PRE", Test, 15), next, 1, TimeSpan.FromHours(2)), Own(Invented.Tested("p", "PRE", Test, 5), next, 2, TimeSpan.FromHours(1)) with { Started = Invented.Day.AddMinutes(30) }],
        }));
        var before = await ReportsAsync();
        await EraseAsync(hers, 1);
        Assert.Equal(before, await ReportsAsync());
    }

    async Task<List<Conversation>> FillAsync()
    {
        List<Conversation> people = [];
        for (var number = 0; number < People; number++)
        {
            var one = number;
            people.Add(await Ports.TurnAsync(Text(new Address("web", $"p{one}"), "1"), next => Turn(next with { Sessions = [.. Sessions(one).Select((session, place) => Own(session, next, place, TimeSpan.FromHours(place)))] })));
            await Ports.Enrolments.AddAsync([new Enrolment(people[one].Person, "epilepsy", Seat.Trainee, Invented.Day)], default);
        }
        await Ports.Selections.PutAsync(Run([.. people.Select(one => one.Person)]), default);
        return people;
    }

    static IEnumerable<Session> Sessions(int one) =>
    [
        Invented.Tested("p", "PRE", Test, Before[one]), Invented.Tested("p", "POST", Test, 20), Invented.Tested("p", "POST", Test, Before[one] + Rise[one]),
        Invented.Submitted("p", "feedback", "FB", Invented.Feedback, ("f1", "5"), ("f2", one < 5 ? "2" : "4"), ("open", "words of hers")),
        Invented.Submitted("p", "interview", "B", Invented.Guide, ("e1_imp", "5"), ("e1_abl", $"{1 + (one % 3)}")),
        Invented.Begun("p", "lesson", "EPI-01") with { Submitted = one < 6 ? Invented.Day : null },
    ];

    static Session Own(Session session, Conversation hers, int number, TimeSpan late) =>
        session with { Id = $"{hers.Person}-{number}", Person = hers.Person, Submitted = session.Submitted + late };

    static SelectionRun Run(PersonId[] people)
    {
        Applicant[] all = [.. Enumerable.Range(0, 30).Select(number => new Applicant(number < People ? people[number] : new PersonId($"other{number}"), $"name{number}",
            number % 3 == 0 ? Sex.Man : Sex.Woman, "0201", "Nyanza", "South", Setting.Rural, "CS", "nurse", 50 + number, ["epilepsy"], false, true, ""))];
        var rules = SelectionRules.Of(["epilepsy"], []) with { Programmes = [new ProgrammeSeats("epilepsy", 12, 0)], WomenCeiling = 1, DistrictCap = 30 };
        return new SelectionRun("s1", Invented.Day, "Aline", rules, all, ChoosePanel.Of(all, rules, CancellationToken.None), Invented.Day, "Aline");
    }

    Task EraseAsync(Conversation hers, int number)
    {
        var names = ErasureNames.Of([.. Enumerable.Range(0, ErasureNames.ChanceBytes).Select(place => (byte)((place * 7) + number))]);
        var unlinking = new Unlinking(names, Forms);
        return Ports.Erased.EraseAsync(new Erasure(hers.Person, names, ErasureCause.Herself, Noon, unlinking) { Sessions = unlinking.Sessions(hers.Sessions) }, default);
    }

    /// <summary>All that the report tells in three languages, but for the hash of the data it was made from.</summary>
    async Task<List<string>> ReportsAsync()
    {
        List<Session> sessions = [];
        foreach (var flow in (string[])["interview", "application", "feedback", "test", "lesson"])
            await foreach (var session in Ports.Register.EachAsync(flow, null, default))
                sessions.Add(session);
        var snapshot = new Snapshot(Invented.Day.AddMonths(6), Rounds, Forms, sessions, await Ports.Selections.ListAsync(default), await Ports.Enrolments.ListAsync(default), [Invented.Epilepsy]);
        return [.. Languages.All.SelectMany(language => Told(FinalReport.Of(snapshot, language)))];
    }

    static IEnumerable<string> Told(Report report) =>
    [
        .. report.Facts.Select(fact => $"{fact.Id} {fact.Value:G12} {fact.N} {fact.Method}"),
        .. report.Sections.SelectMany(section => section.Blocks).SelectMany(block => (string[])[
            block.Paragraph?.Text ?? "", .. block.Table?.Rows.SelectMany(row => row) ?? [], block.Figure?.Slopes?.Alt ?? "", block.Figure?.Gaps?.Alt ?? "", block.Figure?.Diverging?.Alt ?? ""])
            .Select(text => Hash().Replace(text, "#")),
    ];

    async Task<IReadOnlyList<object>> CountsAsync() =>
    [
        await Ports.Records.CountsAsync(default), .. (await Ports.Register.CountsAsync(default)).OrderBy(count => count.ToString(), StringComparer.Ordinal),
        .. (await Ports.Enrolments.ListAsync(default)).CountBy(one => (one.Module, one.Seat)).OrderBy(one => one.ToString(), StringComparer.Ordinal).Select(one => (object)one),
    ];

    [GeneratedRegex("[0-9a-f]{16,64}")]
    private static partial Regex Hash();
}
