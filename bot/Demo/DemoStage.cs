using System.Collections.Concurrent;
using System.Globalization;
using RbcBot.Core.Conversations;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Demo;

/// <summary>Where the demo plays: its people with their phones, its clock, its rounds.</summary>
sealed class DemoStage(IServiceProvider services, HttpClient http, DemoClock clock, DateTimeOffset start, int seed)
{
    /// <summary>So many people write at the same time.</summary>
    const int AtOnce = 48;

    readonly ConcurrentDictionary<int, DemoChat> chats = new();
    readonly ConcurrentDictionary<int, Random> chances = new();
    DateTimeOffset latest = start.AddDays(-1);

    public IReadOnlyList<DemoPerson> People { get; } = DemoPeople.Of(seed);

    /// <summary>Where it is told how the programme goes.</summary>
    public required TextWriter Says { get; init; }

    public void Say(FormattableString sentence) => Says.WriteLine(sentence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Moves the clock to the day's morning in Kigali, or to the next on which people may be written to; never twice to the same, for people get one nudge a day.</summary>
    public void Day(int day)
    {
        var (planned, next) = (start.AddDays(day), latest.AddDays(1));
        latest = services.GetRequiredService<ICatalogues>().Current.Quiet.NextAllowed(planned > next ? planned : next);
        clock.Jump(latest);
    }

    public async Task OpenAsync(string form, string code, string? moment, CancellationToken stop)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        var file = new FormFile("", form, ContentFolder.Form(settings["Content:Path"] ?? "content", form), clock.GetUtcNow());
        var (round, findings) = await services.GetRequiredService<OpenRound>().RunAsync(file, code, null, null, moment, stop);
        if (round is null)
            throw new InvalidOperationException($"{form} is refused: {findings[0].Message}");
    }

    /// <summary>People come with a code and sit; each stays as long as her stamina says.</summary>
    public Task SitAsync(IEnumerable<DemoPerson> people, string code, double training, CancellationToken stop) =>
        EachAsync(people, code, async (person, talk) =>
        {
            await Chat(person).EnterAsync(code, stop);
            await talk.SitAsync(training, Steps(person, 45), stop);
        }, stop);

    /// <summary>People answer what was sent to them, or do not.</summary>
    public Task ReplyAsync(IEnumerable<DemoPerson> people, string code, double training, CancellationToken stop) =>
        EachAsync(people, code, (person, talk) => talk.SitAsync(training, Steps(person, 14), stop), stop);

    /// <summary>People who left come back with a greeting.</summary>
    public Task ReturnAsync(IEnumerable<DemoPerson> people, string code, double training, CancellationToken stop) =>
        EachAsync(people, code, async (person, talk) =>
        {
            await Chat(person).EnterAsync(code, stop);
            await talk.SitAsync(training, null, stop);
        }, stop);

    public Random Chance(DemoPerson person) => chances.GetOrAdd(person.Number, number => new Random(unchecked((seed * 397) + number)));

    /// <summary>How many submitted under these codes: what is told is what is kept, not what people believe to have done.</summary>
    public async Task<int> SubmittedAsync(IReadOnlyList<string> codes, CancellationToken stop)
    {
        var counts = await services.GetRequiredService<IRecords>().CountsAsync(stop);
        return codes.Sum(code => counts.GetValueOrDefault(code).Submitted);
    }

    async Task EachAsync(IEnumerable<DemoPerson> people, string code, Func<DemoPerson, DemoTalk, Task> play, CancellationToken stop)
    {
        var catalogue = services.GetRequiredService<ICatalogues>().Current;
        var form = catalogue.Round(code) is { } round ? catalogue.Forms[round.FormVersion] : null;
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (person, _) =>
        {
            var talk = new DemoTalk(person, Chat(person), new DemoReading(form, catalogue.Library, person.Language), Chance(person));
            await play(person, talk);
        });
    }

    /// <summary>After how many steps the person leaves; null when she stays.</summary>
    int? Steps(DemoPerson person, int most) => Chance(person).NextDouble() < person.Stamina ? null : Chance(person).Next(3, most);

    DemoChat Chat(DemoPerson person) => chats.GetOrAdd(person.Number, _ => new DemoChat(http, person.Session));
}
