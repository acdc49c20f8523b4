using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Lessons;

/// <summary>How far somebody is in a lesson.</summary>
public enum Reach { None, Offered, Reading, Completed }

/// <summary>What the page of all modules shows.</summary>
/// <param name="Findings">What the lint says about the content folder.</param>
public sealed record LessonsView(IReadOnlyList<ModuleView> Modules, IReadOnlyList<Finding> Findings);

/// <summary>A module with its people and where they are.</summary>
/// <param name="People">Who is enrolled in it, by id.</param>
/// <param name="Rounds">Open tests and feedback forms that can be sent to them.</param>
public sealed record ModuleView(
    Module Module, IReadOnlyList<PersonId> People, IReadOnlyDictionary<(PersonId, string), Reach> Reached, IReadOnlyList<Round> Rounds)
{
    readonly Dictionary<(string Lesson, Reach Reach), int> counts = CountOf(People, Reached);

    /// <summary>How many just got what was released; null when nothing was.</summary>
    public int? Sent { get; init; }

    /// <summary>How many of them have no address.</summary>
    public int Missed { get; init; }

    public Reach Of(PersonId person, Lesson lesson) => Reached.GetValueOrDefault((person, lesson.Id));

    /// <summary>How many of its people are so far in a lesson that somebody has begun or was offered.</summary>
    public int Count(Lesson lesson, Reach reach) => counts.GetValueOrDefault((lesson.Id, reach));

    internal static ModuleView Of(Module module, IReadOnlyList<Enrolment> enrolments, IReadOnlyList<PersonStanding> sessions, IReadOnlyList<Round> rounds)
    {
        var ids = module.Lessons.Select(lesson => lesson.Id).ToHashSet(StringComparer.Ordinal);
        var reached = new Dictionary<(PersonId, string), Reach>();
        foreach (var session in sessions.Where(session => ids.Contains(session.Subject)))
            reached[(session.Person, session.Subject)] = (Reach)Math.Max((int)reached.GetValueOrDefault((session.Person, session.Subject)), (int)Reading(session));
        return new ModuleView(
            module,
            [.. enrolments.Where(enrolment => enrolment.Module == module.Id).Select(enrolment => enrolment.Person).Distinct().OrderBy(person => person.Value, StringComparer.Ordinal)],
            reached,
            [.. rounds.Where(round => round.IsOpen && round.Kind is RoundKind.Test or RoundKind.Feedback && (round.Module == module.Id || round.Module.Length == 0))]);
    }

    static Dictionary<(string Lesson, Reach Reach), int> CountOf(IReadOnlyList<PersonId> people, IReadOnlyDictionary<(PersonId Person, string Lesson), Reach> reached)
    {
        var enrolled = people.ToHashSet();
        return reached.Where(one => enrolled.Contains(one.Key.Person)).CountBy(one => (one.Key.Lesson, one.Value)).ToDictionary();
    }

    static Reach Reading(PersonStanding session) =>
        session.Standing == Standing.Submitted ? Reach.Completed
        : session.IsOffered ? Reach.Offered
        : Reach.Reading;
}
