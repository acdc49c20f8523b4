using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Core.Reports;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;
using ProgrammeReport = RbcBot.Core.Reports.Report;

namespace RbcBot.Admin.Report;

/// <summary>The report over a snapshot of everything, in every language from the same one.</summary>
sealed class ReportReading(ReportPorts ports, ICatalogues catalogues, FrozenFigures figures, TimeProvider clock)
{
    static readonly IReadOnlyList<string> Flows = ["interview", "application", "feedback", "test", "lesson"];

    public async Task<Frozen<ProgrammeReport>> RunAsync(Language language, CancellationToken stop)
    {
        var rows = (await SessionCounts.ReadAsync(ports.Register, stop)).Begun;
        var all = await figures.OfAsync("report", rows, async over =>
        {
            var snapshot = await FreezeAsync(over);
            return (rows <= FrozenFigures.FreshUpTo ? [language] : Languages.All).ToDictionary(one => one, one => FinalReport.Of(snapshot, one));
        }, stop);
        return new(all.Value?[language], all.At);
    }

    async Task<Snapshot> FreezeAsync(CancellationToken stop)
    {
        // Millions of answers have some thousands of texts.
        var (sessions, once) = (new List<Session>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var flow in Flows)
            await foreach (var session in ports.Register.EachAsync(flow, null, stop))
                if (!session.IsKeptOut)
                    sessions.Add(session with { Answers = [], Asked = null, Written = [], Submission = [.. session.Submission.Select(Short)] });
        return new Snapshot(
            clock.GetUtcNow(), await ports.Rounds.ListAsync(stop), catalogues.Current.Forms, sessions,
            await ports.Selections.ListAsync(stop), await ports.Enrolments.ListAsync(stop), catalogues.Current.Library.Modules);

        GivenAnswer Short(GivenAnswer answer) => new(Once(answer.Path), answer.Value.Length <= LongestShared ? Once(answer.Value) : answer.Value);

        string Once(string text) => once.TryGetValue(text, out var known) ? known : once[text] = text;
    }

    /// <summary>Longer answers are hardly given twice.</summary>
    const int LongestShared = 20;
}

/// <summary>Where it reads.</summary>
sealed record ReportPorts(IRegister Register, IRounds Rounds, ISelections Selections, IEnrolments Enrolments);
