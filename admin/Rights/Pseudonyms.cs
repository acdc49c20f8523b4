using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Admin.Rights;

/// <summary>Puts sessions under pseudonyms, without the answers that tell who somebody is.</summary>
/// <remarks>For one page or file: it remembers what forms ask.</remarks>
public sealed class Pseudonyms(ICatalogues catalogues, PseudonymKey key)
{
    /// <summary>One purpose for all analysis, so that what one person answered before and after can be joined.</summary>
    public const string Purpose = "analysis";

    readonly Dictionary<string, HashSet<string>> personal = new(StringComparer.Ordinal);

    /// <summary>The pseudonym of a session's id.</summary>
    public static string OfSession(PseudonymKey key, string session) => key.Of(Purpose, "session " + session);

    public Session Over(Session session)
    {
        var told = PersonalOf(session.FormVersion);
        return session with
        {
            Id = OfSession(key, session.Id),
            Person = new PersonId(key.Of(Purpose, session.Person.Value)),
            Answers = Without(session.Answers, told),
            Submission = Without(session.Submission, told),
            Asked = null,
        };
    }

    HashSet<string> PersonalOf(string version)
    {
        if (!personal.TryGetValue(version, out var paths))
            personal[version] = paths = (catalogues.Current.Forms.GetValueOrDefault(version)?.Questions ?? [])
                .Where(PersonalQuestion.Is).Select(question => question.Path).ToHashSet(StringComparer.Ordinal);
        return paths;
    }

    static IReadOnlyList<GivenAnswer> Without(IReadOnlyList<GivenAnswer> answers, HashSet<string> told) =>
        [.. answers.Where(answer => !told.Contains(InstancePath.Plain(answer.Path)))];
}
