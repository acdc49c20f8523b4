using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>Who steps in when a seated person declines: by merit, and only where every rule is still kept.</summary>
static class Reserves
{
    public static IReadOnlyList<Reserve> Of(SelectionTask task, IReadOnlyList<SeatTaken> seats)
    {
        var seated = seats.Select(seat => seat.Person).ToHashSet();
        return [.. task.Programmes.SelectMany(programme => Of(task, programme, seats, seated))];
    }

    static IEnumerable<Reserve> Of(SelectionTask task, string programme, IReadOnlyList<SeatTaken> seats, HashSet<PersonId> seated)
    {
        Rule[] rules = [.. task.Rules.Where(rule => rule.Programme == programme)];
        Applicant[] sitting = [.. seats.Where(seat => seat.Programme == programme).Select(seat => task.People[seat.Person])];
        return task.Applicants
            .Where(person => !seated.Contains(person.Id) && person.MayHave().Contains(programme))
            .OrderByDescending(person => person.Merit)
            .Select(person => (person.Id, For: CanReplace(rules, sitting, person)))
            .Where(one => one.For.Count > 0)
            .Take(task.Given.ReserveSize)
            .Select((one, place) => new Reserve(programme, place + 1, one.Id, one.For));
    }

    static IReadOnlyList<PersonId> CanReplace(Rule[] rules, Applicant[] sitting, Applicant person) =>
        [.. sitting.Where(leaver => Recount.Broken(rules, Swapped(sitting, leaver, person)).Count == 0).Select(leaver => leaver.Id)];

    /// <summary>The people on the seats after one has left and another has come.</summary>
    public static Applicant[] Swapped(IReadOnlyList<Applicant> sitting, Applicant leaver, Applicant comer) =>
        [.. sitting.Where(other => other.Id != leaver.Id), comer];
}
