using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>A selection after one of its people was erased: all counts and seats are as they were, under a new id without name and facility.</summary>
public static class UnlinkedRun
{
    /// <summary>Null when she is not in it.</summary>
    public static SelectionRun? Of(SelectionRun run, PersonId person, PersonId stays) => run.Applicants.All(one => one.Id != person) ? null : run with
    {
        Applicants = [.. run.Applicants.Select(one => one.Id == person ? one with { Id = stays, Name = "", Facility = "" } : one)],
        Panel = run.Panel with
        {
            Seats = [.. run.Panel.Seats.Select(seat => seat.Person == person ? seat with { Person = stays } : seat)],
            Reserve = [.. run.Panel.Reserve.Select(reserve => reserve with
            {
                Person = reserve.Person == person ? stays : reserve.Person,
                CanReplace = [.. reserve.CanReplace.Select(one => one == person ? stays : one)],
            })],
        },
    };
}
