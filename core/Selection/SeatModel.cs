using Google.OrTools.Sat;

namespace RbcBot.Core.Selection;

/// <summary>The selection as whole-number equations: one yes-or-no a person and programme she may have.</summary>
sealed class SeatModel
{
    readonly List<(Rule Rule, IntVar Slack)> slacks = [];
    readonly List<Wish> wishes = [];

    SeatModel(IReadOnlyList<Applicant> applicants, IReadOnlyList<string> programmes)
    {
        foreach (var person in applicants)
        {
            var own = person.MayHave().Where(programmes.Contains)
                .Select((programme, place) => new Wish(person, programme, place, Solver.NewBoolVar(""))).ToList();
            Solver.AddAtMostOne(own.Select(wish => wish.Seat));
            wishes.AddRange(own);
        }
    }

    public CpModel Solver { get; } = new();

    public IReadOnlyList<Wish> Wishes => wishes;

    public IReadOnlyList<(Rule Rule, IntVar Slack)> Slacks => slacks;

    /// <summary>Wishes without any rule: who may sit where, nobody twice.</summary>
    public static SeatModel Free(IReadOnlyList<Applicant> applicants, IReadOnlyList<string> programmes) => new(applicants, programmes);

    /// <summary>With rules; those in <paramref name="elastic"/> may be broken at a price, the others may not.</summary>
    public static SeatModel Of(
        IReadOnlyList<Applicant> applicants, IReadOnlyList<string> programmes, IEnumerable<Rule> rules, IReadOnlySet<Rule> elastic)
    {
        var model = new SeatModel(applicants, programmes);
        foreach (var rule in rules)
            model.Add(rule, elastic.Contains(rule));
        return model;
    }

    /// <summary>No more seats than these, whatever the rules are.</summary>
    public SeatModel AtMost(IReadOnlyDictionary<string, int> seats)
    {
        foreach (var (programme, count) in seats)
            Solver.Add(LinearExpr.Sum(In(programme).Select(wish => wish.Seat)) <= count);
        return this;
    }

    IEnumerable<Wish> In(string programme) => wishes.Where(wish => wish.Programme == programme);

    void Add(Rule rule, bool isElastic)
    {
        var seats = In(rule.Programme).ToList();
        switch (rule.Kind)
        {
            case RuleKind.Seats:
                AtLeast(rule, seats, isElastic);
                break;
            case RuleKind.WomenFloor:
                AtLeast(rule, seats.Where(wish => wish.Person.Sex == Sex.Woman), isElastic);
                break;
            case RuleKind.WomenCeiling:
                AtMost(rule, seats.Where(wish => wish.Person.Sex == Sex.Woman), isElastic);
                break;
            case RuleKind.RuralFloor:
                AtLeast(rule, seats.Where(wish => wish.Person.Setting != Setting.Urban), isElastic);
                break;
            case RuleKind.ProvinceFloor:
                AtLeast(rule, seats.Where(wish => wish.Person.Province == rule.Group), isElastic);
                break;
            case RuleKind.FacilityCap:
                Each(rule, seats, wish => wish.Person.Facility, isElastic);
                break;
            case RuleKind.DistrictCap:
                Each(rule, seats, wish => wish.Person.District, isElastic);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule));
        }
    }

    void Each(Rule rule, List<Wish> seats, Func<Wish, string> place, bool isElastic)
    {
        foreach (var group in seats.Where(wish => place(wish).Length > 0).GroupBy(place).Where(group => group.Count() > rule.Wanted))
            AtMost(rule, group, isElastic);
    }

    void AtLeast(Rule rule, IEnumerable<Wish> counted, bool isElastic)
    {
        var sum = LinearExpr.Sum(counted.Select(wish => wish.Seat));
        Solver.Add((isElastic ? sum + Slack(rule, rule.Wanted) : sum) >= rule.Wanted);
    }

    void AtMost(Rule rule, IEnumerable<Wish> counted, bool isElastic)
    {
        var all = counted.ToList();
        var sum = LinearExpr.Sum(all.Select(wish => wish.Seat));
        Solver.Add((isElastic ? sum - Slack(rule, all.Count) : sum) <= rule.Wanted);
    }

    IntVar Slack(Rule rule, int most)
    {
        var slack = Solver.NewIntVar(0, most, "");
        slacks.Add((rule, slack));
        return slack;
    }
}

/// <summary>A person and a programme she wants and may have.</summary>
/// <param name="Place">0 for her first wish.</param>
sealed record Wish(Applicant Person, string Programme, int Place, BoolVar Seat);
