using Microsoft.AspNetCore.Http;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Admin.Rights;

/// <summary>Sessions as the visitor may see them: with the people who gave them, or under pseudonyms and without what tells who somebody is.</summary>
sealed class Veil(IHttpContextAccessor visit, ICatalogues catalogues, PseudonymKey key, KnownPseudonyms known)
{
    /// <summary>One purpose for all analysis, so that what one person answered before and after can be joined.</summary>
    public const string Purpose = "analysis";

    readonly Dictionary<string, HashSet<string>> personal = new(StringComparer.Ordinal);

    /// <summary>Whether the visitor may know whose answers they are.</summary>
    public bool IsLifted => RightsTable.May(visit.HttpContext?.User, Right.KnowPeople);

    /// <summary>The session as the visitor may see it on a page.</summary>
    public Session Over(Session session) => IsLifted ? session : Cover(session);

    /// <summary>The session as the visitor may take it away in a file.</summary>
    public Session OverFile(Session session) => RightsTable.May(visit.HttpContext?.User, Right.ExportPeople) ? session : Cover(session);

    /// <summary>The pseudonym of a session's id.</summary>
    public static string PseudonymOf(PseudonymKey key, string session) => key.Of(Purpose, "session " + session);

    Session Cover(Session session)
    {
        var told = PersonalOf(session.FormVersion);
        return session with
        {
            Id = known.Of(session.Id),
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
