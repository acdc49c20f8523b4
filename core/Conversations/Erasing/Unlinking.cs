using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Safety;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>Makes of a person's sessions, facts and alerts those of somebody whom nobody can find: a new id, days instead of times, and no free text, names, files or places finer than a district.</summary>
/// <param name="forms">Every form version that is known.</param>
public sealed class Unlinking(ErasureNames names, IReadOnlyDictionary<string, Form> forms)
{
    const int IdBytes = 6;

    /// <summary>All of a person's. Of those that were submitted on one day the order stays, told by seconds, since the last of them is what counts.</summary>
    public IReadOnlyList<Session> Sessions(IReadOnlyList<Session> hers) => [.. hers.Select(session => Session(session) with
    {
        Submitted = session.Submitted is { } submitted ? Day(submitted).AddSeconds(hers.Count(other => other.Submitted is { } before && before < submitted && Day(before) == Day(submitted))) : null,
    })];

    Session Session(Session session) => session with
    {
        Id = IdOf(session.Id),
        Person = names.Stays,
        Answers = Answers(session, session.Answers),
        Submission = Answers(session, session.Submission),
        Started = Day(session.Started),
        Touched = Day(session.Touched),
        Asked = session.Asked is { } asked ? new Asked("", asked.Path, [], [], 0) : null,
        Improved = null,
        OneByOne = "",
        Later = [],
        Written = [],
        Held = [],
        IsUnlinked = true,
    };

    /// <summary>Names of the files that answers of the session give.</summary>
    internal IEnumerable<string> Files(Session session) => session.Answers.Concat(session.Submission)
        .Where(answer => answer.Value.Length > 0 && Question(session.FormVersion, answer.Path) is { IsMedia: true }).Select(answer => answer.Value);

    /// <summary>All that is noted under one id, in its order; null for what goes.</summary>
    public IReadOnlyList<Fact?> Facts(IReadOnlyList<Fact> hers)
    {
        var unlinked = new UnlinkedFacts(names, forms, this);
        return [.. hers.Select(unlinked.Of)];
    }

    /// <summary>How long it waited stays, what somebody wrote about it does not.</summary>
    public SafetyAlert Alert(SafetyAlert alert)
    {
        var day = Day(alert.At);
        return alert with
        {
            // Several of a day stay several.
            Id = string.Create(CultureInfo.InvariantCulture, $"{day.UtcTicks:D19}-{(int)alert.Matter}-{IdOf(alert.Id)}"),
            Person = names.Stays,
            Session = alert.Session is { } session ? IdOf(session) : null,
            At = day,
            SeenAt = day + (alert.SeenAt - alert.At),
            ClosedAt = day + (alert.ClosedAt - alert.At),
            Note = alert.Note.Length > 0 ? UnlinkedValue.Mark : "",
        };
    }

    internal string IdOf(string id) =>
        $"{names.Stays}-{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(names.Key), Encoding.UTF8.GetBytes(id)).AsSpan(0, IdBytes))}";

    /// <summary>The beginning of the day, in Kigali.</summary>
    public static DateTimeOffset Day(DateTimeOffset moment) => KigaliTime.Start(KigaliTime.Day(moment)).ToUniversalTime();

    // A lesson's answers are numbers of cards and options.
    IReadOnlyList<GivenAnswer> Answers(Session session, IReadOnlyList<GivenAnswer> answers) => session.FormVersion.Length == 0 ? answers
        : [.. answers.Select(answer => answer with { Value = UnlinkedValue.Of(Question(session.FormVersion, answer.Path), answer.Value) })];

    internal Question? Question(string version, string path) => forms.GetValueOrDefault(version)?.Find(InstancePath.Plain(path));
}
