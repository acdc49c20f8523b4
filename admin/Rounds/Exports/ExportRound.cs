using System.Runtime.CompilerServices;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>Writes a round's answers as a file: for the console and for the command line.</summary>
public sealed class ExportRound(IRecords records, ICatalogues catalogues)
{
    /// <summary>Writes the sessions that the filter wants, without those of people who do not agree to research, the oldest first, a few in memory at a time.</summary>
    /// <param name="language">Language of what is written in words; null takes the form's own.</param>
    public Task<ExportedRound> RunAsync(Round round, ExportFormat format, SessionFilter filter, string? language, Stream to, CancellationToken stop) =>
        RunAsync(round, format, filter, language, static session => session, to, stop);

    /// <summary>The same, each session as whoever asked may have it.</summary>
    public async Task<ExportedRound> RunAsync(
        Round round, ExportFormat format, SessionFilter filter, string? language, Func<Session, Session> shown, Stream to, CancellationToken stop)
    {
        IReadOnlyList<SessionLine> lines = [.. (await records.LinesAsync(round.Code, stop)).Where(line => !line.Session.IsKeptOut)];
        var forms = Forms(round, lines);
        var plan = new ExportPlan(round, forms, language ?? forms.FirstOrDefault()?.LanguageCodes[0] ?? "") { Since = lines.Select(line => line.Session.Started).Append(round.OpenedAt).Min() };
        var wanted = lines.Where(line => (format != ExportFormat.Xml || filter.Standing is not null || line.Session.Submitted is not null) && filter.Takes(line.Session)).ToList();
        var count = new Count();
        await WriteAsync(format, to, plan, CountedAsync(Found(wanted, plan, filter, shown, stop), count, stop), stop);
        return ExportedRound.Of(format, plan.HasRepeats, count.Sessions);
    }

    static Task WriteAsync(ExportFormat format, Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop) => format switch
    {
        ExportFormat.Csv => CsvExport.WriteAsync(to, plan, sessions, stop),
        ExportFormat.Xlsx => ExportWorkbook.WriteAsync(to, plan, sessions, stop),
        ExportFormat.Json => JsonExport.WriteAsync(to, plan, sessions, stop),
        ExportFormat.Xml => XmlExport.WriteAsync(to, plan, sessions, stop),
        ExportFormat.Floip => FloipExport.WriteAsync(to, plan, sessions, stop),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>The forms the sessions are pinned to: the round's own first, then the newest that anybody began with.</summary>
    List<Form> Forms(Round round, IReadOnlyList<SessionLine> lines) =>
        [.. lines.Select(line => line.Session.FormVersion).Reverse().Prepend(round.FormVersion).Distinct()
            .Select(version => catalogues.Current.Forms.GetValueOrDefault(version)).OfType<Form>()];

    IAsyncEnumerable<Session> Found(IReadOnlyList<SessionLine> wanted, ExportPlan plan, SessionFilter filter, Func<Session, Session> shown, CancellationToken stop)
    {
        var sessions = records.StreamAsync(wanted, stop).Select(shown);
        if (filter.Words.Length == 0)
            return sessions;
        var asked = plan.Forms.SelectMany(form => form.Questions).Where(question => question.IsAsked).DistinctBy(question => question.Path).ToDictionary(question => question.Path);
        return sessions.Where(session => filter.Finds(new SessionAnswers(session), asked, plan.Language));
    }

    static async IAsyncEnumerable<Session> CountedAsync(IAsyncEnumerable<Session> sessions, Count count, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var session in sessions.WithCancellation(stop))
        {
            count.Sessions++;
            yield return session;
        }
    }

    sealed class Count
    {
        public int Sessions { get; set; }
    }
}
