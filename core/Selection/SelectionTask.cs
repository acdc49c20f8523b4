using Google.OrTools.Sat;
using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>A selection made ready: who may sit, how many seats can be filled, which rules follow.</summary>
sealed record SelectionTask(
    SelectionRules Given,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyDictionary<PersonId, Applicant> People,
    IReadOnlyList<string> Programmes,
    IReadOnlyDictionary<string, int> Seats,
    IReadOnlyList<Rule> Rules)
{
    public int SeatCount => Seats.Values.Sum();

    public IReadOnlyList<Shortage> Shortages =>
        [.. Given.Programmes.Where(one => Seats[one.Programme] < one.Seats).Select(one => new Shortage(one.Programme, one.Seats, Seats[one.Programme]))];

    public static SelectionTask Of(IReadOnlyList<Applicant> applicants, SelectionRules rules, CancellationToken stop)
    {
        // One order for everybody, so that the file's order decides nothing.
        IReadOnlyList<Applicant> ordered = [.. applicants.OrderBy(person => TieBreak.Order(person.Id), StringComparer.Ordinal)];
        IReadOnlyList<string> programmes = [.. rules.Programmes.Select(one => one.Programme)];
        var seats = Fillable(ordered, rules, stop);
        return new SelectionTask(rules, ordered, ordered.ToDictionary(person => person.Id), programmes, seats, Rule.Of(rules, seats));
    }

    /// <summary>The equations of all rules, with somebody forced in or out when asked.</summary>
    public SeatModel Model((PersonId Person, bool IsIn)? forced)
    {
        var model = Model(Rules, new HashSet<Rule>());
        if (forced is { } one)
            model.Solver.Add(LinearExpr.Sum(model.Wishes.Where(wish => wish.Person.Id == one.Person).Select(wish => wish.Seat)) == (one.IsIn ? 1 : 0));
        return model;
    }

    /// <summary>The equations of some rules, of which some may be broken at a price.</summary>
    public SeatModel Model(IEnumerable<Rule> rules, IReadOnlySet<Rule> elastic) =>
        SeatModel.Of(Applicants, Programmes, rules, elastic).AtMost(Seats);

    /// <summary>Programmes in the rules' order, best merit first, then the tie-break.</summary>
    public IReadOnlyList<SeatTaken> InOrder(IEnumerable<SeatTaken> seats) =>
        [.. seats.OrderBy(seat => Place(seat.Programme))
            .ThenByDescending(seat => People[seat.Person].Merit)
            .ThenBy(seat => TieBreak.Order(seat.Person), StringComparer.Ordinal)];

    int Place(string programme) => Enumerable.Range(0, Programmes.Count).First(place => Programmes[place] == programme);

    /// <summary>Seats that can be filled when nobody sits twice and no other rule counts; earlier programmes first.</summary>
    static Dictionary<string, int> Fillable(IReadOnlyList<Applicant> applicants, SelectionRules rules, CancellationToken stop)
    {
        var most = rules.Programmes.ToDictionary(one => one.Programme, one => one.Seats);
        var model = SeatModel.Free(applicants, [.. most.Keys]).AtMost(most);
        long weight = 1;
        var worth = new Dictionary<string, long>();
        foreach (var one in rules.Programmes.Reverse())
        {
            worth[one.Programme] = weight;
            weight *= one.Seats + 1;
        }
        // As many as possible in all; among those, the earlier programme's seats first.
        model.Solver.Maximize(LinearExpr.WeightedSum(model.Wishes.Select(wish => wish.Seat), model.Wishes.Select(wish => weight + worth[wish.Programme])));
        var (status, solver) = Solving.Run(model.Solver, stop);
        if (status != CpSolverStatus.Optimal)
            throw new InvalidOperationException($"The seats that can be filled were not found: {status}.");
        var seated = model.Wishes.Where(wish => solver.BooleanValue(wish.Seat)).CountBy(wish => wish.Programme).ToDictionary();
        return most.Keys.ToDictionary(programme => programme, programme => seated.GetValueOrDefault(programme));
    }
}
