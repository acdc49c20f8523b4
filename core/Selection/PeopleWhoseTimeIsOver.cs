using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Selection;

/// <summary>Who is to be erased by the rules of retention.</summary>
public static class PeopleWhoseTimeIsOver
{
    /// <summary>Applicants who got no place in any selection that was decided before the moment, and wait for none since.</summary>
    public static IReadOnlyList<PersonId> Rejected(IReadOnlyList<SelectionRun> runs, IReadOnlyList<Enrolment> enrolments, DateTimeOffset before)
    {
        var stays = enrolments.Select(enrolment => enrolment.Person).ToHashSet();
        foreach (var run in runs)
            stays.UnionWith(run.ConfirmedAt < before ? run.Panel.Seats.Select(seat => seat.Person) : run.Applicants.Select(applicant => applicant.Id));
        return [.. runs.Where(run => run.ConfirmedAt < before).SelectMany(run => run.Applicants).Select(applicant => applicant.Id).Distinct().Where(person => !stays.Contains(person))];
    }
}
