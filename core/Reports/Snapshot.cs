using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Core.Selection;

namespace RbcBot.Core.Reports;

/// <summary>The programme's data frozen at a moment: all that a report may read.</summary>
/// <param name="Forms">Every form that a session is pinned to, by version.</param>
/// <param name="Sessions">All sessions of all flows.</param>
/// <param name="Selections">All runs; the last confirmed one counts.</param>
public sealed record Snapshot(
    DateTimeOffset At,
    IReadOnlyList<Round> Rounds,
    IReadOnlyDictionary<string, Form> Forms,
    IReadOnlyList<Session> Sessions,
    IReadOnlyList<SelectionRun> Selections,
    IReadOnlyList<Enrolment> Enrolments,
    IReadOnlyList<Module> Modules)
{
    /// <summary>The selection that was confirmed last; null before.</summary>
    public SelectionRun? Confirmed => Selections.Where(run => run.ConfirmedAt is not null).MaxBy(run => run.ConfirmedAt);

    /// <summary>Lower-case hex SHA-256 over the data in canonical form; the moment is not part of it.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines()))));

    IEnumerable<string> Lines() =>
    [
        .. Rounds.Select(round => Line("round", round.Code, $"{round.Kind}", round.FormVersion, round.Module, round.Moment)).Order(StringComparer.Ordinal),
        .. Sessions.OrderBy(session => session.Id, StringComparer.Ordinal).SelectMany(LinesOf),
        .. Enrolments.Select(one => Line("enrolment", one.Person.Value, one.Module, $"{one.Seat}")).Order(StringComparer.Ordinal),
        .. Confirmed is { } run ? LinesOf(run) : [],
    ];

    static IEnumerable<string> LinesOf(Session session) =>
    [
        Line("session", session.Id, session.Person.Value, session.Flow, session.Subject, session.FormVersion, Moment(session.Submitted)),
        .. session.Submission.Select(answer => Line("answer", answer.Path, answer.Value)),
    ];

    static IEnumerable<string> LinesOf(SelectionRun run) =>
    [
        Line("selection", run.Id, Moment(run.ConfirmedAt)),
        .. run.Applicants.OrderBy(one => one.Id.Value, StringComparer.Ordinal).Select(one =>
            Line("applicant", one.Id.Value, $"{one.Sex}", one.District, one.Province, $"{one.Setting}", one.Merit.ToString(CultureInfo.InvariantCulture))),
        .. run.Panel.Seats.Select(seat => Line("seat", seat.Programme, seat.Person.Value)),
    ];

    static string Line(params string[] cells) => string.Join('\t', cells.Select(cell => cell.Replace('\t', ' ').Replace('\n', ' ')));

    static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
