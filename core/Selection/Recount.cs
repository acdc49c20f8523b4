using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>Counts a panel against its rules in plain whole numbers; knows nothing of the solver.</summary>
public static class Recount
{
    /// <summary>What the seats have of each rule.</summary>
    public static IReadOnlyList<RuleCheck> Of(
        IReadOnlyList<Rule> rules, IReadOnlyDictionary<PersonId, Applicant> people, IReadOnlyList<SeatTaken> seats)
    {
        var seated = seats.ToLookup(seat => seat.Programme, seat => people[seat.Person]);
        return [.. rules.Select(rule => Check(rule, [.. seated[rule.Programme]]))];
    }

    /// <summary>The rules of a programme that these people on its seats would break.</summary>
    public static IReadOnlyList<Rule> Broken(IReadOnlyList<Rule> rulesOfProgramme, IReadOnlyList<Applicant> seated) =>
        [.. rulesOfProgramme.Where(rule => Check(rule, seated).Slack < 0)];

    static RuleCheck Check(Rule rule, IReadOnlyList<Applicant> seated)
    {
        var got = rule.Kind switch
        {
            RuleKind.Seats => seated.Count,
            RuleKind.WomenFloor or RuleKind.WomenCeiling => seated.Count(person => person.Sex == Sex.Woman),
            RuleKind.RuralFloor => seated.Count(person => person.Setting is Setting.Rural or Setting.Mixed),
            RuleKind.ProvinceFloor => seated.Count(person => person.Province == rule.Group),
            RuleKind.FacilityCap => Fullest(seated.Select(person => person.Facility)),
            RuleKind.DistrictCap => Fullest(seated.Select(person => person.District)),
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
        var slack = rule.IsFloor ? got - rule.Wanted : rule.Wanted - got;
        // Seats is met exactly: one too many breaks it as one too few does.
        return new RuleCheck(rule, got, rule.Kind == RuleKind.Seats ? -Math.Abs(slack) : slack);
    }

    static int Fullest(IEnumerable<string> places)
    {
        var counts = new Dictionary<string, int>();
        foreach (var place in places.Where(place => place.Length > 0))
            counts[place] = counts.GetValueOrDefault(place) + 1;
        return counts.Count == 0 ? 0 : counts.Values.Max();
    }
}
