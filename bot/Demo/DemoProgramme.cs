using System.Globalization;
using RbcBot.Bot.Commands;
using RbcBot.Core.Conversations;
using RbcBot.Core.Lessons;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Bot.Demo;

/// <summary>Plays a programme up to its sixth month: everything goes through the real web chat, flows and store.</summary>
static class DemoProgramme
{
    const int DefaultSeed = 2026;

    /// <summary>How many days ago the programme began.</summary>
    const int Days = 165;

    static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    public static async Task PlayAsync(WebApplication app, string[] args, TextWriter says, CancellationToken stop)
    {
        if ((await app.Services.GetRequiredService<IRounds>().ListAsync(stop)).Count > 0)
        {
            await says.WriteLineAsync("The folder holds a programme already: it is shown as it is. Name an empty Storage__Path to play anew.");
            return;
        }

        var seed = int.TryParse(CommandLine.Option(args, "--seed"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var own) ? own : DefaultSeed;
        var clock = (DemoClock)app.Services.GetRequiredService<TimeProvider>();
        var start = new DateTimeOffset(clock.GetUtcNow().Date.AddDays(-Days), TimeSpan.Zero) + Morning;
        using var http = new HttpClient { BaseAddress = new Uri(Composition.LocalUrl(app)), Timeout = TimeSpan.FromMinutes(2) };
        var stage = new DemoStage(app.Services, http, clock, start, seed) { Says = says };
        var began = TimeProvider.System.GetTimestamp();

        await AssessNeedsAsync(stage, stop);
        await ApplyAsync(stage, stop);
        await new DemoSelection(app.Services).RunAsync(stage, stop);
        await TrainAsync(app.Services, stage, stop);
        clock.ToPresent();
        stage.Say($"The demo is in its sixth month (seed {seed}, played in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s).");
    }

    static async Task AssessNeedsAsync(DemoStage stage, CancellationToken stop)
    {
        stage.Day(0);
        await stage.OpenAsync("guide-a.xlsx", "GUIDE-A", null, stop);
        await stage.OpenAsync("guide-b.xlsx", "GUIDE-B", null, stop);
        await stage.OpenAsync("guide-c.xlsx", "GUIDE-C", null, stop);
        for (var wave = 0; wave < 4; wave++)
        {
            stage.Day(3 + (wave * 6));
            var people = stage.People.Where(person => person.Number % 4 == wave).ToList();
            await stage.SitAsync(Part(people, DemoPart.Staff), "GUIDE-A", 0, stop);
            await stage.SitAsync(Part(people, DemoPart.Worker).Where(person => person.Number % 2 > 0), "GUIDE-B", 0, stop);
            await stage.SitAsync(Part(people, DemoPart.Expert), "GUIDE-C", 0, stop);
        }

        stage.Day(30);
        await stage.ReturnAsync(Part(stage.People, DemoPart.Worker).Where(person => person.Number % 12 == 1), "GUIDE-B", 0, stop);
        stage.Say($"Needs assessment: {await stage.SubmittedAsync(["GUIDE-A", "GUIDE-B", "GUIDE-C"], stop)} interviews.");
    }

    static async Task ApplyAsync(DemoStage stage, CancellationToken stop)
    {
        stage.Day(35);
        await stage.OpenAsync("application.xlsx", "APPLY", null, stop);
        for (var wave = 0; wave < 3; wave++)
        {
            stage.Day(38 + (wave * 5));
            await stage.SitAsync(Part(stage.People, DemoPart.Worker).Where(person => person.Number % 3 == wave), "APPLY", 0, stop);
        }

        stage.Say($"Applications: {await stage.SubmittedAsync(["APPLY"], stop)}.");
    }

    static async Task TrainAsync(IServiceProvider services, DemoStage stage, CancellationToken stop)
    {
        stage.Day(62);
        await stage.OpenAsync("test-epilepsy.xlsx", "EPI-PRE", "pre", stop);
        await stage.OpenAsync("test-epilepsy.xlsx", "EPI-POST", "post", stop);
        await stage.OpenAsync("feedback-epilepsy.xlsx", "EPI-FEEDBACK", null, stop);
        await SendAsync(services, stage, 64, "round:EPI-PRE", 0, stop);
        await SendAsync(services, stage, 71, "lesson:EPI-01", 0.1, stop);
        await SendAsync(services, stage, 78, "lesson:EPI-02", 0.15, stop);
        await SendAsync(services, stage, 85, "lesson:EPI-03", 0.2, stop);
        await SendAsync(services, stage, 104, "round:EPI-POST", 0.3, stop);
        await SendAsync(services, stage, 108, "round:EPI-FEEDBACK", 0.3, stop);
    }

    static async Task SendAsync(IServiceProvider services, DemoStage stage, int day, string subject, double training, CancellationToken stop)
    {
        stage.Day(day);
        var enrolled = (await services.GetRequiredService<IEnrolments>().ListAsync(stop)).Where(one => one.Module == "epilepsy").Select(one => one.Person).ToList();
        var release = new ReleaseSubject(services.GetRequiredService<IRecords>(), services.GetRequiredService<IInbox>());
        await release.RunAsync(subject, enrolled, services.GetRequiredService<TimeProvider>().GetUtcNow(), stop);
        var people = await PeopleOfAsync(services, stage, enrolled, stop);
        var code = subject.Split(':')[1];
        await stage.ReplyAsync(people, code, training, stop);
        stage.Say($"{subject}: {await stage.SubmittedAsync([code], stop)} of {enrolled.Count}.");
    }

    static async Task<List<DemoPerson>> PeopleOfAsync(IServiceProvider services, DemoStage stage, IReadOnlyList<PersonId> enrolled, CancellationToken stop)
    {
        var sessions = new HashSet<string>();
        foreach (var person in enrolled)
            sessions.UnionWith((await services.GetRequiredService<IRecords>().AddressesAsync(person, stop)).Select(address => address.Value));
        return [.. stage.People.Where(person => sessions.Contains(person.Session))];
    }

    static IEnumerable<DemoPerson> Part(IEnumerable<DemoPerson> people, DemoPart part) => people.Where(person => person.Part == part);
}
