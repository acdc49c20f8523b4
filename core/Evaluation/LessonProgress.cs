using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Core.Statistics;

namespace RbcBot.Core.Evaluation;

/// <summary>How far the enrolled have come in one lesson.</summary>
/// <param name="Offered">People enrolled in the module as trainees; those who took it without being enrolled count too.</param>
/// <param name="Completed">Of those it was offered to.</param>
public sealed record LessonProgress(string Module, Lesson Lesson, int Offered, int Begun, Proportion Completed)
{
    /// <summary>The lessons of the modules, in their order.</summary>
    public static IReadOnlyList<LessonProgress> Of(
        IReadOnlyList<Module> modules, IReadOnlyList<Enrolment> enrolments, IReadOnlyList<Session> sessions) =>
        [.. modules.SelectMany(module => module.Lessons.Select(lesson => Of(module, lesson, enrolments, sessions)))];

    static LessonProgress Of(Module module, Lesson lesson, IReadOnlyList<Enrolment> enrolments, IReadOnlyList<Session> sessions)
    {
        var begun = sessions.Where(session => session.Flow == "lesson" && session.Subject == lesson.Id).ToLookup(session => session.Person);
        var offered = enrolments.Where(enrolment => enrolment.Module == module.Id && enrolment.Seat == Seat.Trainee)
            .Select(enrolment => enrolment.Person).Union(begun.Select(own => own.Key)).Count();
        var completed = begun.Count(own => own.Any(session => session.Submitted is not null));
        return new LessonProgress(module.Id, lesson, offered, begun.Count, Proportion.Of(completed, offered));
    }
}
