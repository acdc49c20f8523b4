using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds;

/// <summary>A session's answers by path, as they stand now: what was submitted, else what was said so far. What stays inside is left out, of lists, of files and of what a committee reads.</summary>
public sealed class SessionAnswers(Session session)
{
    readonly Dictionary<string, string> values = Collect(HeldAnswers.Out(session));

    public Session Session { get; } = session;

    public Standing Standing => StandingOf(Session);

    /// <summary>All of them, each path once, instances of repeats told apart.</summary>
    public IEnumerable<GivenAnswer> Given => values.Select(pair => new GivenAnswer(pair.Key, pair.Value));

    public static Standing StandingOf(Session session) => RegisterLine.StandingOf(session);

    /// <summary>The canonical value; null when the question was not reached or does not count.</summary>
    public string? At(string path) => values.GetValueOrDefault(path);

    /// <summary>The answers to a question: one, or one an instance of the repeat that it stands in, in their order.</summary>
    public IReadOnlyList<GivenAnswer> Every(Question question) => question.Repeats.Count == 0
        ? At(question.Path) is { } value ? [new GivenAnswer(question.Path, value)] : []
        : [.. Given.Where(answer => InstancePath.Plain(answer.Path) == question.Path).OrderBy(answer => InstancePath.Places(answer.Path), PlaceOrder.Instance)];

    /// <summary>The value of the first question of the name; null when there is none.</summary>
    public string? Named(Form? form, string name) => form?.Find(name) is { } question ? At(question.Path) : null;

    static Dictionary<string, string> Collect(Session session)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var answer in session.Submission.Count > 0 ? session.Submission : session.Answers)
            values[answer.Path] = answer.Value;
        return values;
    }
}
