using Google.OrTools.Sat;
using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>Chooses who sits: all programmes together, every rule kept, the most merit, then wishes, then the public tie-break.</summary>
public static class ChoosePanel
{
    /// <summary>The best panel, or the conflict that stands in its way.</summary>
    /// <exception cref="ArgumentException">The rules are wrong in themselves, or an applicant comes twice.</exception>
    public static Panel Of(IReadOnlyList<Applicant> applicants, SelectionRules rules, CancellationToken stop)
    {
        if (rules.Problems().Count > 0)
            throw new ArgumentException("The rules have problems: show them before choosing.", nameof(rules));
        var task = SelectionTask.Of(applicants, rules, stop);
        var (proof, seats, bound) = Seat(task, null, stop);
        return proof switch
        {
            Proof.Infeasible => Empty(task, proof) with { Conflict = Conflicts.Of(task, stop) },
            Proof.Unknown => Empty(task, proof),
            _ => Filled(task, proof, seats, bound),
        };
    }

    /// <summary>The most merit that keeps all rules; with somebody forced in or out when asked.</summary>
    internal static (Proof Proof, IReadOnlyList<SeatTaken> Seats, int Bound) Seat(
        SelectionTask task, (PersonId Person, bool IsIn)? forced, CancellationToken stop)
    {
        var model = task.Model(forced);
        model.Solver.Maximize(LinearExpr.WeightedSum(model.Wishes.Select(wish => wish.Seat), model.Wishes.Select(wish => Worth(wish, task))));
        var (status, solver) = Solving.Run(model.Solver, stop);
        if (status == CpSolverStatus.Infeasible)
            return (Solving.CanKeep(task.Model(forced).Solver, stop) is false ? Proof.Infeasible : Proof.Unknown, [], 0);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return (Proof.Unknown, [], 0);

        var seats = model.Wishes.Where(wish => solver.BooleanValue(wish.Seat)).Select(wish => new SeatTaken(wish.Programme, wish.Person.Id));
        return (
            status == CpSolverStatus.Optimal ? Proof.Optimal : Proof.BestFound,
            task.InOrder(seats),
            (int)(solver.BestObjectiveBound / MeritUnit(task)));
    }

    // Merit outweighs all wishes together, wishes outweigh all tie-breaks together: three levels in one exact number.
    static long Worth(Wish wish, SelectionTask task) =>
        (wish.Person.Merit * MeritUnit(task)) + ((task.Programmes.Count - 1 - wish.Place) * WishUnit(task)) + TieBreak.Weight(wish.Person.Id);

    static long WishUnit(SelectionTask task) => (long)TieBreak.Range * (task.SeatCount + 1);

    static long MeritUnit(SelectionTask task) => WishUnit(task) * ((task.SeatCount * task.Programmes.Count) + 1);

    static Panel Filled(SelectionTask task, Proof proof, IReadOnlyList<SeatTaken> seats, int bound)
    {
        var checks = Recount.Of(task.Rules, task.People, seats);
        if (checks.Any(check => check.Slack < 0) || seats.DistinctBy(seat => seat.Person).Count() < seats.Count)
            throw new InvalidOperationException("The solver's panel does not keep the rules.");
        var merit = seats.Sum(seat => task.People[seat.Person].Merit);
        return new Panel(proof, seats, checks, task.Shortages, merit, proof == Proof.Optimal ? merit : bound, Reserves.Of(task, seats), null);
    }

    static Panel Empty(SelectionTask task, Proof proof) => new(proof, [], [], task.Shortages, 0, 0, [], null);
}
